"""Figures that disagree: sources with each other, and a printed value with its own counts."""

from collections.abc import Sequence
from decimal import Decimal

from azory_monitor import period
from azory_monitor.model.counts import counts_fit, from_counts
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Conflict, Misfit
from azory_monitor.period import UNDATED


def conflicts(programme: Programme, measurements: Sequence[Measurement]) -> list[Conflict]:
    """Each preferred figure that others contradict, with those others as they came; in the order of the indicators.

    An undated figure contradicts the undated preferred one, or else the first dated one, so that a later year does
    not inherit an old disagreement.  A conflicting figure with nothing to contradict is left out.
    """
    preferred: dict[tuple[str, str], list[Measurement]] = {}
    for row in measurements:
        if row.status not in ("conflicting", "missing"):
            preferred.setdefault((row.indicator, row.area), []).append(row)
    found: dict[tuple[str, str, str], list[Measurement]] = {}
    for row in (row for row in measurements if row.status == "conflicting"):
        other = _contradicted(row, preferred.get((row.indicator, row.area), []))
        if other:
            found.setdefault((row.indicator, row.area, other.period), [other]).append(row)
    order = list(programme.indicators)
    ordered = sorted((key for key in found if key[0] in programme.indicators), key=lambda key: order.index(key[0]))
    return [Conflict(indicator=key[0], area=key[1], figures=tuple(found[key])) for key in ordered]


def _contradicted(row: Measurement, preferred: list[Measurement]) -> Measurement | None:
    by_time = sorted(preferred, key=lambda other: period.parse(other.period))
    same = [other for other in by_time if other.period == row.period]
    undated = UNDATED.text in (row.period, *(other.period for other in by_time[:1]))
    return next(iter(same or (by_time if undated else [])), None)


def misfits(programme: Programme, measurements: Sequence[Measurement]) -> list[Misfit]:
    """Printed values that their own counts, rounded to as many decimals, do not give.

    A value without decimals may have been printed as a whole number, so it is allowed half of one.  Figures that the
    source itself calls rough are not held to their counts.
    """
    return [
        Misfit(measurement=row, recomputed=recomputed)
        for row in measurements
        if (recomputed := _recomputed(programme, row)) is not None
        if row.value is not None and not _rounds_to(recomputed, row.value)
    ]


def _recomputed(programme: Programme, row: Measurement) -> float | None:
    indicator = programme.indicators.get(row.indicator)
    if indicator is None or row.qualifier or row.status == "hidden" or not counts_fit(indicator, row):
        return None
    return from_counts(indicator, row)


def _rounds_to(exact: float, printed: float) -> bool:
    decimals = max(0, -int(Decimal(repr(printed)).normalize().as_tuple().exponent))
    return abs(exact - printed) <= 0.5 * 10**-decimals * (1 + 1e-9) + 1e-12 * abs(printed)
