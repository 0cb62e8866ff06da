"""Which layout and table do these headings belong to, and which of our columns is each?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from azory_monitor.intake.layout import Layout, fold, is_ours, layouts
from azory_monitor.model.row import Row, base_and_language, columns
from azory_monitor.model.tables import TABLES

WIDE = "@wide"
TWICE = "@twice"
TOLD = "@told"
FEWEST = 2
"""So many headings must be known before an incomplete header is taken for one of ours."""


@dataclass(frozen=True)
class Match:
    """What the headings were taken for.

    ``columns`` names for each heading our column (``name``, ``name_xx``), a role (``@unit``, ``@twice`` for a
    second heading of one column), or nothing where it is not known.  ``missing``: required columns that none gives.
    """

    layout: Layout
    table: str
    columns: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def known(self) -> int:
        """How many headings were recognised."""
        return sum(1 for column in self.columns if column not in ("", TWICE))

    @property
    def rank(self) -> tuple[int, int]:
        """More known headings first, then those that lack less of what is required."""
        return self.known, -len(self.missing)

    @property
    def is_enough(self) -> bool:
        """Whether this is a header at all, not a row of text with a familiar word in it."""
        return self.known >= min(FEWEST, len(self.columns)) and (not self.missing or self.known >= FEWEST)


def matches(headings: Sequence[str], table: str = "") -> list[Match]:
    """The best matches, one or more of equal rank; empty where no layout knows the headings."""
    folded = [fold(heading) for heading in headings]
    found = [
        _match(folded, layout, TABLES[name])
        for layout in layouts()
        for name in _tables_of(layout, table)
        if set(layout.identified_by) <= set(folded)
    ]
    found = [match for match in found if match.is_enough]
    best = max((match.rank for match in found), default=None)
    return [match for match in found if match.rank == best]


def known_headings(match: Match) -> tuple[tuple[str, ...], list[str]]:
    """The headings to tell a person, and all that would be understood, both as they are compared."""
    names = tuple(column.name for column in columns(TABLES[match.table]))
    others = [heading for heading, name in match.layout.headings.items() if name in names]
    return (names, [*names, *others]) if match.layout.own else (tuple(others), others)


def _tables_of(layout: Layout, table: str) -> list[str]:
    candidates = [layout.table] if layout.table else list(TABLES)
    return [name for name in candidates if not table or name == table]


def _match(folded: list[str], layout: Layout, row: type[Row]) -> Match:
    names: list[str] = []
    for heading in folded:
        name = _column_of(heading, layout, row)
        names.append(TWICE if name in names and name[:1] not in ("", "@") else name)
    given = {base_and_language(name)[0] for name in names} | set(names) | {*layout.asked, *layout.constants}
    if layout.wide and WIDE in names:
        given |= {layout.wide.into, layout.wide.value}
    missing = tuple(column.name for column in columns(row) if column.required and column.name not in given)
    return Match(layout, row.table, tuple(names), missing)


def _column_of(heading: str, layout: Layout, row: type[Row]) -> str:
    if not heading:
        return ""
    if is_ours(heading):
        return TOLD
    if layout.wide and re.fullmatch(layout.wide.pattern, heading):
        return WIDE
    kinds = {column.name: column.kind for column in columns(row)}
    own = layout.own and _is_own(heading, kinds)
    name = heading if own else layout.headings.get(heading, layout.others)
    return name if own or name.startswith("@") or name in kinds else ""


def _is_own(heading: str, kinds: dict[str, str]) -> bool:
    return heading in kinds or kinds.get(base_and_language(heading)[0]) == "translated"
