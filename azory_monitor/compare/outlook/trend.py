"""Whether an indicator has really changed, by the one rule that its figures allow.

Points are preferred, exact, dated figures of one length and part of the year since the last break.

1. Five or more with counts: the five latest, as Fingertips (Office for Health Improvement and Disparities, technical
   guidance "Trend markers") takes them.  Real and clear where the test for trend exceeds 9.5495 (99.8 %) *and* the
   line keeps its direction whichever point is left out.  Not where everybody counts (a part equal to its whole), as
   there; then rule 2.
2. Five or more without counts: Mann-Kendall's exact test over all of them, two-sided at 5 %, and Sen's slope.  Counts
   of people at events belong here too: they come in groups, so Poisson's distribution would call too much real.
3. Two to four with counts: the last against the first, as two periods are compared elsewhere.
4. Everything else is too few.

Neighbouring values of slow series resemble each other, which no test on so few points can allow for: a change that is
called real is one that independent figures would hardly show.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from azory_monitor import period, stats
from azory_monitor.compare import chance
from azory_monitor.compare.figure import TESTABLE, Figure, line_up
from azory_monitor.compare.outlook.points import Points, points_of
from azory_monitor.compare.standing.verdict import gap, side
from azory_monitor.model.counts import scale
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.outlook import Movement, Trend, TrendReason
from azory_monitor.model.programme import Direction, Indicator
from azory_monitor.model.state import Programme

CRITICAL = 9.5495
"""Chi-squared with one degree of freedom at 99.8 %."""

FEWEST = FIVE = 5
"""Under so many points no order of values is unlikely enough; and so many are taken where counts are known."""

MOST = 60
"""So many of the latest points, at most, are put in order: beyond, a life's work would be one trend."""

CHANCE, CLEAR_CHANCE = 0.05, 0.002


def trends(programme: Programme, measurements: Sequence[Measurement], areas: Sequence[str], today: date) -> list[Trend]:
    """One verdict for every indicator and area with a figure, and for all indicators of the programme's own area."""
    lines = line_up(programme, measurements, today)
    found = []
    for indicator in programme.indicators.values():
        for area in areas:
            figures = lines.get((programme.series_of(indicator.id), area), ())
            if figures or area == programme.area.id:
                points = points_of(programme, indicator, figures, today)
                found.append(_trend(indicator, area, figures, points))
    return found


def _trend(indicator: Indicator, area: str, figures: Sequence[Figure], points: Points) -> Trend:
    broken = {"broken_at": points.broken.period, "broken_why": points.broken.why} if points.broken else {}
    reason = _why_none(indicator, figures, points)
    told = {"movement": "cannot_tell", "reason": reason} if reason else judge(indicator, points)
    return Trend(indicator=indicator.id, area=area, **broken, **told)


def _why_none(indicator: Indicator, figures: Sequence[Figure], points: Points) -> TrendReason:
    """Why the figures cannot be judged at all; a hidden end is no change to the last one that is shown."""
    if not figures:
        return "no_measurement"
    if indicator.measure == "fact":
        return "no_test"
    if figures[-1].period.is_undated:
        return "undated_only"
    last = points.figures[-1] if points.figures else None
    if last is not None and last.value is None:
        return "hidden"
    return "inexact" if last is not None and not last.is_exact else ""


def judge(indicator: Indicator, points: Points) -> dict[str, Any]:
    """The cells of the verdict, by the first rule that fits."""
    exact = points.exact
    if len(exact) >= FEWEST:
        latest = exact[-FIVE:]
        return (
            _by_counts(indicator, latest) if _fit_for_test(indicator, latest) else _by_order(indicator, exact[-MOST:])
        )
    if len(exact) > 1 and _counted(indicator, (exact[0], exact[-1])):
        return _last_against_first(indicator, exact[0], exact[-1])
    return _told(exact) | {"movement": "too_few", "reason": _why_too_few(indicator, points)}


def _counted(indicator: Indicator, figures: Sequence[Figure]) -> bool:
    return indicator.measure in TESTABLE and all(figure.denominator is not None for figure in figures)


