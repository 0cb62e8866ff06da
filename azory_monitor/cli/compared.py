"""What two states differ in, as a command."""

import argparse
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Any

from azory_monitor.changes import changes
from azory_monitor.cli.opened import Answer, opened, state_of
from azory_monitor.model.changes import Changes
from azory_monitor.model.verdicts import Verdict
from azory_monitor.words import Speaker, sentences

_KINDS: dict[str, Callable[..., str]] = {
    "turns": sentences.turn_sentence,
    "targets": sentences.target_turn_sentence,
    "barriers": sentences.barrier_turn_sentence,
    "counts": sentences.count_turn_sentence,
    "measurements": sentences.measured_change_sentence,
    "entries": sentences.entry_change_sentence,
}
"""Each kind of difference and what says one of them, the most telling first."""

_WITHOUT = {side: {"measurements"} for side in ("before", "after")}


def diff(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """From one state to another: values, entries, verdicts, targets, barriers, counts."""
    with closing(opened(asked)) as monitor:
        before, after = (state_of(monitor, text) for text in (asked.before, asked.after))
        found = changes(before, after)
    programmes = before.programme, after.programme
    told = {kind: _shapes(speaker, programmes, say, getattr(found, kind)) for kind, say in _KINDS.items()}
    headline = sentences.changes_headline(speaker, found)
    lines = [row["sentence"] for rows in told.values() for row in rows]
    return Answer(_head(found) | {"sentence": headline} | told, [headline, *lines])


def _head(found: Changes) -> dict[str, Any]:
    return {
        "before": found.before.model_dump(mode="json"),
        "after": found.after.model_dump(mode="json"),
        "tables": {table: dict(counted) for table, counted in found.by_table.items()},
        "indicators": {indicator: dict(counted) for indicator, counted in found.by_indicator.items()},
    }


def _shapes(speaker: Speaker, programmes: Any, say: Callable[..., str], rows: Sequence[Verdict]) -> list[dict]:
    return [row.model_dump(mode="json", exclude=_WITHOUT) | {"sentence": say(speaker, programmes, row)} for row in rows]
