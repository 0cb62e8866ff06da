"""What a heading says of the cells below it: their period, area, indicator, unit."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from azory_monitor import period
from azory_monitor.intake.recognising.known import Known
from azory_monitor.intake.recognising.layout import fold, total_words
from azory_monitor.intake.recognising.units import factor_of

JOINED = " – "
"""Between the parts of a heading that has several, when it is told as one."""

_MARKS = re.compile(r"(?<=[0-9])\s?\*+$|\s\[YR[0-9]{4}\]$")
"""What stands behind a year: an asterisk of a footnote, the year again as the World Bank writes it."""

_UNIT = re.compile(r"\[(?P<unit>[^\[\]]{1,40})\]")
_BRACKETS = re.compile(r"\s*[\[(]\s*(?:w |in )?(?P<unit>[^\[\]()]{1,40})[\])]\s*$")


def facets(heading: Sequence[str], known: Known) -> dict[str, str] | None:
    """``period``, ``area``, ``indicator`` and ``@unit`` of a heading, as texts; empty where it names none of them.

    ``heading`` holds its parts: the cells of several header rows, of which each may join parts by semicolons.
    Two periods of which the second is no part of the first contradict each other: None.
    What is neither period, area nor unit is said to be the indicator only where one of the others was found.
    """
    found: dict[str, str] = {}
    rest: list[str] = []
    for part in _parts(heading):
        unit = _UNIT.fullmatch(part)
        if unit:
            found["@unit"] = unit["unit"].strip()
        elif is_period(part):
            if "period" in found and not _lies_in(part, found["period"]):
                return None
            found["period"] = part
        elif "area" not in found and known.find("areas", part):
            found["area"] = part
        else:
            rest.append(part)
    rest = _dated(found, rest)
    return found | _indicator(rest, bool(found), known)


@lru_cache(maxsize=16_384)
def is_period(text: str) -> bool:
    """Whether a heading is a point or a stretch of time."""
    try:
        return not period.parse(text.strip()).is_undated
    except ValueError:
        return False


def _lies_in(part: str, whole: str) -> bool:
    inner, outer = period.parse(part), period.parse(whole)
    return bool(outer.start and outer.end and inner.start and inner.end) and (
        outer.start <= inner.start and inner.end <= outer.end
    )


def named_indicator(text: str, known: Known) -> tuple[str, str]:
    """The indicator that a text names, and the unit in brackets behind it; other brackets make it another indicator."""
    indicator = known.find("indicators", text)
    found = _BRACKETS.search(text)
    if indicator or not found:
        return indicator, ""
    indicator, unit = known.find("indicators", _BRACKETS.sub("", text)), found["unit"].strip()
    row = known.programme.indicators.get(indicator) if known.programme else None
    return (indicator, unit) if factor_of(unit, row) is not None else ("", "")


def _parts(heading: Sequence[str]) -> list[str]:
    """The parts of a heading, each once, in their order."""
    split = (
        _MARKS.sub("", part.strip())
        for cell in heading
        for part in (cell.split(";") if cell.count(";") > 1 else [cell])
    )
    return list(dict.fromkeys(" ".join(part.split()) for part in split if part))


def _dated(found: dict[str, str], rest: list[str]) -> list[str]:
    """A year and a part of it that stand apart make one period: "2018" and "I kwartał"."""
    for part in rest:
        together = f"{part} {found.get('period', '')}"
        if "period" in found and is_period(together):
            found["period"] = together
            return [other for other in rest if other != part]
    return rest


def _indicator(rest: list[str], is_dated: bool, known: Known) -> dict[str, str]:
    """What is left as the name of an indicator: one that we know, else only beside a period or an area."""
    telling = _without_totals(rest) or rest
    whole = JOINED.join(telling)
    indicator, unit = named_indicator(whole, known)
    if indicator:
        return {"indicator": _BRACKETS.sub("", whole) if unit else whole} | ({"@unit": unit} if unit else {})
    return {"indicator": JOINED.join(rest)} if rest and is_dated else {}


def is_total(text: str) -> bool:
    """Whether all that a heading says is that it is the whole."""
    return not _without_totals(text.split(JOINED))


def _without_totals(parts: Iterable[str]) -> list[str]:
    return [part for part in parts if fold(part) not in total_words()]
