"""Which layout and table do these headings belong to, and which of our columns is each?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from azory_monitor.intake.recognising import evidence
from azory_monitor.intake.recognising.evidence import FEWEST, TWICE
from azory_monitor.intake.recognising.known import Known
from azory_monitor.intake.recognising.layout import Layout, fold, is_ours, layouts
from azory_monitor.intake.recognising.recognise import (
    GUESSED,
    UNHEADED,
    WIDE,
    Facets,
    Heading,
    given_name,
    recognise,
    told,
)
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import Row, base_and_language, columns
from azory_monitor.model.tables import TABLES

TOLD = "@told"


ASKED = ("indicator", "area", "period")
"""What a file of measurements may be silent about: it is asked."""

_NOTHING_KNOWN = ("", TWICE, UNHEADED, GUESSED, "@told")
PARTS = ("@year", "@half", "@quarter", "@month", "@part", "@period_or_part")


@dataclass(frozen=True)
class Match:
    """What the headings were taken for.

    ``columns`` names for each heading our column (``name``, ``name_xx``), a role (``@unit``, ``@twice`` for a
    second heading of one column), or nothing where it is not known; ``facets`` what the headings of columns say that
    become rows.  ``missing``: required columns that none gives.
    """

    layout: Layout
    table: str
    columns: tuple[str, ...]
    missing: tuple[str, ...]
    facets: tuple[Facets, ...] = field(default=(), repr=False)
    is_listed: bool = False
    """Whether one of the headings stands in the layout's list."""
    has_figures: bool = True
    """Whether there are columns for figures, and figures in them where there is anything."""
    broken: bool = False
    """Whether the row below holds texts where figures should be: the header goes on there."""
    is_ours: bool = False
    """Whether it is one of our own tables, whole; a file of measurements maybe with a slip in a heading."""

    @property
    def known(self) -> int:
        """How many headings were recognised."""
        return sum(1 for column in self.columns if column not in _NOTHING_KNOWN)

    @property
    def rank(self) -> tuple[int, ...]:
        """Figures without a heading last, then more known headings first, then those that lack less; our own first."""
        return (
            -self.columns.count(UNHEADED),
            -self.broken,
            self.is_ours,
            self.is_listed,
            self.known,
            -len(self.missing),
            self.preference,
        )

    @property
    def preference(self) -> int:
        """Our own form before a free table; but a column that it lacks may split the figures, so then the table."""
        if not self.layout.own:
            return 0
        return -1 if self.table == Measurement.table and "" in self.columns else 1

    @property
    def is_enough(self) -> bool:
        """Whether this is a header at all, not a row of text with a familiar word in it."""
        if self.layout.free:
            return self.has_figures and self.known + (GUESSED in self.columns) >= FEWEST and self.known > 0
        if self.table == Measurement.table and not self.has_figures:
            return False
        return self.known >= min(FEWEST, len(self.columns)) and (not self.missing or self.known >= FEWEST)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left open that a further header row above might say."""
        said = [tuple(sorted(self.facets[place].items())) for place in self.wide]
        is_open = self.missing or self.broken or {UNHEADED, GUESSED} & set(self.columns)
        return not is_open and len(said) == len(set(said))

    @property
    def wide(self) -> tuple[int, ...]:
        """The places of the columns that become rows."""
        return tuple(place for place, name in enumerate(self.columns) if name in (WIDE, GUESSED))


def best_rank(headings: int) -> tuple[int, ...]:
    """The rank (see ``Match.rank``) that no match of so many headings exceeds: each of them known, nothing amiss."""
    return 0, 0, True, True, headings, 0, 1


def matches(
    headings: Sequence[Heading],
    below: Sequence[Sequence[str]],
    table: str,
    known: Known,
    answers: Mapping[str, str],
) -> list[Match]:
    """The best matches, one or more of equal rank; empty where no layout knows the headings."""
    folded = [fold(told(heading)) for heading in headings]
    wanted = [layout for layout in layouts() if answers.get("layout", layout.name) == layout.name]
    named = [layout for layout in wanted if _identifies(layout, headings, folded)]
    said = any(given_name(heading, answers) for heading in headings)
    words = {*folded, *(base_and_language(text)[0] for text in folded)}
    found = [
        _match(headings, folded, below, layout, TABLES[name], known, answers)
        for layout in named or [layout for layout in wanted if not layout.identified_by]
        for name in _tables_of(layout, table)
        if said or layout.free or layout.others or not words.isdisjoint(_words(layout, TABLES[name]))
    ]
    found = [_with_rows_below(match, below) for match in found if match.is_enough]
    best = max((match.rank for match in found), default=None)
    return [match for match in found if match.rank == best]


def _identifies(layout: Layout, headings: Sequence[Heading], folded: Sequence[str]) -> bool:
    if not layout.identified_by or not set(layout.identified_by) <= set(folded):
        return False
    return not layout.one_heading or any(re.fullmatch(layout.one_heading, told(heading)) for heading in headings)


def known_headings(match: Match) -> tuple[tuple[str, ...], list[str]]:
    """The headings to tell a person, and all that would be understood, both as they are compared."""
    names = tuple(column.name for column in columns(TABLES[match.table]))
    others = [heading for heading, name in match.layout.headings.items() if name in names]
    return (names, [*names, *others]) if match.layout.own else (tuple(others), others)


def _tables_of(layout: Layout, table: str) -> list[str]:
    candidates = [layout.table] if layout.table else list(TABLES)
    return [name for name in candidates if not table or name == table]


def _match(
    headings: Sequence[Heading],
    folded: list[str],
    below: Sequence[Sequence[str]],
    layout: Layout,
    row: type[Row],
    known: Known,
    answers: Mapping[str, str],
) -> Match:
    if layout.free:
        names, facets = recognise(headings, below, layout, known, answers)
    else:
        names = [
            given_name(heading, answers) or _column_of(text, layout, row)
            for heading, text in zip(headings, folded, strict=True)
        ]
        facets = [{} for _ in names]
    if layout.own:
        names = [_once(name, names[:place]) for place, name in enumerate(names)]
    missing = _missing(names, facets, layout, row)
    is_whole = not missing and all(names)
    is_ours = layout.own and (evidence.is_ours(names, folded, missing) if row is Measurement else is_whole)
    return Match(
        layout,
        row.table,
        tuple(names),
        missing,
        tuple(facets),
        is_listed=layout.own or any(heading in layout.headings for heading in folded),
        has_figures=evidence.has_figures(names, facets, below, is_ours) if row is Measurement else True,
        is_ours=is_ours,
    )


def _with_rows_below(match: Match, below: Sequence[Sequence[str]]) -> Match:
    """The same, and whether the header goes on below: asked only of what is a header at all, for most rows are none."""
    return replace(match, broken=evidence.is_broken(match.columns, below, match.layout))


def _once(name: str, before: Sequence[str]) -> str:
    return TWICE if name[:1] not in ("", "@") and name in before else name


def _missing(names: list[str], facets: Sequence[Facets], layout: Layout, row: type[Row]) -> tuple[str, ...]:
    given = {base_and_language(name)[0] for name in names} | set(names) | set(layout.constants)
    given |= {kind for facet in facets for kind in facet}
    given |= {"period"} if set(PARTS) & set(names) else set()
    return tuple(column.name for column in columns(row) if column.required and column.name not in given)


def asked_of(match: Match) -> tuple[str, ...]:
    """The columns that a file of measurements lacks and a person has to name.

    In our own form a heading that nobody knows may be one of them misspelt: then it is a fault instead.
    """
    if match.table != Measurement.table or (match.layout.own and "" in match.columns):
        return ()
    return tuple(name for name in ASKED if name in match.missing)


def _column_of(heading: str, layout: Layout, row: type[Row]) -> str:
    if not heading:
        return ""
    if is_ours(heading):
        return TOLD
    kinds = _kinds(row)
    own = layout.own and _is_own(heading, kinds)
    name = heading if own else layout.headings.get(heading, layout.others)
    return name if own or name.startswith("@") or name in kinds else ""


def _words(layout: Layout, row: type[Row]) -> frozenset[str]:
    """Every heading of which a layout knows at all: a row without one of them is no header, which is most rows."""
    return _words_of(layout.name, row)


@cache
def _words_of(name: str, row: type[Row]) -> frozenset[str]:
    return frozenset(_kinds(row)).union(*(layout.headings for layout in layouts() if layout.name == name))


@cache
def _kinds(row: type[Row]) -> dict[str, str]:
    return {column.name: column.kind for column in columns(row)}


def _is_own(heading: str, kinds: dict[str, str]) -> bool:
    return heading in kinds or kinds.get(base_and_language(heading)[0]) == "translated"
