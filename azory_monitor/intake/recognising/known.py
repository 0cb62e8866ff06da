"""What a file may refer to: every row of the programme by id, and by the other names that it goes by."""

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from azory_monitor.intake.recognising.layout import fold
from azory_monitor.model.row import Row
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES

SHOWN = 20
"""So many of the allowed names are told with a problem."""

_NAMES = ("code", "name", "short", "title", "aliases")
_CLOSE = 0.65


@dataclass(frozen=True)
class Known:
    """``ids``: for each table, names in small letters → id.  A name that two rows share stands for neither."""

    programme: Programme | None = None
    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    hints: bool = True
    """Whether the nearest name is looked for, which takes a moment for each unknown one."""

    def labels(self, table: str) -> Mapping[str, str]:
        """Names in small letters → id, of one table."""
        return self.ids.get(table, {})

    def choices(self, table: str) -> tuple[str, ...]:
        """The ids of a table."""
        return self._choices.get(table, ())

    @cached_property
    def _choices(self) -> dict[str, tuple[str, ...]]:
        return {table: tuple(dict.fromkeys(labels.values())) for table, labels in self.ids.items()}

    def find(self, table: str, text: str) -> str:
        """The id that a text names, also where case, accents or punctuation differ; nothing where none does."""
        plain = " ".join(text.split()).casefold()
        return self.labels(table).get(plain) or self._folded.get(table, {}).get(fold(plain), "")

    @cached_property
    def _folded(self) -> dict[str, dict[str, str]]:
        """The same labels folded; one that then stands for two rows stands for neither."""
        tables = {}
        for table, labels in self.ids.items():
            pairs = {(fold(name), key) for name, key in labels.items() if fold(name)}
            owners = Counter(name for name, _ in pairs)
            tables[table] = {name: key for name, key in pairs if owners[name] == 1}
        return tables

    def nearest(self, table: str, text: str) -> str:
        """The id whose name is closest to a text, or nothing where none is close."""
        if not self.hints:
            return ""
        found = difflib.get_close_matches(text.casefold(), self.labels(table), n=1, cutoff=_CLOSE)
        return self.labels(table)[found[0]] if found else ""

    def with_ids(self, table: str, ids: list[str]) -> "Known":
        """The same, and these ids of a table too: rows that the file itself brings."""
        widened = dict(self.labels(table)) | {key.casefold(): key for key in ids}
        return replace(self, ids={**self.ids, table: widened})

    def with_names(self, names: Mapping[str, Mapping[str, str]]) -> "Known":
        """The same, and further names in small letters → id, by table."""
        return replace(
            self, ids=dict(self.ids) | {table: dict(self.labels(table)) | dict(more) for table, more in names.items()}
        )

    def without_hints(self) -> "Known":
        """The same, but the nearest name is no longer looked for."""
        return replace(self, hints=False)


def known_of(programme: Programme | None) -> Known:
    """Everything that the rows of a programme may be called."""
    if programme is None:
        return Known()
    tables = {name: getattr(programme, name, {}) for name in TABLES if "id" in TABLES[name].model_fields}
    tables["programme"] = {programme.profile.id: programme.profile}
    return Known(programme, {name: _labels(rows) for name, rows in tables.items()})


def _labels(rows: Mapping[str, Row]) -> dict[str, str]:
    named = [(name.casefold(), key) for key, row in rows.items() for name in _names(row)]
    owners = Counter(name for name, _ in set(named))
    ids = {key.casefold(): key for key in rows}
    return ids | {name: key for name, key in named if owners[name] == 1 and name not in ids}


def _names(row: Row) -> Iterator[str]:
    for field_name in _NAMES:
        said = getattr(row, field_name, "")
        texts = said.values() if isinstance(said, dict) else said.split("|")
        yield from (" ".join(text.split()) for text in texts if text.strip())
