"""Readiness, what is owed, what has come in and what looks odd, in words and tables."""

import dataclasses
import datetime

from azory_monitor import quality
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.partners import Institution
from azory_monitor.model.quality import Due, Outlier, Readiness
from azory_monitor.words import sentences, tables
from tests.words.drawn import EN, PL, programme, spaced

SCHOOL = Institution(id="school", name={"pl": "Szkoła", "en": "School"}, kind="education")
PLAN = dataclasses.replace(
    programme(
        meetings={"owner": "school", "frequency": "yearly", "due_after": 30, "definition": {"en": "Meetings held"}}
    ),
    institutions={"school": SCHOOL},
)
TODAY = datetime.date(2019, 6, 30)


def readiness(indicator, has=(), lacks=()):
    return Readiness(indicator=indicator, area="hill", has=has, lacks=lacks)


def due(when, state="late", days=1, owner="school", indicator="meetings", **more):
    return Due(
        indicator=indicator,
        area="hill",
        period=when,
        owner=owner,
        due_on="2019-01-30",
        state=state,
        days_late=days if state == "late" else 0,
        **more,
    )


def meetings(when, value):
    return Measurement(indicator="meetings", area="hill", period=when, value=value)


def covered(*rows, arrivals=()):
    return quality.coverage(PLAN, rows, {("meetings", "hill", when): day for when, day in arrivals}, TODAY)


def test_an_indicator_is_told_with_what_it_lacks():
    one = readiness("meetings", ("unit",), ("target", "two_measurements"))
    assert sentences.readiness_sentence(EN, PLAN, one) == (
        "2.b Group meetings: the indicator cannot be followed and read yet; it lacks a target and two dated values."
    )
    assert sentences.readiness_sentence(PL, PLAN, one) == (
        "2.b Spotkania grupy: wskaźnika nie można jeszcze śledzić i interpretować; "
        "brakuje celu i dwóch wartości z datą."
    )
    assert sentences.readiness_sentence(EN, PLAN, readiness("meetings", ("unit",))) == (
        "2.b Group meetings: the indicator can be followed and read."
    )


def test_the_headline_counts_the_programmes_indicators_apart_from_the_context():
    results = [readiness("meetings", ("unit",)), readiness("poverty", (), ("unit",)), readiness("crime")]
    assert sentences.readiness_headline(EN, PLAN, results) == (
        "1 of 1 indicator of the programme can be followed and read. "
        "Of the indicators that describe the context, 1 of 2 are ready."
    )
    assert sentences.readiness_headline(PL, PLAN, results[1:]) == (
        "Ze wskaźników opisujących osiedle i jego otoczenie gotowych jest 1 z 2."
    )
    assert sentences.readiness_headline(EN, PLAN, []) == "There are no indicators yet."


def test_what_is_missing_most_often_is_named_first():
    results = [readiness("meetings", (), ("target", "source")), readiness("poverty", (), ("source",))]
    assert sentences.readiness_gaps(EN, results) == "Most often missing: a source of values (2) and a target (1)."
    assert sentences.readiness_gaps(EN, [readiness("meetings", ("unit",))]) == ""


def test_a_value_that_is_owed_is_told_with_its_day_in_every_plural_form():
    told = {days: spaced(sentences.due_sentence(PL, PLAN, due("2018", days=days))) for days in (1, 2, 5, 22)}
    head = "Spotkania grupy na osiedlu Górka: wartość za okres 2018 miała wpłynąć do 30 stycznia 2019 r.; "
    assert [text.removeprefix(head) for text in told.values()] == [
        "1 dzień po terminie.",
        "2 dni po terminie.",
        "5 dni po terminie.",
        "22 dni po terminie.",
    ]
    assert spaced(sentences.due_sentence(EN, PLAN, due("2018"))) == (
        "Group meetings on the Hill estate: the value for 2018 was due by 30 January 2019; it is 1 day late."
    )


def test_a_value_that_is_not_late_is_not_called_so():
    for state in ("due", "coming"):
        assert "late" not in sentences.due_sentence(EN, PLAN, due("2018", state))
        assert "po terminie" not in sentences.due_sentence(PL, PLAN, due("2018", state))


def test_earlier_values_that_are_owed_too_are_told():
    said = sentences.due_sentence(EN, PLAN, due("2018", earlier=3, since="2015"))
    assert said.endswith("3 earlier values are missing too (since 2015).")


def test_what_is_owed_is_counted_by_owner_and_what_is_under_way_is_not():
    found = [due("2017"), due("2018", "due"), due("2019", "coming"), due("2018", owner="", earlier=4, since="2014")]
    assert sentences.due_headline(EN, PLAN, found) == (
        "7 values are owed: School – 2, of which late 1; no institution named – 5, all late."
    )
    assert sentences.due_headline(PL, PLAN, found) == (
        "Do przekazania jest 7 wartości: Szkoła – 2, w tym po terminie 1; bez wskazanej instytucji – 5, wszystkie po "
        "terminie."
    )
    assert sentences.due_headline(PL, PLAN, found[:2]).startswith("Do przekazania są 2 wartości: Szkoła – 2")
    assert sentences.due_headline(EN, PLAN, found[2:3]) == "No value with an agreed day is owed today."


