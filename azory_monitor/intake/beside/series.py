"""A file's measurements against the series they join: overlapping grains, and values far from those before them.

Nothing is refused here, for a leap may well be true: what is told are warnings.
"""

from collections.abc import Callable, Iterator, Mapping

import numpy as np
import pandas as pd

from azory_monitor import period
from azory_monitor.intake.beside.overlaps import overlaps
from azory_monitor.intake.checking.findings import LISTED, Fault
from azory_monitor.intake.outcome import Checked
from azory_monitor.model.batch import Problem
from azory_monitor.model.programme import Indicator
from azory_monitor.stats.leaps import leaps, least_difference

_KEY = ("indicator", "area", "period")
_NUMBERS = ("value", "numerator", "denominator")
_STORED = -1
_BEYOND = 10_000_000
"""More days than any period reaches."""
_GRAINS = {"day": 0, "month": 1, "quarter": 2, "half": 3, "year": 4, "school_year": 5, "undated": 6}


def check_series(checked: Checked, stored: pd.DataFrame, indicators: Mapping[str, Indicator]) -> tuple[Problem, ...]:
    """Warn of what is odd in the sound rows of a file of measurements, by row.

    ``stored`` are the current measurements of the same series, as the store gives them.  What the store already has
    is not told again, and an indicator that is not among ``indicators`` has no leaps.
    """
    points, periods = _points(checked.rows, stored, indicators)
    told = [*_overlaps(points, periods, checked), *_leaps(points, periods, checked)]
    return tuple(sorted(told, key=lambda problem: problem.row))


def _points(
    rows: pd.DataFrame, stored: pd.DataFrame, indicators: Mapping[str, Indicator]
) -> tuple[pd.DataFrame, np.ndarray]:
    """Every figure of the series as the file would leave them, dated and of the preferred variant; the periods.

    ``place`` is its position among the file's sound rows, or ``_STORED``; ``replaced`` the figure that the store has
    for that period (NaN: none); ``least`` the smallest difference that matters; ``period`` a number of the periods.
    """
    (indicator, names), (area, areas), (when, texts) = (_numbered(rows[name], stored[name]) for name in _KEY)
    known = [indicators.get(name) for name in names]
    points = pd.DataFrame({"series": indicator * len(areas) + area, "period": when.astype("int32")})
    places = (np.arange(len(rows)), np.full(len(stored), _STORED))
    points["place"] = np.concatenate(places, dtype="int32")
    points["figure"] = _figures(rows, stored, np.array([row.per or 1.0 if row else 1.0 for row in known])[indicator])
    points["least"] = np.array([_least(row) for row in known])[indicator]
    for name, part in _times(texts).items():
        points[name] = part[when]
    is_preferred = np.concatenate([(one["variant"] == "").to_numpy(dtype=bool) for one in (rows, stored)])
    is_meant = is_preferred & points["figure"].notna().to_numpy() & (points["end"] > 0).to_numpy()
    points = points if is_meant.all() else points[is_meant]
    return _as_left(points, len(texts)), texts.to_numpy(dtype=object)


def _as_left(points: pd.DataFrame, periods: int) -> pd.DataFrame:
    """The file's figures with those that they replace, then the stored ones that stay."""
    own = int((points["place"] != _STORED).sum())  # they come first
    if own == len(points):
        return points.assign(replaced=np.nan)
    key = points["series"].to_numpy() * periods + points["period"].to_numpy()
    numbers, keys = pd.factorize(key[:own])
    met = pd.Index(keys).get_indexer(key[own:])
    former = np.full(len(keys), np.nan)
    former[met[met >= 0]] = points["figure"].to_numpy()[own:][met >= 0]
    left = points[np.concatenate([np.ones(own, dtype=bool), met < 0])].reset_index(drop=True)
    return left.assign(replaced=np.concatenate([former[numbers], np.full(len(left) - own, np.nan)]))


def _numbered(own: pd.Series, stored: pd.Series) -> tuple[np.ndarray, pd.Index]:
    """The number of each text, of the file's rows and then of the stored ones; the texts."""
    codes, texts = pd.factorize(own)
    texts = pd.Index(texts, dtype="str")
    if not len(stored):
        return codes, texts
    others, found = pd.factorize(stored)
    places = texts.get_indexer(found)
    new = np.flatnonzero(places < 0)
    places[new] = len(texts) + np.arange(len(new))
    return np.concatenate([codes, places[others]]), texts.append(pd.Index(found[new], dtype="str"))


