"""Figures that readers do not see, for who handed them in."""

from collections.abc import Sequence
from dataclasses import replace

from azory_monitor.model.hidden import Entered
from azory_monitor.model.presented import Table
from azory_monitor.model.state import Programme
from azory_monitor.words.speaker import Speaker
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


def _besides(cells: tuple, one: object) -> tuple:
    """Indicator, area, period and value, then one cell more, then the others."""
    return (*cells[:4], one, *cells[4:])
