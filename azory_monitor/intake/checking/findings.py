"""What a check finds: problems, cells read as something else, questions; and which rows are no longer sound."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from azory_monitor.intake.arranging.shaped import Shaped
from azory_monitor.model.batch import Asked, Normalised, Problem

LISTED = 10_000
"""So many problems of one rule in one column are listed one by one; the others are counted."""

MOST_FAULTS = 20_000
"""A column with more different texts that cannot be read is another one than its heading says: it is refused."""

MOST_UNKNOWN = 10 * MOST_FAULTS
"""The same for names: a national file may well have thousands of areas that are not the programme's."""


class Fault(NamedTuple):
    """What is wrong with a text wherever it stands.  Without a ``rule`` it waits for the answer to a question."""

    rule: str
    allowed: tuple[str, ...] = ()
    nearest: str = ""
    values: Mapping[str, Any] = {}


class Said(NamedTuple):
    """What a text was read as.  ``why`` is set where that is not what it says letter by letter.

    ``status`` is what a mark of absence says of a measurement.
    """

    value: Any = ""
    why: str = ""
    fault: Fault | None = None
    status: str = ""


@dataclass
class Findings:
    """Filled column by column.  Positions count the shaped rows from 0."""

    shaped: Shaped
    header_row: int
    problems: list[Problem] = field(default_factory=list)
    normalised: list[Normalised] = field(default_factory=list)
    questions: list[Asked] = field(default_factory=list)
    unread: dict[str, np.ndarray] = field(default_factory=dict)
    """For each column, which of its cells could not be read."""
    factors: np.ndarray | float = 1.0
    """What the values were multiplied by to come into the unit of their indicator."""

    def __post_init__(self) -> None:
        self.bad = np.zeros(len(self.shaped.rows), dtype=bool)

    def of_file(self, rule: str, column: str = "", row: int | None = None, **values: Any) -> None:
        """A problem of the file, told at its header row."""
        told = {name: values.pop(name) for name in ("nearest", "allowed", "value") if name in values}
        row = self.header_row if row is None else row
        self.problems.append(Problem(row=row, column=column, rule=rule, values=values, **told))

    def warn(self, rule: str, column: str) -> None:
        """What is told of a column and refuses nothing."""
        self.problems.append(Problem(row=self.header_row, column=column, value=column, rule=rule, warning=True))

    def at(
        self, positions: np.ndarray, column: str, fault: Fault | Callable[[int], Fault], warning: bool = False
    ) -> None:
        """A fault in a cell of each of these rows: the same one, or what a position is given."""
        if not warning:
            self.bad[positions] = True
        for place in positions[:LISTED].tolist():
            told = fault if isinstance(fault, Fault) else fault(place)
            if told.rule:
                self.problems.append(self._problem(place, column, told, warning))
        if len(positions) > LISTED:
            heading = self.shaped.place(int(positions[LISTED]), column)[1]
            values = {"n": len(positions) - LISTED}
            self.problems.append(Problem(row=0, column=heading, rule="more", values=values, warning=warning))

    def in_cells(self, column: str, codes: np.ndarray, said: Mapping[int, Said]) -> None:
        """What was found in the distinct texts of a column, told for every row that has one of them."""
        faults = {code: one.fault for code, one in said.items() if one.fault}
        self.unread[column] = _having(codes, faults)
        self.at(np.flatnonzero(self.unread[column]), column, lambda place: faults[codes[place]])
        read = {code: one for code, one in said.items() if one.why and not one.fault}
        for place in np.flatnonzero(_having(codes, read))[:LISTED].tolist():
            one = read[codes[place]]
            self._read_as(place, column, _plain(one.value), one.why)

    def read_as(self, positions: np.ndarray, column: str, values: Sequence[str], why: str) -> None:
        """Cells that were read as something else than they say; ``values`` has one text for each position."""
        for place, value in zip(positions[:LISTED].tolist(), values, strict=False):
            self._read_as(place, column, value, why)

    def _read_as(self, place: int, column: str, value: str, why: str) -> None:
        row, heading, raw = self.shaped.place(place, column)
        self.normalised.append(Normalised(row=row, column=heading, raw=raw, value=value, why=why))

    def _problem(self, place: int, column: str, fault: Fault, warning: bool) -> Problem:
        row, heading, raw = self.shaped.place(place, column)
        return Problem(
            row=row,
            column=heading,
            value=raw,
            rule=fault.rule,
            allowed=fault.allowed,
            nearest=fault.nearest,
            values=dict(fault.values),
            warning=warning,
        )


def _plain(value: Any) -> str:
    """A value as the monitor would write it: whole numbers without a point."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _having(codes: np.ndarray, chosen: Mapping[int, Any]) -> np.ndarray:
    if not chosen:
        return np.zeros(len(codes), dtype=bool)
    is_chosen = np.zeros(int(codes.max()) + 1, dtype=bool)
    is_chosen[list(chosen)] = True
    return is_chosen[codes]
