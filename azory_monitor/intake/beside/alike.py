"""Entries of the register that look like one that is stored already: told, never refused, for two may well be alike."""

import difflib
from collections.abc import Callable, Iterator, Mapping

from azory_monitor import period
from azory_monitor.intake.outcome import Checked
from azory_monitor.intake.recognising.layout import fold
from azory_monitor.model.batch import Problem
from azory_monitor.model.partners import Funding
from azory_monitor.model.register import Activity, Barrier
from azory_monitor.model.row import Row, base_and_language
from azory_monitor.model.state import Programme

SIMILAR = 0.8
"""Titles with this ratio of matching letters are similar: Ratcliff, J. W., Metzener, D. E. (1988): Pattern matching:
the Gestalt approach. Dr. Dobb's Journal 13(7)."""

_DATED = ("sent", "decided", "covers_from")
"""What dates an entry of funding."""

Cells = Mapping[str, object]
Alike = Callable[[Cells, Row], str]
"""The rule by which a row of a file looks like a stored one, empty where it does not."""


def check_alike(table: str, checked: Checked, programme: Programme) -> tuple[Problem, ...]:
    """Warn of each new row of a file that looks like a stored entry of its table: the first such entry is named.

    Rows whose key is stored are that entry itself, and an activity that says which one it repeats is not told again.
    """
    if table not in _RULES or checked.rows.empty:
        return ()
    stored: Mapping[str, Row] = getattr(programme, table)
    return tuple(_found(table, checked, stored))


def _found(table: str, checked: Checked, stored: Mapping[str, Row]) -> Iterator[Problem]:
    column, alike = _RULES[table]
    for place, cells in enumerate(checked.rows.to_dict("records")):
        if cells["id"] in stored or cells.get("same_as"):
            continue
        told = ((rule, one) for one in stored.values() if (rule := alike(cells, one)))
        rule, other = next(told, ("", None))
        if other is not None:
            row, heading, raw = checked.place(place, _heading(column, cells))
            values = {"other": other.id, "name": _name(other), "when": getattr(other, "date", "")}
            yield Problem(row=row, column=heading, value=raw, rule=rule, values=values, warning=True)


def _heading(column: str, cells: Cells) -> str:
    """The first heading of a column that the file fills."""
    return next((name for name, cell in cells.items() if base_and_language(str(name))[0] == column and cell), column)


def _name(row: Row) -> dict[str, str]:
    return getattr(row, "title", None) or getattr(row, "name", {})


def _activity(cells: Cells, other: Activity) -> str:
    if not _same_time(str(cells["date"]), other.date):
        return ""
    if cells["kind"] == other.kind:
        return "same_kind_and_time"
    return "same_organiser_and_time" if set(str(cells["organisers"]).split()) & set(other.organisers) else ""


def _same_time(one: str, other: str) -> bool:
    """The same day, or where one of them says no day the same month; a year alone and no date say too little."""
    grains = {period.parse(one).grain, period.parse(other).grain}
    if grains == {"day"}:
        return one == other
    return grains <= {"day", "month"} and one[:7] == other[:7]


def _barrier(cells: Cells, other: Barrier) -> str:
    pairs = _same_language("title", cells, other.title)
    return "similar_title" if any(_similar(one, two) for one, two in pairs) else ""


def _similar(one: str, other: str) -> bool:
    matcher = difflib.SequenceMatcher(None, fold(one), fold(other), autojunk=False)
    return matcher.quick_ratio() >= SIMILAR and matcher.ratio() >= SIMILAR


def _funding(cells: Cells, other: Funding) -> str:
    years = {str(cells[name])[:4] for name in _DATED} & {getattr(other, name)[:4] for name in _DATED} - {"", "unda"}
    pairs = _same_language("origin", cells, other.origin)
    return "same_origin_and_year" if years and any(fold(one) == fold(two) for one, two in pairs) else ""


def _same_language(name: str, cells: Cells, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for heading, cell in cells.items():
        base, language = base_and_language(str(heading))
        if base == name and cell and texts.get(language):
            yield str(cell), texts[language]


_RULES: dict[str, tuple[str, Alike]] = {
    Activity.table: ("date", _activity),
    Barrier.table: ("title", _barrier),
    Funding.table: ("origin", _funding),
}
