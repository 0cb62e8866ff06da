"""The sheet in our columns: headings renamed, constants added, columns that are values turned into rows."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.match import WIDE
from azory_monitor.intake.sheet import MOST_ROWS, Sheet


@dataclass(frozen=True)
class Shaped:
    """Texts by our column, one for each row; rows that are blank from end to end are left out.

    ``rows`` are the spreadsheet's.  ``headings`` gives the heading under which a column's cells stand, as one text or
    one for each row.  ``typed`` says which cells of a column the file holds as numbers.  ``roles`` are the columns
    that say something about a row, by role.
    """

    rows: np.ndarray
    cells: dict[str, pd.Series]
    headings: dict[str, str | np.ndarray]
    typed: dict[str, np.ndarray]
    roles: dict[str, list[tuple[str, pd.Series]]]

    def place(self, position: int, column: str) -> tuple[int, str, str]:
        """Row, heading and raw text of a cell."""
        heading = self.headings.get(column, column)
        raw = self.cells[column].iat[position] if column in self.cells else ""
        return int(self.rows[position]), heading if isinstance(heading, str) else str(heading[position]), str(raw)

    def texts(self, column: str) -> pd.Series:
        """The cells of a column, empty texts where the file has none."""
        return self.cells[column] if column in self.cells else pd.Series("", index=range(len(self.rows)), dtype="str")


def shape(sheet: Sheet, constants: Mapping[str, str]) -> Shaped:
    """Put a sheet in our columns.  ``constants`` are columns that the file lacks, the same text in every row."""
    kept = ~_blank(sheet.cells)
    cells = sheet.cells[kept] if not kept.all() else sheet.cells
    typed = None if sheet.typed is None else sheet.typed[kept]
    columns, headings, marks, roles = {}, {}, {}, {}
    for place, name in enumerate(sheet.match.columns):
        series = cells[place].reset_index(drop=True)
        if name.startswith("@"):
            roles.setdefault(name, []).append((sheet.headings[place], series))
        elif name:
            columns[name], headings[name] = series, sheet.headings[place]
            marks |= {} if typed is None else {name: typed[:, place]}
    for name, text in constants.items():
        columns[name] = pd.Series(text, index=range(len(cells)), dtype="str")
    shaped = Shaped(cells.index.to_numpy(), columns, headings, marks, roles)
    return _melted(shaped, sheet, typed) if WIDE in roles else shaped


def _blank(cells: pd.DataFrame) -> np.ndarray:
    blank = np.ones(len(cells), dtype=bool)
    for column in cells:
        places = np.flatnonzero(blank)
        if len(places):
            blank[places] = (cells[column].iloc[places].str.strip() == "").to_numpy()
    return blank


def _melted(shaped: Shaped, sheet: Sheet, typed: np.ndarray | None) -> Shaped:
    """One row for each cell of the wide columns that is not empty, in the order of the file."""
    wide, places = sheet.match.layout.wide, [at for at, name in enumerate(sheet.match.columns) if name == WIDE]
    grid = np.column_stack([series.to_numpy(dtype=object) for _, series in shaped.roles[WIDE]])
    at, under = np.nonzero(np.char.strip(grid.astype(str)) != "")
    if len(at) > MOST_ROWS:
        raise UnreadableFile("error.too_many_rows", most=MOST_ROWS)
    headings = np.array([heading for heading, _ in shaped.roles[WIDE]], dtype=object)[under]
    columns = {name: series.iloc[at].reset_index(drop=True) for name, series in shaped.cells.items()}
    columns |= {wide.into: pd.Series(headings, dtype="str"), wide.value: pd.Series(grid[at, under], dtype="str")}
    marks = {name: mark[at] for name, mark in shaped.typed.items()}
    return Shaped(
        rows=shaped.rows[at],
        cells=columns,
        headings=shaped.headings | {wide.into: headings, wide.value: headings},
        typed=marks if typed is None else marks | {wide.value: typed[:, places][at, under]},
        roles={
            role: [(heading, series.iloc[at].reset_index(drop=True)) for heading, series in listed]
            for role, listed in shaped.roles.items()
        },
    )
