"""What holds of readiness, dues and coverage whatever was measured, and whenever it is asked."""

import dataclasses
import datetime

from hypothesis import given
from hypothesis import strategies as st

from azory_monitor import period
from azory_monitor.model.measurement import Measurement
from azory_monitor.quality import coverage, dues, outliers, readiness, unscheduled
from azory_monitor.quality.readiness import NEEDS, OF_CONTEXT
from tests.compare.drawn import programme

PLAN = programme(
    """
    id     | measure | kind    | frequency | due_after | same_as
    day    | count   | output  | monthly   | 10        |
    shared | count   | result  |           |           | day
    term   | count   | output  | quarterly |           |
    year   | count   | process | yearly    | 400       |
    scene  | count   | context | yearly    | 90        |
    never  | count   | output  |           |           |
    """,
    targets="indicator | value | period | baseline_value | baseline_period\nyear | 5 | 2020 | 3 | 2016",
)
YEARS = st.integers(2014, 2020)
PERIODS = st.one_of(
    YEARS.map(str),
    st.tuples(YEARS, st.integers(1, 4)).map(lambda it: f"{it[0]}-Q{it[1]}"),
    st.tuples(YEARS, st.integers(1, 12)).map(lambda it: f"{it[0]}-{it[1]:02d}"),
    YEARS.map(lambda year: f"{year}/{year + 1}"),
    st.just("undated"),
)
ROWS = st.lists(
    st.builds(
        Measurement,
        indicator=st.sampled_from(list(PLAN.indicators)),
        area=st.sampled_from(["hill", "town"]),
        period=PERIODS,
        value=st.sampled_from([0.0, 1.0, 7.0, 900.0]),
        source=st.sampled_from(["", "report"]),
        status=st.sampled_from(["", "provisional", "missing", "hidden", "conflicting"]),
    ).map(lambda row: row.model_copy(update={"value": None}) if row.status in ("missing", "hidden") else row),
    max_size=12,
)
DAYS = st.dates(datetime.date(2013, 1, 1), datetime.date(2021, 12, 31))
BOUNDS = st.sampled_from(["", "2015", "2017-06", "2019-Q1"])


@st.composite
def programmes(draw):
    profile = PLAN.profile.model_copy(update={"started": draw(BOUNDS), "ended": draw(BOUNDS)})
    return dataclasses.replace(PLAN, profile=profile)


@given(ROWS)
def test_every_need_is_either_there_or_lacking(rows):
    for one in readiness(PLAN, rows):
        asked = OF_CONTEXT if PLAN.indicators[one.indicator].kind == "context" else NEEDS
        assert sorted(one.has + one.lacks) == sorted(asked)


@given(ROWS, st.data())
def test_another_measurement_takes_no_need_away(rows, data):
    more = data.draw(ROWS.filter(bool))
    settled = [row for row in rows if not any((row.indicator, row.area, row.period) == (one.indicator, one.area,
               one.period) for one in more)]  # fmt: skip
    more = [row for row in more if row.status not in ("missing", "conflicting")]
    for before, after in zip(readiness(PLAN, settled), readiness(PLAN, settled + more), strict=True):
        assert set(before.has) <= set(after.has)


@given(programmes(), ROWS, DAYS, st.data())
def test_a_value_that_arrives_is_never_owed_any_more(plan, rows, today, data):
    owed = dues(plan, rows, today)
    if not owed:
        return
    due = data.draw(st.sampled_from(owed))
    arrived = Measurement(indicator=due.indicator, area=due.area, period=due.period, value=0)
    still = {(one.indicator, one.area, one.period) for one in dues(plan, [*rows, arrived], today)}
    assert (due.indicator, due.area, due.period) not in still


@given(programmes(), ROWS, DAYS)
def test_late_due_and_coming_follow_from_the_days(plan, rows, today):
    for due in dues(plan, rows, today):
        end = period.parse(due.period).end
        assert due.due_on == end + datetime.timedelta(days=plan.indicators[due.indicator].due_after or 0)
        assert due.state == ("late" if today > due.due_on else "due" if today > end else "coming")
        assert due.days_late == max((today - due.due_on).days, 0)


@given(programmes(), ROWS, DAYS)
def test_a_day_later_nothing_that_was_late_is_settled_by_itself(plan, rows, today):
    def late(day):
        found = [due for due in dues(plan, rows, day) if due.state == "late"]
        return {(due.indicator, due.area): sum(1 + one.earlier for one in found if (one.indicator, one.area) ==
                (due.indicator, due.area)) for due in found}  # fmt: skip

    known = [row for row in rows if row.status != "conflicting" and row.period != "undated"]
    series = {(plan.series_of(row.indicator), row.area) for row in known}
    now, then = late(today), late(today + datetime.timedelta(days=1))
    grains = {period.parse(row.period).start for row in known}
    if (today + datetime.timedelta(days=1)) in grains:
        return
    assert all(then.get(key, 0) >= n for key, n in now.items() if key in series)


@given(programmes(), ROWS, DAYS, st.dictionaries(st.integers(0, 11), DAYS))
def test_complete_and_timely_are_shares_and_agree_with_what_is_owed(plan, rows, today, days):
    arrivals = {(row.indicator, row.area, row.period): days[at] for at, row in enumerate(rows) if at in days}
    found = coverage(plan, rows, arrivals, today)
    for one in found:
        assert one.cells
        assert one.complete is None or 0 <= one.complete <= 1
        assert one.timeliness is None or 0 <= one.timeliness <= 1
        assert [period.parse(cell.period) for cell in one.cells] == sorted(
            period.parse(cell.period) for cell in one.cells
        )
    missing = sum(cell.state in ("late", "due") for one in found for cell in one.cells)
    assert missing == sum(1 + due.earlier for due in dues(plan, rows, today) if due.state != "coming")


@given(programmes(), ROWS, DAYS)
def test_every_series_either_has_its_days_or_is_said_to_have_none(plan, rows, today):
    scheduled = {one.indicator for one in coverage(plan, rows, {}, today)} | {
        one.indicator for one in dues(plan, rows, today)
    }
    untimed = {one.indicator for one in unscheduled(plan, rows, today)}
    assert untimed == {"never"}
    assert not scheduled & untimed


@given(ROWS)
def test_an_odd_value_is_one_of_those_that_were_measured(rows):
    for one in outliers(PLAN, rows):
        assert one.measurement in rows and one.before in rows
        assert one.measurement.period != "undated" and one.measurement.status not in (
            "missing",
            "hidden",
            "conflicting",
        )
