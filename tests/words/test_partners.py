"""What is said of partners: right numbers, right plurals, never more than the verdict."""

import pytest

from azory_monitor.model.partners import Funding, Institution
from azory_monitor.model.partnership import (
    Attendance,
    Chain,
    Cooperation,
    FundedYear,
    FundingState,
    Money,
    OpenCost,
    Pair,
    Participation,
    Partner,
    Staged,
)
from azory_monitor.model.programme import Profile
from azory_monitor.model.state import Programme
from azory_monitor.words import sentences, tables
from azory_monitor.words.speaker import speaker

NAMES = ("MOPS", "PAL", "Klub", "Policja")
PROGRAMME = Programme(
    profile=Profile(id="plan", name_en="Plan", areas="hill", language="en"),
    institutions={one: Institution(id=one.lower(), name_en=one, name_pl=one, kind="public") for one in NAMES},
    funding={
        one: Funding(id=one, name_pl=f"Wniosek {one}", name_en=f"Bid {one}", kind="eu", state="not_funded")
        for one in "ab"
    },
)
PL, EN = speaker("pl"), speaker("en")


def worked(*pairs):
    made = [Pair(institution=one, other=two, activities=("x",) * n, within=part) for one, two, n, part in pairs]
    who = dict.fromkeys(id for pair in made for id in (pair.institution, pair.other))
    return Cooperation(partners=[Partner(institution=id, degree=1, activities=1) for id in who], pairs=made)


def test_the_two_that_worked_together_most_are_named():
    found = worked(("MOPS", "PAL", 5, False), ("MOPS", "Klub", 2, False))
    assert sentences.cooperation_headline(EN, PROGRAMME, found) == (
        "3 institutions and groups did something together with another. Most often: MOPS and PAL (5 joint activities)."
    )
    assert sentences.cooperation_headline(PL, PROGRAMME, found) == (
        "Wspólnie z innymi działały 3 instytucje i grupy. Najczęściej: MOPS i PAL (5 wspólnych działań)."
    )


def test_two_pairs_that_are_first_together_are_both_named_and_more_are_not():
    two = worked(("MOPS", "PAL", 2, False), ("MOPS", "Klub", 2, False))
    assert "MOPS i PAL; MOPS i Klub (po 2 wspólne działania)" in sentences.cooperation_headline(PL, PROGRAMME, two)
    many = worked(*(("MOPS", other, 1, False) for other in NAMES[1:]))
    assert "No pair acted together more than once." in sentences.cooperation_headline(EN, PROGRAMME, many)


def test_a_whole_with_its_own_part_is_never_the_best_partnership():
    mixed = worked(("MOPS", "PAL", 9, True), ("MOPS", "Klub", 1, False))
    assert "MOPS and Klub (1 joint activity)" in sentences.cooperation_headline(EN, PROGRAMME, mixed)
    alone = worked(("MOPS", "PAL", 9, True))
    assert sentences.cooperation_headline(EN, PROGRAMME, alone).endswith(
        "Only parts of one institution acted together."
    )


def test_without_anything_recorded_the_register_is_silent_not_zero():
    for one in (PL, EN):
        assert "0" not in sentences.cooperation_headline(one, PROGRAMME, Cooperation())
        assert "0" not in sentences.funding_headline(one, FundingState())


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        (1, "na liście 1 z 1 spotkania grupy, które ma listę obecności"),
        (2, "na liście 1 z 2 spotkań grupy, które mają listę obecności"),
        (5, "na liście 1 z 5 spotkań grupy, które mają listę obecności"),
    ],
)
def test_attendance_counts_only_meetings_with_a_list(listed, told):
    one = Attendance(institution="MOPS", listed=listed, attended=1, presence="active", last_seen="2019-05")
    assert told in sentences.attendance_sentence(PL, one)


def test_a_gap_is_told_where_it_is_longer_than_one_meeting():
    one = Attendance(institution="MOPS", listed=4, attended=1, longest_gap=3, presence="quiet", last_seen="2018")
    assert sentences.attendance_sentence(EN, one) == (
        "Not seen for more than 12 months; last: 2018; on the lists of 1 of 4 group meetings that have one; "
        "longest absence: 3 meetings in a row."
    )


def test_where_the_register_ends_long_ago_it_says_that_nothing_is_known_of_today():
    seen = Attendance(institution="MOPS", presence="last_seen", last_seen="2018")
    found = Participation(entries=[seen], meetings=6, listed=1, last_entry="2019")
    assert sentences.participation_note(EN, found) == (
        "The local group met 6 times; meetings with a record of who came: 1. "
        "The last dated entry: 2019, so who is active today is not known."
    )


STAGED = [
    Staged(kind="eu", stage="idea", entries=("a", "b")),
    Staged(kind="municipal", stage="funded", entries=("c",)),
    Staged(kind="eu", stage="not_funded", entries=tuple("defgh")),
]
YEARS = [(2017, "uncovered"), (2018, "covered"), (2019, "uncovered"), (2020, "uncovered"), (2021, "unknown")]


def test_money_is_counted_by_stage_and_years_in_a_row_are_drawn_together():
    found = FundingState(staged=STAGED, years=[FundedYear(year=year, state=state) for year, state in YEARS])
    assert sentences.funding_headline(PL, found) == (
        "W rejestrze finansowania jest 8 wpisów: 1 zapewnione źródło, 2 pomysły i 5 odrzuconych wniosków. "
        "Żaden wpis nie mówi, co opłaca lata 2017 i 2019–2020. O roku 2021 rejestr milczy."
    )
    assert sentences.funding_headline(EN, found) == (
        "The funding register has 8 entries: 1 secured source, 2 ideas and 5 refused applications. "
        "No entry says what pays for 2017 and 2019–2020. Of 2021 the register has no entry."
    )


def test_sums_stand_apart_by_currency():
    money = [Money(currency="PLN", amount=18500, entries=("a",)), Money(currency="EUR", amount=50.5, entries=("b",))]
    told = " ".join(sentences.funding_facts(EN, FundingState(money=money)))
    assert "18,500 PLN and 50.5 EUR" in told


def test_an_open_cost_says_why_and_a_chain_what_became_of_it():
    cost = OpenCost(entry="a", reason="ran_out", when="2018")
    assert sentences.open_cost_phrase(EN, PROGRAMME, cost) == "Bid a: the money has run out (2018)"
    chain = Chain(entries=("a", "b"), stage="sent")
    assert sentences.chain_sentence(EN, PROGRAMME, chain) == ("“Bid a”: refused; the next application, “Bid b”: sent.")


def test_a_table_of_pairs_keeps_those_that_only_a_tie_binds():
    found = Cooperation(pairs=[Pair(institution="MOPS", other="PAL", tie="formal", tie_since="2018")])
    (row,) = tables.cooperation_table(EN, PROGRAMME, found).rows
    assert row[:3] == ("MOPS", "PAL", "0")
    assert "tie: formal, since 2018" in row
