"""Errors, problems of a file, and how a file was read, in words."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from azory_monitor.errors import MonitorError
from azory_monitor.model.batch import Asked, Problem, Reading
from azory_monitor.model.tables import TABLES
from azory_monitor.words.speaker import Speaker

_SIGNS = {"\t": "tab", ";": "semicolon", ",": "comma", "|": "pipe", ".": "point"}
_REMEDIES = ("allowed", "nearest")
_NAMED = ("area", "indicator", "headings")
"""Columns whose foreign names are asked about."""

LISTED = 12
"""Up to so many allowed values are listed."""

_LABELLED = ("role", "deed", "because")
"""Values of an error that are choices of ours and have a label; so has a table, where there is such a one."""


def error_sentence(speaker: Speaker, error: MonitorError) -> str:
    """What went wrong and what helps."""
    values = {name: _labelled(speaker, name, value) for name, value in error.values.items()}
    return _with_remedies(speaker, error.key, values)


def notice_sentences(
    speaker: Speaker, notices: Iterable[tuple[str, Mapping[str, Any]]], apart: MonitorError | None = None
) -> list[str]:
    """What was mended by itself, one sentence each, and why nothing can be kept for now."""
    told = [_with_remedies(speaker, key, values) for key, values in notices]
    return told + ([apart_sentence(speaker, apart)] if apart else [])


def apart_sentence(speaker: Speaker, apart: MonitorError) -> str:
    """Why only reading is possible for now, and that it passes."""
    return speaker.sentence("notice.apart", reason=error_sentence(speaker, apart))


def problem_sentence(speaker: Speaker, problem: Problem) -> str:
    """What is wrong in a cell, what may stand there, and the nearest known name; without the place."""
    values = {"row": problem.row, "column": problem.column, "value": problem.value}
    values |= {name: _labelled(speaker, name, value) for name, value in problem.values.items()}
    hints = {"nearest": problem.nearest, "allowed": problem.allowed}
    return _with_remedies(speaker, f"problem.{problem.rule}", values | hints)


def problem_line(speaker: Speaker, problem: Problem) -> str:
    """Place and problem on one line: "line 9, column “area”: …"."""
    place = problem_place(speaker, problem)
    return speaker.sentence("problem_line", place=place, problem=problem_sentence(speaker, problem))


def problem_place(speaker: Speaker, problem: Problem) -> str:
    """Where a problem stands: row as the spreadsheet counts, and column as it is headed."""
    parts = {(True, True): "cell", (True, False): "row", (False, True): "column", (False, False): "file"}
    part = parts[bool(problem.row), bool(problem.column)]
    place = speaker.say(f"problem_place.{part}", row=problem.row, column=problem.column)
    if not problem.table:
        return place
    return speaker.say("problem_place.of_table", table=speaker.label("table", problem.table), place=place)


def question_sentence(speaker: Speaker, asked: Asked) -> str:
    """What has to be answered before a file can be kept."""
    kind, _, rest = asked.key.partition(":")
    about = rest.partition(":")[0]
    if kind == "name" or (kind == "keep" and about in _NAMED):
        kind = f"{kind}_{about}"
    elif kind in _NAMED and "name" in asked.values:
        kind = f"{kind}_named"
    return _with_remedies(speaker, f"asked.{kind}", {"about": asked.about} | asked.values)


def reading_sentence(speaker: Speaker, reading: Reading) -> str:
    """How a file was read: kind, encoding, signs, header, layout, table, and which columns were left out."""
    said = [
        speaker.sentence(
            f"reading.{reading.container}",
            encoding=speaker.label("encoding", reading.encoding),
            delimiter=_sign(speaker, reading.delimiter),
            decimal=_sign(speaker, reading.decimal),
            sheet=reading.sheet,
        ),
        speaker.sentence("reading.layout", layout=speaker.label("layout", reading.layout), row=reading.header_row),
    ]
    if reading.wide:
        first, last = reading.wide_columns
        wide = speaker.count(f"reading.wide.{reading.wide}", last - first + 1, first=first, last=last)
        said.append(speaker.ended(wide))
    if reading.inside:
        said.insert(0, speaker.sentence("reading.inside", name=reading.inside))
    if reading.table in TABLES:
        table = speaker.label("table", reading.table)
        said.append(speaker.ended(speaker.count("reading.rows", reading.rows, table=table)))
    if reading.ignored:
        said.append(speaker.sentence("reading.ignored", columns=speaker.join(reading.ignored)))
    return " ".join(said)


def _with_remedies(speaker: Speaker, key: str, values: Mapping[str, Any]) -> str:
    """The sentence, in the plural form of its ``n`` if it has one, then what may stand instead where that is known."""
    spoken = {name: _spoken(speaker, value) for name, value in values.items() if name not in ("n", *_REMEDIES)}
    n = values.get("n")
    said = speaker.ended(speaker.count(key, n, **spoken) if isinstance(n, int) else speaker.say(key, **spoken))
    return " ".join([said, *_remedies(speaker, values.get("allowed") or (), values.get("nearest") or "")])


def _remedies(speaker: Speaker, allowed: Collection[str], nearest: str) -> list[str]:
    key = "remedy.allowed" if len(allowed) <= LISTED else "remedy.allowed_among_others"
    said = [speaker.sentence(key, allowed=", ".join(list(allowed)[:LISTED]))] if allowed else []
    return [*said, speaker.sentence("remedy.nearest", nearest=nearest)] if nearest else said


def _labelled(speaker: Speaker, name: str, value: object) -> object:
    if name == "when":
        return speaker.period(str(value))
    is_ours = name in _LABELLED or (name == "table" and value in TABLES)
    return speaker.label(name, str(value)) if is_ours else value


def _spoken(speaker: Speaker, value: object) -> str:
    """A value as it stands in a sentence; whole numbers stay as they are, for most are numbers of rows and batches."""
    if isinstance(value, float):
        return speaker.number(value)
    if isinstance(value, dict):
        return speaker.text(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(_spoken(speaker, one) for one in value)
    return str(value)


def _sign(speaker: Speaker, sign: str) -> str:
    return speaker.label("sign", _SIGNS[sign]) if sign in _SIGNS else sign
