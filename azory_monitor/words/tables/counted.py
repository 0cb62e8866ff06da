"""What is counted from the register as a table, and the entries that a figure was counted from."""

from collections.abc import Sequence

from azory_monitor.model.counted import Count, Tally
from azory_monitor.model.presented import Table
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES
from azory_monitor.words.names import name_of
from azory_monitor.words.sentences.counted import count_value
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import Column, or_empty, table_of
from azory_monitor.words.tables.register import register_table

BEHIND = {
    "activities": (
        "title", "date", "kind", "organisers", "partners", "present", "initiator", "qualifier", "participants",
        "children", "locator",
    ),
    "institutions": ("name", "kind", "part_of", "role"),
    "funding": ("name", "origin", "funder", "kind", "novelty", "state", "decided", "amount", "currency", "applicants"),
    "indicators": ("name", "kind"),
}  # fmt: skip
"""The columns that say why an entry of a table was counted, and with how much."""


def count_table(speaker: Speaker, programme: Programme, counts: Sequence[Count]) -> Table:
    """Each figure with its period and the number of entries behind it; a figure without a value with the reason."""
    say = speaker.say
    columns = [
        Column(say("count.column.what"), lambda one: name_of(speaker, programme, "derivations", one.derivation)),
        Column(
            say("column.value"), lambda one: count_value(speaker, programme, one), True, number=lambda one: one.value
        ),
        Column(say("column.period"), lambda one: speaker.period(one.period) or say("count.whole_time")),
        Column(
            say("count.column.entries"), lambda one: or_empty(speaker, _entries(speaker, one)), True, number=_behind
        ),
        Column(say("count.column.reason"), lambda one: or_empty(speaker, speaker.label("count_reason", one.reason))),
    ]
    return table_of(speaker, say("count.caption"), columns, counts)


def _entries(speaker: Speaker, count: Count) -> str:
    return speaker.number(len(count.entries)) if count.entries else ""


def _behind(count: Count) -> float | None:
    return len(count.entries) or None


def entries_table(speaker: Speaker, programme: Programme, count: Count, part: Tally | None = None) -> Table:
    """The entries that a figure, or one of its tallies, was counted from."""
    known = getattr(programme, count.table)
    rows = [known[id] for id in (part or count).entries if id in known]
    return register_table(speaker, programme, rows, TABLES[count.table], BEHIND[count.table])
