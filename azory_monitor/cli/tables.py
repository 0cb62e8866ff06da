"""What the commands print for people: the same tables and sentences as the pages, set out in plain text."""

import shlex
from collections.abc import Sequence

from azory_monitor.handed import Handed
from azory_monitor.model.batch import Asked, Batch
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.presented import Table
from azory_monitor.model.state import Programme
from azory_monitor.words import Speaker, reading_sentence, tables
from azory_monitor.words.sentences import problem_line, question_sentence

MOST_ANSWERS = 20
"""Up to so many answers to a question are listed; JSON has them all."""


def rows_kept(speaker: Speaker, batch: Batch) -> list[str]:
    """How many rows of each table a batch holds."""
    counted = [f"{speaker.label('table', table)}: {speaker.number(rows)}" for table, rows in batch.rows.items()]
    return [speaker.say("cli.kept", batch=batch.id), *counted]


def handed(speaker: Speaker, file: Handed) -> list[str]:
    """How a file was read, what is wrong with it, and what keeping it would change."""
    preview = file.preview
    return [
        reading_sentence(speaker, file.reading),
        *(problem_line(speaker, problem) for problem in file.problems),
        *(line for question in file.questions for line in _asked(speaker, question)),
        speaker.say(
            "cli.preview",
            new=preview.new,
            changed=preview.changed,
            unchanged=preview.unchanged,
            missing=preview.missing,
        ),
    ]


def _asked(speaker: Speaker, question: Asked) -> list[str]:
    """A question, and each answer as it is to be typed: codes with what they are called."""
    typed = [f"  --answer {shlex.quote(f'{question.key}={choice}')}" for choice in question.choices]
    called = [question.called.get(choice, "") for choice in question.choices]
    answers = [f"{answer}   {name}".rstrip() for answer, name in zip(typed, called, strict=True)]
    if not answers:
        answers = [f"  --answer {shlex.quote(question.key + '=')}…"]
    left_out = [speaker.say("cli.more_answers", n=len(answers) - MOST_ANSWERS)] if len(answers) > MOST_ANSWERS else []
    return [question_sentence(speaker, question), *answers[:MOST_ANSWERS], *left_out]


def kept(speaker: Speaker, batch: Batch | None, status: int) -> list[str]:
    """What became of an import."""
    if batch:
        return [speaker.say("cli.kept", batch=batch.id)]
    return [speaker.say("cli.not_kept" if status else "cli.nothing_changes")]


def batches(speaker: Speaker, found: Sequence[Batch]) -> list[str]:
    """Batches, one a line."""
    return set_out(tables.batch_table(speaker, list(found)))


def measurements(speaker: Speaker, programme: Programme, found: Sequence[Measurement]) -> list[str]:
    """Measurements, one a line."""
    return set_out(tables.measurement_table(speaker, programme, list(found)))


def set_out(table: Table) -> list[str]:
    """A table in lines of plain text, its columns aligned."""
    lines = [table.columns, *table.rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(table.columns))]
    numeric = table.numeric or (False,) * len(widths)
    return [
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(line, widths, numeric, strict=True)
        ).rstrip()
        for line in lines
    ]
