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
        columns=(table.columns[0], speaker.say("heading.why_hidden"), *table.columns[1:]),
        rows=tuple(
            (line[0], speaker.say(f"why_hidden.{one.why}"), *line[1:])
            for line, one in zip(table.rows, rows, strict=True)
        ),
        numeric=(table.numeric[0], False, *table.numeric[1:]),
        raw=(),
    )
