"""What each column of a table of figures is, by its heading and its cells, where no layout says."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from azory_monitor import period
from azory_monitor.intake.recognising.facets import JOINED, facets, is_period, is_total, named_indicator
from azory_monitor.intake.recognising.known import Known
from azory_monitor.intake.recognising.layout import Layout, absent_marks, error_marks, fold

WIDE = "@wide"
GUESSED = "@wide_unknown"
"""A column of figures under a heading that names nothing we know: it becomes rows too, once it is said what it is."""

SPLIT = "@split"
"""What a heading says its figures are a part of."""

UNHEADED = "@unheaded"
"""A column of numbers that no heading says anything about, or two that contradict each other."""

Facets = Mapping[str, str]
Heading = tuple[str, ...]
"""The parts of a heading, one for each header row; most have one."""

_NUMBER = re.compile(r"[-−–+(]?\s?[0-9](?:[0-9\s.,'’\u00a0\u202f]*[0-9])?\)?\s?(?:%|‰|[a-z*]{1,2}\)?)?", re.IGNORECASE)
_MOSTLY = 0.6
_PERIODS = ("period", "@year", "@period_or_part")
_FIRST, _LAST = 1900, 2100


def recognise(
    headings: Sequence[Heading],
    below: Sequence[Sequence[str]],
    layout: Layout,
    known: Known,
    answers: Mapping[str, str],
) -> tuple[list[str], list[Facets]]:
    """For each column our name or a role (empty: not recognised), and what the headings of wide columns say.

    ``below`` are the first rows under the headings; a person's ``column:…`` answers overrule everything.
    """
    samples = [
        [row[place].strip() for row in below if place < len(row) and row[place].strip()]
        for place in range(len(headings))
    ]
    numeric = [bool(sample) and _share(sample, is_numeric) >= _MOSTLY for sample in samples]
    names, found = [""] * len(headings), [{}] * len(headings)
    for place, heading in enumerate(headings):
        names[place], found[place] = _by_heading(heading, samples[place], numeric[place], layout, known, answers)
    _by_cells(names, samples, numeric, known)
    _figures(names, found, headings, numeric)
    return names, found


@lru_cache(maxsize=65_536)
def is_numeric(text: str) -> bool:
    """Whether a cell could hold a figure, or the mark that there is none or that its formula failed."""
    return bool(_NUMBER.fullmatch(text)) or text.casefold() in absent_marks() or text.upper() in error_marks()


def is_year(text: str) -> bool:
    """Whether a number could be a year."""
    return text.isdigit() and len(text) == 4 and _FIRST <= int(text) <= _LAST


def told(heading: Heading) -> str:
    """A heading as one text, which is how a person names it."""
    return JOINED.join(part for part in heading if part.strip())


def given_name(heading: Heading, answers: Mapping[str, str]) -> str:
    """What a person said that a column is; ``@told`` where they said that it is to be left out."""
    key = f"column:{told(heading)}"
    return (answers[key] or "@told") if key in answers else ""


def _by_heading(
    heading: Heading, sample: list[str], is_number: bool, layout: Layout, known: Known, answers: Mapping[str, str]
) -> tuple[str, Facets]:
    listed = given_name(heading, answers) or layout.headings.get(fold(told(heading)), "")
    if listed:
        return listed, {}
    if sample and not is_number:
        return "", {}
    found = facets(heading, known)
    if found is None:
        return UNHEADED, {}
    return (WIDE, found) if found else ("", {})


def _by_cells(names: list[str], samples: Sequence[list[str]], numeric: Sequence[bool], known: Known) -> None:
    """Name columns that their cells give away: areas, indicators and periods."""
    for place in [place for place, name in enumerate(names) if name == "@area_or_unit"]:
        names[place] = "area" if any(known.find("areas", text) for text in samples[place]) else "@unit"
    for place in [place for place, name in enumerate(names) if not name and samples[place]]:
        sample, texts = samples[place], not numeric[place]
        if texts and any(known.find("areas", text) for text in sample) and "area" not in names:
            names[place] = "area"
        elif texts and any(named_indicator(text, known)[0] for text in sample) and "indicator" not in names:
            names[place] = "indicator"
        elif not any(name in names for name in _PERIODS) and all(_is_dated(text, texts) for text in sample):
            names[place] = "period"


def _is_dated(text: str, is_text: bool) -> bool:
    return is_period(text) if is_text else is_year(text)


def _figures(names: list[str], found: list[Facets], headings: Sequence[Heading], numeric: Sequence[bool]) -> None:
    """Settle the columns of figures against each other: a value column, or columns that become rows."""
    _contradict(names, found)
    _drop_other_grains(names, found)
    _call_splits(names, found)
    kinds = {kind for name, facet in zip(names, found, strict=True) if name == WIDE for kind in facet}
    if "value" in names and kinds & {"period", "area"}:
        names[names.index("value")] = ""
    if "value" in names:
        names[:] = ["" if name == WIDE else name for name in names]
        return
    for place, heading in enumerate(headings):
        if names[place] or not numeric[place]:
            continue
        text = told(heading)
        if not text:
            names[place] = UNHEADED
        elif "area" in kinds:
            names[place], found[place] = GUESSED, {"area": text}
        elif "period" not in kinds:
            names[place], found[place] = GUESSED, {"indicator": text}


def _contradict(names: list[str], found: Sequence[Facets]) -> None:
    """A heading that names an area or a period beside a column of such ones says two things at once."""
    for kind, columns in (("area", ("area",)), ("period", _PERIODS)):
        if any(name in columns for name in names):
            for place, facet in enumerate(found):
                if names[place] == WIDE and kind in facet:
                    names[place] = UNHEADED


def _call_splits(names: Sequence[str], found: list[Facets]) -> None:
    """Where some headings say that they are the whole, what the others name is a part of it and no indicator."""
    said = [
        facet["indicator"] for name, facet in zip(names, found, strict=True) if name == WIDE and "indicator" in facet
    ]
    if any(is_total(text) for text in said):
        for place, facet in enumerate(found):
            if "indicator" in facet:
                found[place] = {
                    **{kind: text for kind, text in facet.items() if kind != "indicator"},
                    SPLIT: facet["indicator"],
                }


def _drop_other_grains(names: list[str], found: Sequence[Facets]) -> None:
    """Beside columns of years, "2017/2018" is no school year but a change from one to the other."""
    grains = {place: period.parse(facet["period"]).grain for place, facet in enumerate(found) if "period" in facet}
    if {"year", "school_year"} <= set(grains.values()):
        for place, grain in grains.items():
            names[place] = "@told" if grain == "school_year" else names[place]


def _share(sample: Sequence[str], holds) -> float:
    return sum(map(holds, sample)) / len(sample)
