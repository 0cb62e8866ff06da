"""Texts by our column, one for each row."""

from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from azory_monitor.model.batch import Asked, Problem


@dataclass(frozen=True)
class Shaped:
    """Texts by our column, one for each row; rows that are blank from end to end are left out.

    ``rows`` are the spreadsheet's.  ``headings`` gives the heading under which a column's cells stand, as one text or
    one for each row.  ``typed`` says which cells of a column the file holds as numbers.  ``roles`` are the columns
    that say something about a row, by role.  ``names`` are further names of this file for ids, by table;
    ``questions`` must be answered before any row is sound, ``told`` is what was left out and why.
    """

    rows: np.ndarray
    cells: dict[str, pd.Series]
    headings: dict[str, str | np.ndarray]
    typed: dict[str, np.ndarray]
    roles: dict[str, list[tuple[str, pd.Series]]]
    columns: tuple[str, ...] = ()
    """What each column of the sheet was taken for in the end."""
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    questions: tuple[Asked, ...] = ()
    told: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    def place(self, position: int, column: str) -> tuple[int, str, str]:
        """Row, heading and raw text of a cell."""
        heading = self.headings.get(column, column)
        raw = self.cells[column].iat[position] if column in self.cells else ""
        return int(self.rows[position]), heading if isinstance(heading, str) else str(heading[position]), str(raw)

    def texts(self, column: str) -> pd.Series:
        """The cells of a column, empty texts where the file has none."""
        return self.cells[column] if column in self.cells else pd.Series("", index=range(len(self.rows)), dtype="str")


def taken(shaped: Shaped, kept: np.ndarray) -> Shaped:
    """Only the rows that are kept."""
    return replace(
        shaped,
        rows=shaped.rows[kept],
        cells={name: cells[kept].reset_index(drop=True) for name, cells in shaped.cells.items()},
        headings={name: said if isinstance(said, str) else said[kept] for name, said in shaped.headings.items()},
        typed={name: marks[kept] for name, marks in shaped.typed.items()},
        roles={
            role: [(heading, cells[kept].reset_index(drop=True)) for heading, cells in listed]
            for role, listed in shaped.roles.items()
        },
    )
