"""A period whose parts stand in several columns: a year, and a quarter, month or half of it."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile

import pandas as pd

from azory_monitor.coded import distinct
from azory_monitor.intake.arranging.foreign import SHOWN, Foreign
from azory_monitor.intake.arranging.shaped import Shaped
from azory_monitor.intake.recognising.facets import is_period
from azory_monitor.intake.recognising.layout import fold, total_words

_FORMS = {"@quarter": "{year}-Q{part}", "@month": "{year}-{part:0>2}", "@half": "{year}-H{part}"}
_WHOLE_YEAR = {"", "rok", "year", "annual"}
_TWO_YEARS = re.compile(r"([0-9]{4})-([0-9]{2})")
_FIRST_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-01(?:T00:00:00)?")
_MONTHS = 12
_GRAINS = ("quarter", "month")
_QUARTERS = {"1", "2", "3", "4"}


def composed_period(shaped: Shaped, foreign: Foreign) -> Shaped:
    """The same with a ``period`` made of the columns that hold its parts."""
    roles = shaped.roles
    either = roles.pop("@period_or_part", [])
    if either and "@year" not in roles:
        heading, texts = either[0]
        return _with_period(shaped, texts, heading)
    if either:
        roles.setdefault("@part", []).extend(either)
    parts = [role for role in ("@half", "@quarter", "@month", "@part") if role in roles]
    if "period" in shaped.cells or not ("@year" in roles or parts):
        return shaped
    if "@year" not in roles:
        roles["@year"] = [("", _asked_year(shaped, roles[parts[0]][0][0], foreign))]
    heading, periods = roles["@year"][0]
    periods = periods.str.removesuffix(".0")
    for role in ("@half", "@quarter", "@month", "@part"):
        for name, parts in roles.get(role, []):
            form = _FORMS.get(role) or _FORMS.get(_grain_of_part(periods, parts, name, foreign), "")
            periods, heading = _joined(periods, parts, form, foreign), f"{heading} + {name}"
    return _with_period(shaped, periods, heading)


def settled_periods(shaped: Shaped, foreign: Foreign) -> Shaped:
    """The same where periods that can be meant in two ways are settled; else that is asked.

    ``2009-10`` is October unless every one of them is a year and the next; the first day of a month in a workbook may
    be how it shows the whole month.
    """
    if "period" not in shaped.cells:
        return shaped
    texts = shaped.cells["period"]
    found = [text for text in distinct(texts) if text]
    years = list(takewhile(bool, map(_TWO_YEARS.fullmatch, found)))
    if 1 < len(found) == len(years) and all(_is_next(*year.groups()) for year in years if year):
        is_certain = any(int(year[2]) > _MONTHS for year in years if year)
        meant = "school_year" if is_certain else _asked_form(["school_year", "month"], found, foreign)
        return _rewritten(shaped, lambda text: text.replace("-", "/")) if meant == "school_year" else shaped
    if foreign.sheet.typed is not None and len(found) > 1 and all(map(_FIRST_DAY.fullmatch, found)):
        meant = _asked_form(["month", "day"], found, foreign)
        return _rewritten(shaped, lambda text: text[: len("2018-01")]) if meant == "month" else shaped
    return shaped


def _asked_form(choices: list[str], found: list[str], foreign: Foreign) -> str:
    meant = foreign.answers.get("period_form", "")
    if meant not in choices:
        foreign.ask("period_form", choices, example=", ".join(found[:SHOWN]))
    return meant


def _is_next(year: str, second: str) -> bool:
    return (int(year) + 1) % 100 == int(second)


def _rewritten(shaped: Shaped, write: Callable[[str], str]) -> Shaped:
    texts = shaped.cells["period"]
    rewritten = texts.map({text: write(text.strip()) for text in texts.unique()})
    return replace(shaped, cells=shaped.cells | {"period": rewritten})


def _asked_year(shaped: Shaped, heading: str, foreign: Foreign) -> pd.Series:
    """The year that the parts of the period are of, as the person says it."""
    year = foreign.answers.get("year", "")
    if not year:
        foreign.ask("year", [], heading=heading)
    return pd.Series(year, index=range(len(shaped.rows)), dtype="str")


def _with_period(shaped: Shaped, texts: pd.Series, heading: str) -> Shaped:
    return replace(shaped, cells=shaped.cells | {"period": texts}, headings=shaped.headings | {"period": heading})


def _grain_of_part(years: pd.Series, parts: pd.Series, heading: str, foreign: Foreign) -> str:
    """What bare numbers beside a year are: months where one is above 4, quarters where years after years end with 4."""
    numbers = parts.str.strip()
    digits = numbers[numbers.str.fullmatch("[0-9]{1,2}")]
    if digits.empty:
        return ""
    if foreign.answers.get("part") in _GRAINS:
        return f"@{foreign.answers['part']}"
    if digits.astype(int).max() > len(_QUARTERS):
        return "@month"
    whole = digits.groupby(years[digits.index]).agg(lambda found: set(found) == _QUARTERS)
    if whole.sum() > 1:
        return "@quarter"
    foreign.ask("part", list(_GRAINS), heading=heading)
    return ""


def _joined(years: pd.Series, parts: pd.Series, form: str, foreign: Foreign) -> pd.Series:
    pairs = pd.DataFrame({"year": years.str.strip(), "part": parts.str.strip()})
    codes = pairs.groupby(["year", "part"], sort=False).ngroup()
    distinct = pairs[~codes.duplicated()]
    nothing = foreign.sheet.match.layout.nothing
    said = [
        _period(year.removesuffix(".0"), "" if part in nothing else part, form)
        for year, part in distinct.itertuples(index=False)
    ]
    return pd.Series(said, dtype="str").take(codes).reset_index(drop=True)


def _period(year: str, part: str, form: str) -> str:
    if fold(part) in _WHOLE_YEAR | total_words():
        return year
    if part.isdigit() and form:
        return form.format(year=year, part=part)
    return next(
        (text for text in (f"{part} {year}", f"{year}-{part}", f"{year} {part}") if is_period(text)), f"{year} {part}"
    )
