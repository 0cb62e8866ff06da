"""Figures that readers do not see, for who handed them in."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from azory_monitor.model.hidden import Entered, EnteredCell
from azory_monitor.model.presented import Table
from azory_monitor.model.programme import Target
from azory_monitor.model.state import Programme
from azory_monitor.words.names import area_name, coded_name, name_of
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import Column, table_of
from azory_monitor.words.tables.figures import measurement_table


def withheld_table(speaker: Speaker, programme: Programme, rows: Sequence[Entered]) -> Table:
    """The figures as they were handed in, each with the reason why it is hidden."""
    table = measurement_table(speaker, programme, [one.row for one in rows])
    return replace(
        table,
        caption=speaker.count("caption.withheld", len(rows)),
        columns=_besides(table.columns, speaker.say("heading.why_hidden")),
        rows=tuple(
            _besides(line, speaker.say(f"why_hidden.{one.why}")) for line, one in zip(table.rows, rows, strict=True)
        ),
        numeric=_besides(table.numeric, False),
        raw=(),
    )


def withheld_cell_table(speaker: Speaker, programme: Programme, cells: Sequence[EnteredCell]) -> Table:
    """The numbers of other tables that are hidden, as they were handed in: whose, which, how many, why."""
    columns = [
        Column(speaker.say("heading.table"), lambda one: speaker.say(f"table.{one.table}")),
        Column(speaker.say("heading.entry"), partial(_called, speaker, programme)),
        Column(speaker.say("heading.column"), lambda one: speaker.say(f"column.{one.column}")),
        Column(speaker.say("column.value"), lambda one: speaker.number(one.value), True),
        Column(speaker.say("heading.why_hidden"), lambda one: speaker.say(f"why_hidden.{one.why}")),
    ]
    return table_of(speaker, speaker.count("caption.withheld_cells", len(cells)), columns, cells)


def _called(speaker: Speaker, programme: Programme, one: EnteredCell) -> str:
    """The title of an entry; of a target its indicator and area."""
    if one.table == Target.table:
        row = programme.targets[one.key]
        return f"{coded_name(speaker, programme, row.indicator)}, {area_name(speaker, programme, row.area)}"
    return name_of(speaker, programme, one.table, one.key)


def _besides(cells: tuple, one: object) -> tuple:
    """Indicator, area, period and value, then one cell more, then the others."""
    return (*cells[:4], one, *cells[4:])
