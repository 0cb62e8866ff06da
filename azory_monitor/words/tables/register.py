"""Rows of the register as tables: any table of the data package, barriers, and barriers by theme and objective."""

import dataclasses
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from azory_monitor.model.column import Column as Declared
from azory_monitor.model.hindrance import ActionGap
from azory_monitor.model.presented import Table
from azory_monitor.model.programme import Indicator
from azory_monitor.model.register import Barrier
from azory_monitor.model.row import Row
from azory_monitor.model.row import columns as columns_of
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES
from azory_monitor.words.names import name_of, source_name
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import Column, or_empty, table_of

GAPS = ("responsible", "outcome", "indicator", "barrier")
"""What an action may lack."""

BARRIER_COLUMNS = (
    "title", "kind", "theme", "state", "severity", "opened", "owner", "decision", "decides", "actions", "locator",
)  # fmt: skip

_DECISION_COLUMNS = ("decision", "decides", "title", "actions")

_NUMBERS = {one.name for row in TABLES.values() for one in columns_of(row) if one.kind == "number"}
"""The columns that a row may say are hidden; whatever else stands there is told as it was typed."""

_UNGROUPED = ("year", "number", "position")
"""Whole numbers that name something rather than count it."""

Counts = Mapping[tuple[str, str], int]
"""How many barriers there are, by theme and objective; the objective is empty where a barrier belongs to none."""


def register_table(
    speaker: Speaker, programme: Programme, rows: Sequence[Row], table: type[Row], names: Sequence[str] = ()
) -> Table:
    """Rows of one table as a reader needs them: names for ids, words for choices, periods in words.

    ``names`` chooses the columns and their order; without it all columns but the id are shown.
    """
    declared = {column.name: column for column in columns_of(table)}
    shown = [declared[name] for name in names] or [column for column in declared.values() if column.kind != "id"]
    columns = [
        Column(
            speaker.say(f"column.{column.name}"),
            partial(_cell_of, speaker, programme, column),
            _is_numeric(column),
            number=partial(_number_of, column) if _is_numeric(column) else None,
        )
        for column in shown
    ]
    name = speaker.label("table", table.table)
    is_located = any(column.name == "locator" for column in shown)
    return table_of(speaker, speaker.say("caption.register", table=name) if is_located else name, columns, rows)


def barrier_table(speaker: Speaker, programme: Programme, barriers: Sequence[Barrier]) -> Table:
    """What stands in the way, who could decide, and what it holds up."""
    return register_table(speaker, programme, barriers, Barrier, BARRIER_COLUMNS)


def decision_table(speaker: Speaker, programme: Programme, barriers: Sequence[Barrier]) -> Table:
    """Which decision is asked, of whom, and which barrier it would remove."""
    table = register_table(speaker, programme, barriers, Barrier, _DECISION_COLUMNS)
    return dataclasses.replace(table, caption=speaker.say("caption.decisions"))


def gap_table(speaker: Speaker, programme: Programme, gaps: Sequence[ActionGap]) -> Table:
    """What each action has and what it lacks."""
    columns = [
        Column(speaker.say("heading.action"), lambda gap: _coded(speaker, programme, gap.action)),
        *(Column(speaker.say(f"heading.gap.{name}"), partial(_lacks, speaker, name), stays=True) for name in GAPS),
    ]
    return table_of(speaker, speaker.say("caption.gaps"), columns, gaps)


def _coded(speaker: Speaker, programme: Programme, action: str) -> str:
    return " ".join(filter(None, (programme.actions[action].code, name_of(speaker, programme, "actions", action))))


def _lacks(speaker: Speaker, name: str, gap: ActionGap) -> str:
    return speaker.say("gap.lacking" if getattr(gap, name) else "gap.there")


def matrix_table(speaker: Speaker, programme: Programme, counts: Counts, totals: Mapping[str, int]) -> Table:
    """Barriers by theme and objective.  A cell without barriers stays visibly empty.

    ``totals`` counts each theme's barriers once; one of several objectives stands under each.
    """
    objectives = [*programme.objectives, *([""] if any(not objective for _, objective in counts) else [])]
    heads = {id: objective_name(speaker, programme, id) for id in objectives}
    columns = [
        Column(speaker.say("column.theme"), partial(name_of, speaker, programme, "themes")),
        *(
            Column(head, partial(_count, speaker, counts, id), True, True, partial(_counted, counts, id))
            for id, head in heads.items()
        ),
        Column(
            speaker.say("chart.barriers.total"), lambda id: speaker.number(totals[id]), True, number=totals.__getitem__
        ),
    ]
    themes = [id for id in programme.themes if any(theme == id for theme, _ in counts)]
    return table_of(speaker, speaker.say("caption.matrix"), columns, themes)


def objective_name(speaker: Speaker, programme: Programme, objective: str) -> str:
    """An objective's short name, or that there is none."""
    return name_of(speaker, programme, "objectives", objective) if objective else speaker.say("heading.no_objective")


def _count(speaker: Speaker, counts: Counts, objective: str, theme: str) -> str:
    n = counts.get((theme, objective), 0)
    return speaker.number(n) if n else speaker.say("cell.empty")


def _counted(counts: Counts, objective: str, theme: str) -> float | None:
    return counts.get((theme, objective)) or None


def _is_numeric(column: Declared) -> bool:
    return column.kind in ("number", "integer")


def _number_of(column: Declared, row: Row) -> float | None:
    value = getattr(row, column.name)
    return None if value is None or column.name in _UNGROUPED else float(value)


def _cell_of(speaker: Speaker, programme: Programme, column: Declared, row: Row) -> str:
    if isinstance(row, Indicator) and column.name == "unit":
        return or_empty(speaker, speaker.unit(row))
    if row.withholds(column.name):
        return speaker.say("cell.hidden")
    return or_empty(speaker, written(speaker, programme, column, getattr(row, column.name)))


def written(speaker: Speaker, programme: Programme, column: Declared, value: Any) -> str:
    """A cell in the reader's language; empty where nothing is recorded."""
    match column.kind:
        case "translated":
            return speaker.text(value)
        case "choice":
            return speaker.label(f"choice.{column.name}", value)
        case "period":
            return speaker.period(value)
        case "integer" if column.name in _UNGROUPED:
            return "" if value is None else str(int(value))
        case "flag":
            return speaker.say("cell.yes" if value else "cell.no")
        case "ref":
            return name_of(speaker, programme, column.to, value) if value else ""
        case "refs":
            return "; ".join(name_of(speaker, programme, column.to, id) for id in value)
    if column.name == "locator":
        return speaker.locator(value)
    if column.name == "hidden":
        return "; ".join(speaker.say(f"column.{name}") if name in _NUMBERS else name for name in value.split())
    if column.name == "source":
        return source_name(speaker, programme, value)
    return "" if value is None else _plain(speaker, value)


def _plain(speaker: Speaker, value: Any) -> str:
    if hasattr(value, "isoformat"):
        return speaker.day(value)
    return value if isinstance(value, str) else speaker.number(value)