def _figures(rows: pd.DataFrame, stored: pd.DataFrame, per: np.ndarray) -> np.ndarray:
    """The printed values; where there is none, what the counts give."""
    value, numerator, denominator = (
        np.concatenate([one[name].to_numpy(dtype="float64") for one in (rows, stored)]) for name in _NUMBERS
    )
    if not np.isnan(value).any():
        return value
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.isnan(value), numerator / denominator * per, value)


def _least(indicator: Indicator | None) -> float:
    if indicator is None:
        return np.inf
    return least_difference(indicator.decimals, indicator.measure in ("count", "money", "fact"))


def _times(texts: pd.Index) -> dict[str, np.ndarray]:
    """First and last day of each period as numbers (0: undated), and its grain."""
    periods = [period.parse(text) for text in texts]
    return {
        "start": np.array([one.start.toordinal() if one.start else 0 for one in periods], dtype="int32"),
        "end": np.array([one.end.toordinal() if one.end else 0 for one in periods], dtype="int32"),
        "grain": np.array([_GRAINS[one.grain] for one in periods], dtype="int8"),
    }


def _overlaps(points: pd.DataFrame, periods: np.ndarray, checked: Checked) -> Iterator[Problem]:
    """Told once for each two grains that overlap in a series, at the first row of the file that brings it about."""
    place, grain = points["place"].to_numpy(), points["grain"].to_numpy()
    if not len(points) or (grain == grain[0]).all():
        return
    own, other = overlaps(*(points[name].to_numpy() for name in ("series", "start", "end")))
    is_added = (place != _STORED) & points["replaced"].isna().to_numpy()
    own, other = np.where(is_added[own], own, other), np.where(is_added[own], other, own)
    found = pd.DataFrame({"own": own, "other": other})[is_added[own]]
    found["place"] = place[found["own"]]
    found["series"] = points["series"].to_numpy()[found["own"]]
    pairs = np.sort(grain[found[["own", "other"]].to_numpy()], axis=1)
    found["grains"] = pairs[:, 0] * len(_GRAINS) + pairs[:, 1]
    found = found.sort_values("place", kind="stable")
    found["n"] = found.groupby(["series", "grains"])["place"].transform("nunique")
    found = found.drop_duplicates(["series", "grains"])
    when = points["period"].to_numpy()

    def told(at: int) -> Fault:
        one = found.iloc[at]
        values = {"period": periods[when[one["own"]]], "other": periods[when[one["other"]]]}
        return Fault("overlap", values=values | {"n": int(one["n"])})

    yield from _warnings(found["place"].to_numpy(), "period", told, checked)


def _leaps(points: pd.DataFrame, periods: np.ndarray, checked: Checked) -> Iterator[Problem]:
    """Values of the file that the store does not have yet and that lie far from those before them."""
    series = points["series"].to_numpy() * len(_GRAINS) + points["grain"].to_numpy()
    order = _in_time(series, points["end"].to_numpy())
    names = ("figure", "replaced", "least", "place", "period")
    series, figure, replaced, least, place, when = (
        one[order] for one in (series, *(points[name].to_numpy() for name in names))
    )
    asked = (place != _STORED) & (figure != replaced) & np.isfinite(least)
    found = leaps(series, figure, replaced, least, asked)
    far = np.flatnonzero(found.far)
    far = far[np.argsort(place[far], kind="stable")]

    def told(at: int) -> Fault:
        one = far[at]
        before = found.before[one]
        values = {
            "before": float(figure[before] if before >= 0 else replaced[one]),
            "period": periods[when[before if before >= 0 else one]],
        }
        slip = int(found.slip[one])
        return Fault("unit_slip", values=values | {"factor": slip}) if slip else Fault("jump", values=values)

    yield from _warnings(place[far], "value", told, checked)


def _in_time(series: np.ndarray, end: np.ndarray) -> np.ndarray | slice:
    """The order of series and then of time; a file mostly stands in it already."""
    moment = series * _BEYOND + end
    return slice(None) if (moment[1:] >= moment[:-1]).all() else np.argsort(moment, kind="stable")


def _warnings(places: np.ndarray, column: str, told: Callable[[int], Fault], checked: Checked) -> Iterator[Problem]:
    """A warning at each of these sound rows; of very many, the first ones, and how many more there are."""
    for at, place in enumerate(places[:LISTED].tolist()):
        row, heading, raw = checked.place(place, column)
        fault = told(at)
        yield Problem(row=row, column=heading, value=raw, rule=fault.rule, values=dict(fault.values), warning=True)
    if len(places) > LISTED:
        heading = checked.place(int(places[LISTED]), column)[1]
        yield Problem(row=0, column=heading, rule="more", values={"n": len(places) - LISTED}, warning=True)
