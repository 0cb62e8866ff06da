"""Where a file is looked at before anything of it is kept: read, checked, set against what is there."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from azory_monitor import intake
from azory_monitor.books import Books, Clock, Settled
from azory_monitor.handed import Handed, in_every_language, preview_of
from azory_monitor.model.batch import Batch, Problem, Reading, one_line
from azory_monitor.model.measurement import Measurement
from azory_monitor.once import Kept
from azory_monitor.snapshot.cells import harmless
from azory_monitor.stored import programme_of


class Desk:
    """Looks at files that are handed in; it changes nothing."""

    def __init__(self, books: Books, clock: Clock) -> None:
        self._books = books
        self._clock = clock
        # A file is checked against the programme alone; measurements may be many.
        self._programme = Kept(lambda batch: programme_of(books.records(batch)), 1)

    def check(self, name: str, content: bytes, table: str = "", answers: Mapping[str, str] | None = None) -> Handed:
        """Read and check a file and say what keeping it would change; keeps nothing.

        What was settled for an earlier file with the same headings holds again (``remember`` = ``no``: it does not).
        """
        name, given, after = one_line(name), dict(answers or {}), self._last()
        known = intake.known_of(self._programme(after))
        checked = self._checked(name, content, table, given, known)
        before = None if given.get("remember") == "no" else self._alike(checked.reading)
        if before:
            said = {key: answer for key, answer in before.answers.items() if intake.holds_again(key)}
            if said.keys() - given.keys():
                given = said | given
                checked = self._checked(name, content, table, given, known)
            checked = _proposing(checked, before.answers)
        handed = self._handed(name, {name: content}, {checked.reading.table: checked}, given, after)
        return replace(handed, remembered=before.batch if before else None)

    def mapping_of(self, handed: Handed) -> bytes:
        """How files of this kind are read, as a small TOML file."""
        return intake.write_mapping(handed.answers)

    def answers_of(self, mapping: bytes) -> dict[str, str]:
        """The answers that a mapping file holds; UnreadableFile where it is none."""
        return intake.read_mapping(mapping)

    def with_problems(self, handed: Handed, told: Mapping[int, str]) -> bytes:
        """The person's own file, what is said of each row (numbered as the spreadsheet does) in one more column.

        Taken in again, that column is passed over.
        """
        (content,) = handed.files.values()
        uneven = {problem.row for problem in handed.problems if problem.rule == "uneven_row"}
        return intake.marked(handed.name, content, handed.answers, handed.reading, told, uneven, harmless)

    @property
    def layouts(self) -> tuple[str, ...]:
        """The names of the layouts that files are recognised as."""
        return intake.layout_names()

    def check_package(self, package: Path) -> Handed:
        """The same for a whole data package, a folder or a zip file."""
        files = intake.read_package(package)
        return self._check_files(one_line(package.name), {f"{table}.csv": content for table, content in files.items()})

    def brought_before(self, handed: Handed) -> Batch | None:
        """The last batch that came as the very same file."""
        digests = {hashlib.sha256(content).hexdigest() for content in handed.files.values()}
        return next((batch for batch in reversed(self._books.batches()) if batch.sha256 in digests), None)

    def is_overtaken(self, handed: Handed) -> bool:
        """Whether a batch since the preview makes it another one, or changes a row that the file speaks of.

        Everything is read and checked again then, for what the file refers to may be gone.
        """
        if handed.after == self._last():
            return False
        if self._books.touched_since(handed.tables, handed.after):
            return True
        again = self._again(handed)
        same = (again.preview, again.problems, again.questions) == (handed.preview, handed.problems, handed.questions)
        return not same or not all(rows.equals(again.tables.get(table)) for table, rows in handed.tables.items())

    def _again(self, handed: Handed) -> Handed:
        if handed.package:
            return self._check_files(handed.name, handed.files)
        ((name, content),) = handed.files.items()
        return self.check(name, content, handed.reading.table, handed.answers)

    def _last(self) -> int:
        return max((batch.id for batch in self._books.batches()), default=0)

    def _check_files(self, name: str, files: dict[str, bytes]) -> Handed:
        after = self._last()
        tables = {file.removesuffix(".csv"): content for file, content in files.items()}
        checked = intake.check_package(tables, self._clock().date())
        return self._handed(name, files, checked, {}, after, package=True)

    def _handed(
        self,
        name: str,
        files: dict[str, bytes],
        checked: Mapping[str, intake.Checked],
        answers: dict[str, str],
        after: int,
        package: bool = False,
    ) -> Handed:
        tables = {table: one.rows for table, one in checked.items() if not one.rows.empty}
        if Measurement.table in tables:
            tables[Measurement.table] = self._noted(tables[Measurement.table])
        return Handed(
            name=name,
            files=files,
            tables=tables,
            readings={table: one.reading for table, one in checked.items()},
            problems=tuple(
                problem for table, one in checked.items() for problem in self._problems(table, one, after, package)
            ),
            normalised=tuple(cell for one in checked.values() for cell in one.normalised),
            questions=tuple(asked for one in checked.values() for asked in one.questions),
            answers=answers,
            preview=preview_of(self._books.diff(tables)),
            package=package,
            after=after,
        )

    def _noted(self, rows: pd.DataFrame) -> pd.DataFrame:
        has_notes = "note" in rows and (rows["note"] != "").any()
        return in_every_language(rows, self._books.series(rows)) if has_notes else rows

    def _problems(self, table: str, checked: intake.Checked, after: int, package: bool) -> Iterable[Problem]:
        """What is wrong in a file, and what is odd beside what is stored; by row."""
        odd = self._odd(table, checked, after)
        said = {"table": table} if package else {}
        told = [*checked.problems, *(problem.model_copy(update=said) for problem in odd)]
        return sorted(told, key=lambda problem: problem.row)

    def _odd(self, table: str, checked: intake.Checked, after: int) -> tuple[Problem, ...]:
        if checked.rows.empty:
            return ()
        if table == Measurement.table:
            indicators = self._programme(after).indicators if after else {}
            return intake.check_series(checked, self._books.series(checked.rows), indicators)
        return intake.check_alike(table, checked, self._programme(after)) if after else ()

    def _checked(
        self, name: str, content: bytes, table: str, answers: Mapping[str, str], known: intake.Known
    ) -> intake.Checked:
        sheet = intake.read(name, content, table=table, answers=answers, known=known)
        return intake.check(sheet, known, self._clock().date(), answers=answers)

    def _alike(self, reading: Reading) -> Settled | None:
        """What a person settled for the last file with the same headings."""
        headings = intake.headings_of(reading)
        return self._books.last_settled(
            lambda other: other.table == reading.table and intake.headings_of(other) == headings
        )


def _proposing(checked: intake.Checked, answers: Mapping[str, str]) -> intake.Checked:
    """The questions with what was answered the last time."""
    asked = (one.model_copy(update={"proposed": answers.get(one.key, "")}) for one in checked.questions)
    return replace(checked, questions=tuple(asked))