def test_indicators_without_an_agreed_frequency_are_counted_once_each():
    found = quality.unscheduled(PLAN, [], TODAY)
    assert sentences.unscheduled_sentence(EN, found).startswith("For 5 indicators nobody has agreed how often")
    assert sentences.unscheduled_sentence(EN, []) == ""


def test_coverage_tells_what_came_in_what_came_in_time_and_what_is_missing():
    rows = [meetings("2015", 3), meetings("2017", 4), meetings("2018", 0)]
    days = [("2017", datetime.date(2018, 1, 30)), ("2018", datetime.date(2019, 2, 1))]
    (one,) = covered(*rows, arrivals=days)
    assert spaced(sentences.coverage_sentence(EN, PLAN, one)) == (
        "Group meetings on the Hill estate: values that came in: 3 of 4. In time, where the day is known: 1 of 2. "
        "Missing: 2016."
    )
    assert spaced(sentences.coverage_headline(PL, [one, one])).startswith(
        "Wpłynęło 6 z 8 wartości, które dotąd miały wpłynąć."
    )
    assert sentences.coverage_headline(EN, []).startswith("No agreed day has passed yet")


def test_nothing_is_said_of_time_where_no_day_is_known():
    (one,) = covered(meetings("2018", 3))
    assert "time" not in sentences.coverage_sentence(EN, PLAN, one)
    assert tables.coverage_table(EN, PLAN, [one]).rows[0][4] == "not known"


def odd(value, before, factor):
    rows = meetings("2018", value), meetings("2017", before)
    return Outlier(measurement=rows[0], before=rows[1], value=value, before_value=before, factor=factor)


def test_an_odd_value_is_told_beside_the_one_before_it():
    assert spaced(sentences.outlier_sentence(EN, PLAN, odd(450, 45, 10))) == (
        "Group meetings in 2018 on the Hill estate: 450 meetings; in 2017 it was 45 meetings. "
        "That is about 10 times as much; check the unit and the decimal mark."
    )
    assert "około 1000 razy mniej" in spaced(sentences.outlier_sentence(PL, PLAN, odd(4, 4000, 1000))).replace(
        "1 000", "1000"
    )
    assert "it may be true" in sentences.outlier_sentence(EN, PLAN, odd(450, 90, 0))


def test_the_table_of_readiness_has_a_column_for_every_need_and_leaves_blank_what_is_not_needed():
    table = tables.readiness_table(EN, PLAN, quality.readiness(PLAN, []))
    assert len(table.columns) == 11
    rows = {row[0]: tuple(map(spaced, row)) for row in table.rows}
    assert rows["2.b Group meetings"][1:] == (
        "yes",
        "yes",
        "yes",
        "yes",
        "yes",
        "missing",
        "missing",
        "missing",
        "5 of 8",
        "School",
    )
    assert rows["Poverty"][6:8] == ("–", "–")


def test_the_table_of_what_is_owed_has_one_row_a_series():
    found = [due("2018", days=40, last=meetings("2013", 5)), due("2019", "coming")]
    many = [
        due("2015", indicator="crime", owner="", earlier=12, since="2003"),
        due("2016", indicator="crime", owner=""),
    ]
    rows = tables.due_table(EN, PLAN, found + many).rows
    assert [tuple(map(spaced, row)) for row in rows] == [
        ("2.b Group meetings", "Hill estate", "School", "2018", "40 days late", "30 January 2019", "5 meetings (2013)"),
        (
            "Offences",
            "Hill estate",
            "no institution named",
            "14 values: 2003 to 2016",
            "more than 1 day late",
            "–",
            "no data",
        ),
    ]


def test_what_is_known_last_is_told_as_it_is_known():
    def told(**cells):
        row = Measurement(indicator="poverty", area="hill", period="2016", **cells)
        return spaced(sentences.quality.last_known(EN, PLAN, row))

    assert told(value=2.05) == "2.05 % (2016)"
    assert told(numerator=1377, denominator=67141) == "1,377 of 67,141 (2016)"
    assert told(status="hidden") == "hidden (2016)"
    assert sentences.quality.last_known(EN, PLAN, None) == "no data"


def test_the_table_of_odd_values_names_the_slip():
    assert tables.outlier_table(EN, PLAN, [odd(450, 45, 10)]).rows[0][-1] == "about 10 times as much"


def test_the_table_of_what_has_no_day_has_each_indicator_once():
    rows = [Measurement(indicator="poverty", area=area, period="2015", value=3) for area in ("town", "hill")]
    found = quality.unscheduled(PLAN, rows, TODAY)
    table = tables.unscheduled_table(EN, PLAN, found)
    assert [row[0] for row in table.rows] == [
        "Poverty",
        "Unemployment",
        "Older people",
        "Offences",
        "Benefits",
    ]
    assert table.rows[0][1:3] == ("no institution named", "Hill estate")
