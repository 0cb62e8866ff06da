"""What a person handed in, read and checked and set against what is there, before anything is kept."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

from azory_monitor import period
from azory_monitor.model.batch import SHOWN, Asked, Batch, Change, Normalised, Preview, Problem, Reading
from azory_monitor.model.measurement import Measurement
from azory_monitor.store import Diff


@dataclass(frozen=True)
class Handed:
    """A file on its way in.  ``tables`` holds its sound rows; nothing of it is stored yet."""

    name: str
    files: dict[str, bytes]
    tables: dict[str, pd.DataFrame]
    readings: dict[str, Reading]
    problems: tuple[Problem, ...] = ()
    normalised: tuple[Normalised, ...] = ()
    questions: tuple[Asked, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)
    preview: Preview = field(default_factory=Preview)
    remembered: Batch | None = None
    """The batch whose answers were taken over because its file had the same headings."""
    package: bool = False
    """Whether it is a whole data package."""
    after: int = 0
    """The last batch there was when it was checked."""

    @property
    def reading(self) -> Reading:
        """How the file was read; of a package, its first table."""
        return next(iter(self.readings.values()))

    @property
    def accepted(self) -> int:
        """How many rows are sound."""
        return sum(len(rows) for rows in self.tables.values())

    @property
    def faults(self) -> tuple[Problem, ...]:
        """The problems that keep rows out, without the warnings."""
        return tuple(problem for problem in self.problems if not problem.warning)


def preview_of(diff: Diff) -> Preview:
    """What would be new, changed, unchanged and no longer present; which periods are rewritten or dropped."""
    missing = [
        " ".join(filter(None, key))
        for rows in (diff.missing_measurements, diff.missing_records)
        for key in rows.itertuples(index=False, name=None)
    ]
    return Preview(
        new=diff.counts.get("new", 0),
        changed=diff.counts.get("changed", 0),
        unchanged=diff.counts.get("unchanged", 0),
        missing=diff.missing,
        changes=(*_measurement_changes(diff.measurements), *_record_changes(diff.records))[:SHOWN],
        missing_keys=tuple(missing[:SHOWN]),
        rewrites=sum(diff.rewritten.values()),
        rewritten=_in_time(diff.rewritten),
        dropped=_in_time(diff.dropped),
    )


def in_every_language(rows: pd.DataFrame, standing: pd.DataFrame) -> pd.DataFrame:
    """Measurements, with the notes that stand already in one of their languages in all of them.

    A file in one language says such a note without the others; that takes none of them away.
    """
    said = standing[standing["note"] != ""]
    notes = dict(zip(said[list(Measurement.key)].itertuples(index=False, name=None), said["note"], strict=True))
    rows = rows.astype({name: "str" for name in rows if name.startswith("note")})
    keys = zip(rows.index, rows[list(Measurement.key)].itertuples(index=False, name=None), rows["note"], strict=True)
    for at, key, note in [one for one in keys if one[2] and one[1] in notes]:
        stands = json.loads(notes[key])
        if "" not in stands and note in stands.values():
            rows.loc[at, ["note", *(f"note_{language}" for language in stands)]] = ["", *stands.values()]
    return rows.fillna({name: "" for name in rows if name.startswith("note_")})


def _in_time(periods: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(periods, key=period.parse))


_CELLS = ("value", "numerator", "denominator", "source", "note", "qualifier", "status", "locator", "spread")


def _measurement_changes(changed: pd.DataFrame) -> list[Change]:
    return [
        Change(
            table="measurements",
            key=" ".join(filter(None, (row["indicator"], row["area"], row["period"], row["variant"]))),
            row=row["file_row"],
            cells={name: pair for name in _CELLS if (pair := _pair(row[f"old_{name}"], row[name]))},
        )
        for row in changed.to_dict("records")
    ]


def _record_changes(changed: pd.DataFrame) -> list[Change]:
    return [
        Change(
            table=row["kind"],
            key=row["key"],
            row=row["file_row"],
            cells=_changed_cells(json.loads(row["old_cells"]), json.loads(row["cells"])),
        )
        for row in changed.to_dict("records")
    ]


def _changed_cells(old: dict, new: dict) -> dict[str, tuple]:
    return {name: (old.get(name), new.get(name)) for name in {**old, **new} if old.get(name) != new.get(name)}


def _pair(old: object, new: object) -> tuple | None:
    old, new = (None if pd.isna(cell) or cell == "" else cell for cell in (old, new))
    return None if old == new else (old, new)
