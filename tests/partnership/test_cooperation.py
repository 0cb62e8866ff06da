from hypothesis import given
from hypothesis import strategies as some

from azory_monitor.partnership import cooperation
from tests.partnership.drawn import TODAY, partners


def together(*drawn, **more):
    found = cooperation(partners(*drawn, **more), TODAY)
    return {(pair.institution, pair.other): pair.times for pair in found.pairs}


def test_who_organised_who_helped_and_who_came_did_it_together():
    drawn = """
    id    | organisers | partners | present
    feast | home       | club     | guard
    """
    assert together(drawn) == {("home", "club"): 1, ("home", "guard"): 1, ("club", "guard"): 1}


def test_an_institution_named_in_two_parts_is_there_once():
    found = cooperation(partners("id | organisers | present\nfeast | home club | home"), TODAY)
    assert [pair.activities for pair in found.pairs] == [("feast",)]
    assert [one.degree for one in found.partners] == [1, 1]


def test_what_is_only_planned_or_still_to_come_has_not_brought_anybody_together():
    drawn = """
    id    | state    | date       | organisers
    one   | planned  | undated    | home club
    two   | unknown  | undated    | home club
    three | held     | 2020-08    | home club
    """
    assert together(drawn) == {}


def test_what_is_under_way_counts_as_well():
    assert together("id | state | organisers\ngarden | under_way | home club") == {("home", "club"): 1}


def test_an_event_that_two_entries_tell_counts_once_with_everybody_in_either():
    drawn = """
    id     | date       | organisers | same_as
    feast  | undated    | home club  |
    picnic | 2019-05-04 | home guard | feast
    """
    found = cooperation(partners(drawn), TODAY)
    assert found.took_place == 1
    assert {(pair.institution, pair.other, pair.times) for pair in found.pairs} == {
        ("home", "club", 1),
        ("home", "guard", 1),
        ("club", "guard", 1),
    }
    assert {pair.last for pair in found.pairs} == {"2019-05-04"}


def test_entries_that_are_the_same_as_each_other_in_a_circle_are_one_event():
    drawn = """
    id    | organisers | same_as
    one   | home       | two
    two   | club       | one
    """
    assert together(drawn) == {("home", "club"): 1}


def test_a_programme_or_the_local_group_is_nobodys_partner_in_what_was_done():
    assert together("id | organisers | present\nmeeting | group | home") == {}


def test_since_when_and_when_last_come_from_dated_activities_only():
    drawn = """
    id    | date    | organisers
    old   | 2017    | home club
    none  | undated | home club
    late  | 2019-03 | home club
    """
    (pair,) = cooperation(partners(drawn), TODAY).pairs
    assert (pair.times, pair.first, pair.last) == (3, "2017", "2019-03")


def test_a_part_and_its_whole_are_told_apart_from_partners():
    found = cooperation(partners("id | organisers\none | home point\ntwo | home point\nthree | home club"), TODAY)
    assert [(pair.other, pair.times, pair.within) for pair in found.pairs] == [("point", 2, True), ("club", 1, False)]
    assert [pair.other for pair in found.working] == ["club"]


def test_a_tie_stands_beside_what_was_done_and_also_alone():
    ties = "institution | other | kind | since\nguard | home | informal | 2018\nclub | home | formal |"
    found = cooperation(partners("id | organisers\none | home club", ties=ties), TODAY)
    assert [(pair.other, pair.times, pair.tie, pair.tie_since) for pair in found.pairs] == [
        ("club", 1, "formal", ""),
        ("guard", 0, "informal", "2018"),
    ]


def test_a_tie_that_is_over_or_has_not_begun_binds_nobody():
    ties = "institution | other | since | until\nguard | home | | 2019\nclub | home | 2021 |"
    assert cooperation(partners(ties=ties), TODAY).pairs == ()


def test_of_two_ties_of_the_same_two_the_formal_one_is_told():
    ties = "institution | other | kind\nhome | club | formal\nclub | home | informal"
    assert [pair.tie for pair in cooperation(partners(ties=ties), TODAY).pairs] == ["formal"]


def test_it_is_told_how_much_of_what_took_place_names_nobody():
    found = cooperation(partners("id | organisers\none | home club\ntwo | home\nthree |"), TODAY)
    assert (found.took_place, found.shared, found.unnamed) == (3, 1, 1)


def test_names_that_the_programme_does_not_know_and_circles_of_parts_break_nothing():
    circle = "id | kind | part_of\na | public | b\nb | public | a"
    found = cooperation(partners("id | organisers\none | a b nobody", circle), TODAY)
    assert [(pair.institution, pair.other, pair.within) for pair in found.pairs] == [("a", "b", True)]


NAMES = ("home", "point", "club", "guard", "group")
EVENTS = some.lists(some.lists(some.sampled_from(NAMES), max_size=5), max_size=8)


def of(events):
    lines = [f"e{number} | {' '.join(names)}" for number, names in enumerate(events)]
    return cooperation(partners("\n".join(["id | organisers", *lines])), TODAY)


@given(EVENTS)
def test_each_two_are_told_once_and_never_more_often_than_either_did_anything(events):
    found = of(events)
    pairs = [frozenset((pair.institution, pair.other)) for pair in found.pairs]
    assert len(pairs) == len(set(pairs)) and all(len(pair) == 2 for pair in pairs)
    activities = {one.institution: one.activities for one in found.partners}
    for pair in found.pairs:
        assert 1 <= pair.times <= min(activities[pair.institution], activities[pair.other]) <= found.shared
    assert sum(one.degree for one in found.partners) == 2 * len(pairs)


@given(EVENTS)
def test_cooperation_is_the_same_whichever_way_the_names_are_written(events):
    def told(found):
        return [(pair.institution, pair.other, pair.activities) for pair in found.pairs]

    assert told(of(events)) == told(of([names[::-1] for names in events]))
