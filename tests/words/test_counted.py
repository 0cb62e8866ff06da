"""What is counted from the register, said in sentences and set out in tables."""

import datetime

import pytest

from azory_monitor.model.counted import Count, Tally
from azory_monitor.register import counts
from azory_monitor.words import sentences, tables
from azory_monitor.words.speaker import speaker
from tests.register.written import estate

PL, EN = speaker("pl"), speaker("en")
PLAN = estate()
FOUND = {count.derivation: count for count in counts(PLAN, datetime.date(2019, 6, 30))}


def plain(words):
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def said(speak, count):
    return plain(sentences.count_sentence(speak, PLAN, count))


def made(derivation, value, undated=0, **cells):
    entries = tuple(f"e{n}" for n in range(int(value or 0) or cells.pop("n", 0)))
    tallies = (Tally(period="undated", value=float(undated), entries=entries[:undated]),) if undated else ()
    cells = {"table": "activities", "value": value, "entries": entries, "tallies": tallies} | cells
    return Count(derivation=derivation, indicator=PLAN.derivations[derivation].indicator, **cells)


def test_the_meetings_of_the_estate_are_told_with_those_that_have_no_date():
    meetings = FOUND["group-meetings"]
    assert said(PL, meetings) == "Spotkania lokalnej grupy wsparcia: 6 spotkań, w tym 2 bez daty."
    assert said(EN, meetings) == "Meetings of the local group: 6 meetings, 2 of them undated."


def test_what_is_not_recorded_is_told_as_such_and_never_as_zero():
    assert said(PL, FOUND["new-sources"]) == "Nowe źródła finansowania: w rejestrze nie ma jeszcze takiego wpisu."
    assert said(EN, FOUND["new-sources"]) == "New sources of funding: no such entry recorded yet."
    assert said(PL, FOUND["attendance"]) == "Udział w wydarzeniach (2019): 2 wpisy, ale w żadnym nie ma liczby."
    assert said(EN, FOUND["usable"]) == "Indicators ready to be followed: not counted yet."
    assert not any("0 " in said(speak, count) for speak in (PL, EN) for count in FOUND.values() if count.value is None)


FORMS = [
    ("activities-so-far", 1, "Wszystkie działania: 1 wydarzenie.", "All activities: 1 activity."),
    ("activities-so-far", 3, "Wszystkie działania: 3 wydarzenia.", "All activities: 3 activities."),
    ("activities-so-far", 12, "Wszystkie działania: 12 wydarzeń.", "All activities: 12 activities."),
    ("activities-so-far", 22, "Wszystkie działania: 22 wydarzenia.", "All activities: 22 activities."),
    ("active-people", 1, "Aktywne osoby: udział w wydarzeniach: 1 osoba.", None),
    ("active-people", 2, "Aktywne osoby: udział w wydarzeniach: 2 osoby.", None),
    ("active-people", 45, "Aktywne osoby: udział w wydarzeniach: 45 osób.", None),
    ("active-ngos", 1, "Aktywne organizacje pozarządowe: 1 instytucja.", "Active NGOs: 1 institution."),
    ("active-ngos", 5, "Aktywne organizacje pozarządowe: 5 instytucji.", "Active NGOs: 5 institutions."),
    ("group-meetings", 1, "Spotkania lokalnej grupy wsparcia: 1 spotkanie.", "Meetings of the local group: 1 meeting."),
    ("group-meetings", 23, "Spotkania lokalnej grupy wsparcia: 23 spotkania.", None),
]


@pytest.mark.parametrize(("derivation", "value", "in_polish", "in_english"), FORMS)
def test_every_number_has_its_form(derivation, value, in_polish, in_english):
    count = made(derivation, float(value))
    assert said(PL, count) == in_polish
    assert in_english is None or said(EN, count) == in_english


def test_a_bound_and_a_year_are_told():
    count = made("attendance", 45.0, qualifier="at_least", period="2018")
    assert said(PL, count) == "Udział w wydarzeniach (2018): co najmniej 45 osób."
    assert said(EN, count) == "Attendance at events (2018): at least 45 people."
    rough = made("attendance", 400.0, qualifier="about", period="2018")
    assert said(PL, rough) == "Udział w wydarzeniach (2018): około 400 osób."


def test_undated_entries_are_told_beside_the_figure_of_a_year_and_never_in_it():
    count = made("joint-actions-a-year", 6.0, undated=1, period="2018")
    assert said(PL, count) == "Wspólne działania w roku (2018): 6 działań; do tego 1 wpis bez daty."
    assert said(EN, count) == "Joint actions in a year (2018): 6 actions; besides, 1 entry is undated."


def test_different_currencies_are_told_side_by_side():
    cells = {"table": "funding", "reason": "currencies_differ", "amounts": {"PLN": 12000.0, "EUR": 300.0}}
    count = made("money-from-new-sources", None, n=2, **cells)
    assert said(PL, count) == "Pieniądze z nowych źródeł: 300 EUR i 12 000 PLN – różnych walut się nie dodaje."
    assert said(EN, count) == "Money from new sources: 300 EUR and 12,000 PLN – different currencies are not added up."


def test_a_share_is_told_in_percent_and_days_as_days():
    assert said(PL, made("bottom-up-share", 12.5)) == "Udział inicjatyw oddolnych: 12,5 %."
    assert said(PL, FOUND["since-last-meeting"]) == "Dni od ostatniego spotkania grupy: najwyżej 437 dni."
    unknown = made("since-last-meeting", None, n=2, reason="undated_only")
    assert said(EN, unknown) == "Days since the last group meeting: not known, because 2 entries have no date."


@pytest.mark.parametrize("speak", [PL, EN], ids=["pl", "en"])
def test_the_table_has_every_figure_with_its_period_its_entries_or_why_there_is_none(speak):
    table = tables.count_table(speak, PLAN, list(FOUND.values()))
    assert len(table.rows) == len(FOUND) and len(table.columns) == 5
    rows = {row[0]: row for row in table.rows}
    meetings = rows[speak.text(PLAN.derivations["group-meetings"].name)]
    assert meetings[1:4] == (
        speak.value(6, PLAN.indicators["local-group-meetings"]),
        speak.say("count.whole_time"),
        "6",
    )
    sources = rows[speak.text(PLAN.derivations["new-sources"].name)]
    assert sources[1] == speak.say("cell.missing") and sources[4] == speak.say("count_reason.nothing_recorded")


@pytest.mark.parametrize("speak", [PL, EN], ids=["pl", "en"])
@pytest.mark.parametrize("derivation", [id for id, count in FOUND.items() if count.entries])
def test_the_entries_behind_a_figure_are_all_there_in_words(speak, derivation):
    count = FOUND[derivation]
    table = tables.entries_table(speak, PLAN, count)
    assert len(table.rows) == len(count.entries)
    for tally in count.tallies:
        assert len(tables.entries_table(speak, PLAN, count, tally).rows) == len(tally.entries)
