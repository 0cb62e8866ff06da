import pytest
from hypothesis import given
from hypothesis import strategies as some

from azory_monitor.partnership import attendance
from tests.compare.drawn import cases
from tests.partnership.drawn import TODAY, partners


def of(institution, *drawn, **more):
    found = attendance(partners(*drawn, **more), TODAY)
    return next(one for one in found.entries if one.institution == institution)


MEETINGS = """
id    | kind          | date       | organisers | present
one   | group_meeting | 2019-09-01 | group      | home club
two   | group_meeting | 2019-10-01 | group      | home
three | group_meeting | 2019-11-01 | group      |
four  | group_meeting | 2019-12-01 | group      | home guard
five  | group_meeting | 2020-01-01 | group      | home club
"""


def test_meetings_without_a_list_of_who_came_are_nobodys_absence():
    found = attendance(partners(MEETINGS), TODAY)
    assert (found.meetings, found.listed) == (5, 4)
    club = of("club", MEETINGS)
    assert (club.listed, club.attended, club.continuity, club.longest_gap) == (4, 2, 0.5, 2)
    assert of("home", MEETINGS).continuity == 1


def test_a_meeting_that_only_names_the_group_itself_has_no_list():
    alone = "id | kind | organisers | present\none | group_meeting | group | group"
    assert attendance(partners(alone), TODAY).listed == 0


def test_who_does_not_belong_to_the_group_is_not_awaited_at_its_meetings():
    guard = of("guard", MEETINGS)
    assert (guard.listed, guard.continuity, guard.present) == (0, None, 1)


@pytest.mark.parametrize(
    "case",
    **cases("""
    joined  | left    | listed | attended
    2019-10 |         | 3      | 1
            | 2019-11 | 2      | 1
    2019-10 | 2019-12 | 2      | 0
    2021    |         | 0      | 0
    """),
)
def test_only_meetings_while_it_was_a_member_count(case):
    institutions = f"""
    id    | kind      | group_member | joined        | left
    home  | public    |              |               |
    guard | public    |              |               |
    club  | public    | member       | {case.joined} | {case.left}
    group | programme |              |               |
    """
    club = of("club", MEETINGS, institutions)
    assert (club.listed, club.attended) == (int(case.listed), int(case.attended))


def test_an_undated_meeting_counts_only_for_who_always_belonged():
    meeting = "id | kind | present\none | group_meeting | home"
    institutions = """
    id    | kind   | group_member | joined
    home  | public | member       |
    club  | public | member       | 2018
    """
    assert of("home", meeting, institutions).listed == 1
    assert of("club", meeting, institutions).listed == 0


def test_each_part_is_counted_by_itself_and_an_event_in_one_part_only():
    drawn = """
    id  | organisers | partners | present
    one | home       | club     | home
    two | home       |          | club
    """
    home, club = of("home", drawn), of("club", drawn)
    assert (home.organised, home.partnered, home.present) == (2, 0, 0)
    assert (club.organised, club.partnered, club.present, club.took_part) == (0, 1, 1, 2)


@pytest.mark.parametrize(
    "case",
    **cases("""
    what      | events                                        | presence
    this year | a 2020-02 club                                | active
    year ago  | a 2019-07 club                                | active
    quiet     | a 2018-04 club, b 2020-03 home                | quiet
    old       | a 2018-04 club, b 2019-01 home                | last_seen
    undated   | a undated club, b 2020-03 home                | undated_only
    never     | a 2020-03 home                                | never
    """),
)
def test_nobody_is_called_inactive_where_the_register_itself_ends_long_ago(case):
    lines = [" | ".join(event.split()) for event in case.events.split(",")]
    assert of("club", "\n".join(["id | date | organisers", *lines])).presence == case.presence


def test_a_register_without_dates_calls_nobody_inactive():
    assert of("club", "id | organisers\none | club").presence == "undated_only"


def test_a_register_without_activities_is_told_as_such():
    found = attendance(partners(), TODAY)
    assert (found.meetings, found.listed, found.last_entry) == (0, 0, "")
    assert {one.presence for one in found.entries} == {"never"}


@given(some.lists(some.sets(some.sampled_from(("home", "point", "club", "guard"))), max_size=8))
def test_continuity_lies_between_none_and_all_and_no_gap_is_longer_than_what_was_missed(meetings):
    lines = [f"m{number} | group_meeting | {' '.join(names)}" for number, names in enumerate(meetings)]
    found = attendance(partners("\n".join(["id | kind | present", *lines])), TODAY)
    assert found.listed == sum(map(bool, meetings)) <= found.meetings == len(meetings)
    for one in found.entries:
        assert 0 <= one.attended <= one.listed <= found.listed
        assert one.continuity is None or 0 <= one.continuity <= 1
        assert one.longest_gap <= one.listed - one.attended