def _fit_for_test(indicator: Indicator, figures: Sequence[Figure]) -> bool:
    is_whole = indicator.measure == "proportion" and any(one.numerator == one.denominator for one in figures)
    return _counted(indicator, figures) and not is_whole


def _why_too_few(indicator: Indicator, points: Points) -> TrendReason:
    exact = points.exact
    if len(exact) < 2:
        return "other_season" if points.of_grain > len(points.figures) else ""
    if indicator.measure in TESTABLE:
        return "counts_not_given"
    is_unspread = indicator.measure == "mean" and any(figure.row.spread is None for figure in exact)
    return "spread_not_given" if is_unspread else ""


def _by_counts(indicator: Indicator, figures: Sequence[Figure]) -> dict[str, Any]:
    """Rule 1."""
    is_share, per = indicator.measure == "proportion", scale(indicator)
    counts = ([figure.numerator or 0.0 for figure in figures], [figure.denominator or 0.0 for figure in figures])
    times = _times(figures)
    found = (stats.proportion_trend if is_share else stats.rate_trend)(times, *counts)
    is_real = found.chi_squared > CRITICAL and stats.same_way_without_any(times, *counts)
    limits, span = found.limits(chance.DIFFERENT), times[-1] - times[0]
    return _told(figures) | {
        "method": "chi_squared_trend" if is_share else "poisson_trend",
        "movement": _movement(indicator.direction, found.slope) if is_real else "within_noise",
        "slope": per * found.slope,
        "change": per * found.slope * span,
        "change_lower": per * limits.lower * span,
        "change_upper": per * limits.upper * span,
        "p": found.p,
        "clear": is_real,
    }


def _by_order(indicator: Indicator, figures: Sequence[Figure]) -> dict[str, Any]:
    """Rule 2.  An order without a slope, which many equal values can give, is no change that could be told."""
    times, values = _times(figures), [figure.value or 0.0 for figure in figures]
    order, sen = stats.mann_kendall(values), stats.sen_slope(times, values, chance.DIFFERENT)
    is_real, span = order.p <= CHANCE and order.score * sen.slope > 0, times[-1] - times[0]
    return _told(figures) | {
        "method": "mann_kendall",
        "movement": _movement(indicator.direction, sen.slope) if is_real else "within_noise",
        "slope": sen.slope,
        "change": sen.slope * span,
        "change_lower": sen.limits.lower * span if sen.limits else None,
        "change_upper": sen.limits.upper * span if sen.limits else None,
        "p": order.p,
        "clear": is_real and order.p <= CLEAR_CHANCE,
    }


def _last_against_first(indicator: Indicator, first: Figure, last: Figure) -> dict[str, Any]:
    """Rule 3."""
    per, (before, now) = scale(indicator), (_counts(figure) for figure in (first, last))
    weighed, (start, end) = chance.weigh(indicator.measure, now, before), _times((first, last))
    change = gap(last.value or 0.0, first.value or 0.0)
    return _told((first, last)) | {
        "method": "two_periods",
        "movement": _movement(indicator.direction, change) if weighed.different else "within_noise",
        "slope": change / (end - start),
        "change": change,
        "change_lower": per * weighed.difference.lower,
        "change_upper": per * weighed.difference.upper,
        "clear": weighed.clear,
    }


def _counts(figure: Figure) -> chance.Counts:
    return figure.numerator or 0.0, figure.denominator or 0.0


def _times(figures: Sequence[Figure]) -> list[float]:
    return [period.middle(figure.period.text) or 0.0 for figure in figures]


def _movement(direction: Direction, by: float) -> Movement:
    word = {"better": "improving", "worse": "worsening"}.get(side(direction, by))
    return word or ("rising" if by > 0 else "falling")


def _told(figures: Sequence[Figure]) -> dict[str, Any]:
    if not figures:
        return {}
    return {
        "points": len(figures),
        "first_period": figures[0].period.text,
        "last_period": figures[-1].period.text,
        "first_value": figures[0].value,
        "last_value": figures[-1].value,
        "measurements": tuple(figure.row for figure in figures),
    }
