"""The sheet in our columns: headings renamed, constants added, columns that are values turned into rows."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from azory_monitor.coded import is_blank
from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.arranging.compose import composed_period, settled_periods
from azory_monitor.intake.arranging.dimensions import ask_first_column, kept_rows, kept_split, settle_unknown
from azory_monitor.intake.arranging.foreign import Foreign, one_of_each
from azory_monitor.intake.arranging.left_out import (
    filled_down,
    first_table,
    without_counted,
    without_dropped,
    without_notes,
)
from azory_monitor.intake.arranging.shaped import Shaped, taken
from azory_monitor.intake.arranging.strangers import resolved, with_whole
from azory_monitor.intake.limits import MOST_ROWS
from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.recognising.known import Known
from azory_monitor.intake.recognising.recognise import SPLIT, WIDE
from azory_monitor.model.measurement import Measurement


def shape(sheet: Sheet, constants: Mapping[str, str], known: Known, answers: Mapping[str, str]) -> Shaped:
    """Put a sheet in our columns.  ``constants`` are columns that the file lacks, the same text in every row."""
    cells = mended(sheet, answers)
    kept = ~_blank(cells)
    names = [WIDE if place in sheet.match.wide else name for place, name in enumerate(sheet.match.columns)]
    foreign = Foreign(sheet, names, answers)
    if not sheet.match.layout.own:
        kept &= without_notes(cells, kept, foreign, known)
        kept &= without_dropped(cells, kept, foreign)
        kept &= first_table(cells, kept, foreign)
        one_of_each(cells[kept], foreign, known)
        cells = filled_down(cells, kept, foreign)
        ask_first_column(cells[kept], foreign)
        settle_unknown(cells[kept], foreign)
    if sheet.match.table == Measurement.table:
        kept &= without_counted(cells, foreign, known)
    kept &= kept_rows(cells, kept, foreign)
    shaped = _shaped(sheet, cells[kept] if not kept.all() else cells, kept, foreign.names)
    shaped = composed_period(shaped, foreign)
    if WIDE in shaped.roles:
        shaped = _melted(shaped, sheet, None if sheet.typed is None else sheet.typed[kept])
    shaped = settled_periods(shaped, foreign)
    shaped = taken(shaped, kept_split(shaped.roles.get(SPLIT, []), foreign))
    shaped = with_whole(shaped, foreign, known)
    shaped, names = resolved(shaped, foreign, known)
    for name, text in constants.items():
        shaped.cells.setdefault(name, pd.Series(text, index=range(len(shaped.rows)), dtype="str"))
    return replace(
        shaped,
        columns=tuple(foreign.names),
        names=names,
        questions=tuple(foreign.questions),
        told=tuple(foreign.told),
        notes=tuple(foreign.notes),
    )


def mended(sheet: Sheet, answers: Mapping[str, str]) -> pd.DataFrame:
    """The cells, with those that a person corrected: ``cell:<row>:<heading>``."""
    mends = {key: text for key, text in answers.items() if key.startswith("cell:")}
    if not mends:
        return sheet.cells
    cells = pd.DataFrame({place: texts.astype("str") for place, texts in sheet.cells.items()}, index=sheet.cells.index)
    places = {heading: place for place, heading in reversed(list(enumerate(sheet.headings)))}
    for key, text in mends.items():
        row, _, heading = key.removeprefix("cell:").partition(":")
        if row.isdigit() and int(row) in cells.index and heading in places:
            cells.loc[int(row), places[heading]] = text
    return cells


def _shaped(sheet: Sheet, cells: pd.DataFrame, kept: np.ndarray, names: list[str]) -> Shaped:
    typed = None if sheet.typed is None else sheet.typed[kept]
    columns, headings, marks, roles = {}, {}, {}, {}
    for place, name in enumerate(names):
        series = cells[place].reset_index(drop=True)
        if name.startswith("@"):
            roles.setdefault(name, []).append((sheet.headings[place], series))
        elif name:
            columns[name], headings[name] = series, sheet.headings[place]
            marks |= {} if typed is None else {name: typed[:, place]}
    return Shaped(cells.index.to_numpy(), columns, headings, marks, roles)


def _blank(cells: pd.DataFrame) -> np.ndarray:
    blank = np.ones(len(cells), dtype=bool)
    for column in cells:
        places = np.flatnonzero(blank)
        if len(places):
            blank[places] = is_blank(cells[column].iloc[places] if len(places) < len(cells) else cells[column])
    return blank


def _melted(shaped: Shaped, sheet: Sheet, typed: np.ndarray | None) -> Shaped:
    """One row for each cell of the wide columns that is not empty, in the order of the file."""
    places = sheet.match.wide
    grid = np.column_stack([series.to_numpy(dtype=object) for _, series in shaped.roles[WIDE]])
    at, under = np.nonzero(np.char.strip(grid.astype(str)) != "")
    if len(at) > MOST_ROWS:
        raise UnreadableFile("error.too_many_rows", most=MOST_ROWS)
    headings = np.array([heading for heading, _ in shaped.roles[WIDE]], dtype=object)[under]
    columns = {name: series.iloc[at].reset_index(drop=True) for name, series in shaped.cells.items()}
    roles = {
        role: [(heading, series.iloc[at].reset_index(drop=True)) for heading, series in listed]
        for role, listed in shaped.roles.items()
        if role != WIDE
    }
    names = dict.fromkeys(["value"], headings)
    for kind in dict.fromkeys(kind for place in places for kind in sheet.match.facets[place]):
        said = np.array([sheet.match.facets[place].get(kind, "") for place in places], dtype=object)[under]
        if kind.startswith("@"):
            roles.setdefault(kind, []).append(("", pd.Series(said, dtype="str")))
        else:
            before = columns.get(kind)
            columns[kind] = pd.Series(said if before is None else np.where(said == "", before, said), dtype="str")
            names[kind] = headings if before is None else np.where(said == "", str(shaped.headings.get(kind)), headings)
    columns["value"] = pd.Series(grid[at, under], dtype="str")
    marks = {name: mark[at] for name, mark in shaped.typed.items() if name not in names}
    return Shaped(
        rows=shaped.rows[at],
        cells=columns,
        headings=shaped.headings | names,
        typed=marks if typed is None else marks | {"value": typed[:, places][at, under]},
        roles=roles,
    )
