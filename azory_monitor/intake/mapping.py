"""How files of one kind are read, as a person settled it: kept apart from any one file, written as a small TOML file.

A mapping is a person's answers but for the cells that they corrected::

    [file]        encoding, delimiter, header_row … and the columns that the file lacks
    [column]      heading = our column, a role, or nothing to leave it out
    [fill]        heading = whether an empty cell says the same as the one above
    [keep]        heading = the one value whose rows are kept
    [unit]        unit of the file = what its values are multiplied by
    [name.area]   name in the file = our id, or nothing to leave its rows out
"""

import tomllib
from collections.abc import Iterator, Mapping

import tomli_w

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.recognising.recognise import GUESSED, WIDE
from azory_monitor.model.batch import Reading

_FILE = "file"
_GROUPS = ("column", "fill", "keep", "unit", "name")
_CELL = "cell:"
_MOST_BYTES = 2**20


def write_mapping(answers: Mapping[str, str]) -> bytes:
    """The answers that hold for every file of a kind, as TOML."""
    tables: dict = {}
    for key, answer in sorted(answers.items()):
        if key.startswith(_CELL) or key == "remember":
            continue
        *path, name = _path(key)
        table = tables
        for part in path:
            table = table.setdefault(part, {})
        table[name] = answer
    return tomli_w.dumps(tables).encode("utf-8")


def read_mapping(content: bytes) -> dict[str, str]:
    """The answers of a mapping; UnreadableFile where it is none."""
    if len(content) > _MOST_BYTES:
        raise UnreadableFile("error.mapping_unreadable")
    try:
        tables = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise UnreadableFile("error.mapping_unreadable") from None
    answers = dict(_answers(tables, ()))
    if not answers or any(key.startswith(_CELL) for key in answers):
        raise UnreadableFile("error.mapping_unreadable")
    return answers


def holds_again(key: str) -> bool:
    """Whether an answer means the same for the next file of its kind; the others are only proposed then."""
    return key.partition(":")[0] in _GROUPS and ":" in key


def headings_of(reading: Reading) -> frozenset[str]:
    """What files of one kind have in common: their headings, without those that are periods, areas or indicators."""
    fixed = {heading for heading, name in reading.columns.items() if name not in (WIDE, GUESSED)}
    return frozenset((reading.layout, *fixed, *reading.ignored))


def _path(key: str) -> list[str]:
    """Where an answer stands: ``name:area:Kraków`` in the table ``name.area`` under "Kraków"."""
    group, colon, rest = key.partition(":")
    if not colon or group not in _GROUPS:
        return [_FILE, key]
    return [group, *rest.split(":", 1)] if group == "name" else [group, rest]


def _answers(tables: Mapping, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name, said in tables.items():
        if isinstance(said, Mapping):
            yield from _answers(said, (*path, name))
        else:
            yield ":".join((*path, name)).removeprefix(f"{_FILE}:"), str(said)
