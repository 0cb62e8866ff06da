from azory_monitor.partnership import resource_map
from tests.partnership.drawn import partners

RESOURCES = """
id     | kind     | institution | state
hall   | premises | club        | shared
room   | premises | home        | available
yard   | premises | home        | lost
cook   | people   | home        | available
stage  | premises |             | needed
"""


def test_resources_stand_by_institution_and_kind_and_those_of_nobody_last():
    found = resource_map(partners(resources=RESOURCES))
    assert [(one.institution, one.kind) for one in found.holdings] == [
        ("home", "premises"),
        ("home", "people"),
        ("club", "premises"),
        ("", "premises"),
    ]
    assert (found.holdings[0].available, found.holdings[0].lost) == (("room",), ("yard",))


def test_every_resource_is_in_exactly_one_state():
    found = resource_map(partners(resources=RESOURCES))
    by_state = {state: found.of(state) for state in ("available", "shared", "needed", "lost")}
    assert by_state == {
        "available": ("room", "cook"),
        "shared": ("hall",),
        "needed": ("stage",),
        "lost": ("yard",),
    }


def test_without_resources_the_map_is_empty():
    assert resource_map(partners()).holdings == ()
