"""Barriers in words: never older than written down, with the right plural in both languages."""

import datetime

import pytest

from azory_monitor.barriers import changes, hindrances
from azory_monitor.words.sentences import age_counts, age_summary, changes_summary, hindrance_sentence, overdue_summary
from tests.barriers.drawn import TODAY, register
from tests.compare.drawn import only
from tests.words.drawn import EN, PL, spaced

ONE = "id | opened | next_review | decision_en | state\n"


def told(speaker, drawn):
    programme = register(ONE + drawn)
    return spaced(hindrance_sentence(speaker, programme, only(hindrances(programme, TODAY))))


@pytest.mark.parametrize(
    ("drawn", "polish", "english"),
    [
        ("b||||open", "B: otwarta; nie wiadomo, od kiedy.", "B: open; not known since when."),
        (
            "b|2019-06-14|||open",
            "B: otwarta; od 14 czerwca 2019 r., czyli 1 dzień.",
            "B: open; since 14 June 2019, 1 day.",
        ),
        (
            "b|2019-04|2019-06-13||eased",
            "B: złagodzona; od kwietnia 2019 r., czyli co najmniej 46 dni; przegląd spóźniony o 2 dni.",
            "B: eased; since April 2019, at least 46 days; review late by 2 days.",
        ),
        (
            "b|2010-01-01|||open",
            "B: otwarta; od 1 stycznia 2010 r., czyli co najmniej 9 lat.",
            "B: open; since 1 January 2010, at least 9 years.",
        ),
        (
            "b|2016|||open",
            "B: otwarta; od 2016 r., czyli co najmniej 2 lata.",
            "B: open; since 2016, at least 2 years.",
        ),
        (
            "b|||Give us a room|open",
            "B: otwarta; nie wiadomo, od kiedy. Potrzebna decyzja (nie wskazano, czyja): Give us a room.",
            "B: open; not known since when. A decision is needed (nobody is named): Give us a room.",
        ),
    ],
)
def test_a_barrier_in_one_sentence(drawn, polish, english):
    assert told(PL, drawn) == polish
    assert told(EN, drawn) == english


def of(drawn):
    programme = register(drawn)
    return programme, hindrances(programme, TODAY)


@pytest.mark.parametrize(
    ("drawn", "polish"),
    [
        ("", "W rejestrze nie ma żadnej otwartej bariery."),
        ("id\na", "Przy 1 barierze, która nie jest zamknięta, nie zapisano, od kiedy trwa."),
        ("id\na\nb", "Przy żadnej z 2 barier, które nie są zamknięte, nie zapisano, od kiedy trwa."),
        ("id|opened\na|2019\nb|", "Są 2 bariery, które nie są zamknięte; od kiedy trwają, zapisano przy 1."),
    ],
)
def test_how_many_say_since_when(drawn, polish):
    assert spaced(age_summary(PL, of(drawn)[1])) == polish


def test_ages_are_counted_the_oldest_first_and_only_where_one_is_known():
    assert age_counts(EN, of("id|opened\na|2010\nb|\nc|2019-06-01")[1]) == [
        "more than two years: 1",
        "up to 3 months: 1",
        "not known since when: 1",
    ]
    assert age_counts(EN, of("id\na")[1]) == []


def test_late_reviews_are_counted_and_without_one_those_that_are_planned():
    late = of("id|next_review\na|2019-01\nb|2019-02\nc|2020\nd|")
    assert overdue_summary(EN, *late) == "The reviews of 2 barriers are late."
    planned = of("id|next_review\na|2020\nb|")
    assert overdue_summary(EN, *planned) == (
        "No review is late; 1 of 2 barriers that are not closed has a next review planned."
    )


def test_changes_are_told_with_their_day_and_what_is_not_known():
    day = datetime.date(2019, 5, 14)
    programme = register("id|opened\na|2019-06-01\nb|2019-06-02\nc|")
    assert spaced(changes_summary(PL, programme, changes(programme, day, TODAY, programme, 3, "second"))) == (
        "Od 14 maja 2019 r., czyli od spotkania lokalnej grupy: 2 nowe bariery."
    )
    silent = changes_summary(EN, programme, changes(register("id\nc"), day, TODAY))
    assert spaced(silent).startswith("Since 14 May 2019: no change is recorded in the register. The monitor did not")
