"""What rests on a figure, and what it rests on in turn."""

from collections.abc import Iterator

from azory_monitor.model.counts import counts_fit, from_counts, scale
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.trace import Formula, Subject
from azory_monitor.model.verdicts import Comparison, Progress
from azory_monitor.view import View

MANY = 20_000
"""In a state of more figures only the standing of the latest ones is told: that of others is judged anew each time."""


def subject_of(row: Measurement) -> Subject:
    """A measurement as what is traced."""
    key = " ".join(filter(None, (row.indicator, row.area, row.period, row.variant)))
    return Subject(table=Measurement.table, key=key)


def formula_of(view: View, row: Measurement) -> Formula | None:
    """How the value follows from its counts; None where it is as printed."""
    indicator = view.programme.indicators[row.indicator]
    if not counts_fit(indicator, row) or row.numerator is None or row.denominator is None:
        return None
    misfits = (one for one in view.misfits if subject_of(one.measurement) == subject_of(row))
    return Formula(
        measure=indicator.measure,
        numerator=row.numerator,
        denominator=row.denominator,
        per=scale(indicator),
        result=from_counts(indicator, row),
        misfit=next(misfits, None),
    )


def comparisons_of(view: View, row: Measurement) -> tuple[Comparison, ...]:
    """The comparisons in which this figure is the area's own."""
    asked = {"indicator": row.indicator, "area": row.area, "comparable": True}
    found = _resting(view.comparisons(**asked), row)
    if found or view.size > MANY or not any(sign.isdigit() for sign in row.period):
        return tuple(found)
    return tuple(_resting(view.comparisons(**asked, period=row.period), row))


def _resting(compared: list[Comparison], row: Measurement) -> list[Comparison]:
    return [one for one in compared if one.measurements and one.measurements[0] == row]


def progress_of(view: View, indicator: str, row: Measurement) -> Progress | None:
    """The progress of the indicator, where this figure is its latest one or its baseline."""
    found = next((one for one in view.progress(indicator=indicator) if one.area == row.area), None)
    if found is None or row.period not in (found.latest_period, found.baseline_period):
        return None
    return found


def target_of(view: View, indicator: str, area: str) -> Subject | None:
    """The row that says what the indicator is to reach, where there is one."""
    found = next(
        (key for key, one in view.programme.targets.items() if (one.indicator, one.area) == (indicator, area)), None
    )
    return Subject(table="targets", key=found) if found else None


def inputs_of(view: View, row: Measurement, compared: tuple[Comparison, ...], moved: Progress | None) -> list[Subject]:
    """The rows that stand behind a figure and the verdicts that rest on it, each once, without itself."""
    found = [*view.counted_from(row), *_behind(compared, moved)]
    return [one for one in dict.fromkeys(found) if one != subject_of(row)]


def _behind(compared: tuple[Comparison, ...], moved: Progress | None) -> Iterator[Subject]:
    for one in compared:
        if one.against == "standard":
            yield Subject(table="standards", key=one.benchmark)
        yield from map(subject_of, one.measurements)
    if moved:
        yield from map(subject_of, moved.measurements)
