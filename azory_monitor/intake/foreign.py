"""Files that are not in our own form: what of them is meant, found where that is certain, else asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from azory_monitor.intake.known import Known
from azory_monitor.intake.recognise import WIDE
from azory_monitor.intake.sheet import Sheet
from azory_monitor.model.batch import Asked, Problem

SHOWN = 5
"""So many names are told of those that were left out."""

MOST_CHOICES = 500

_KEYS = ("area", "indicator", "period", "@year", "@half", "@quarter", "@month", "@part", "@period_or_part")
_ALTERNATIVES = {"area": "areas", "indicator": "indicators"}


@dataclass
class Foreign:
    """A sheet on its way into our columns: what its columns are taken for, what must be asked, what is told."""

    sheet: Sheet
    names: list[str]
    answers: Mapping[str, str]
    questions: list[Asked] = field(default_factory=list)
    told: list[Problem] = field(default_factory=list)

    def places(self, *names: str) -> list[int]:
        """The places of the columns that are one of these."""
        return [place for place, name in enumerate(self.names) if name in names]

    def ask(self, key: str, choices: list[str], **values: Any) -> None:
        """Ask; no row is sound before the answer."""
        about = key.partition(":")[2].rpartition(":")[2]
        self.questions.append(Asked(key=key, about=about, values=values, choices=tuple(choices[:MOST_CHOICES])))

    def tell(self, rule: str, row: int, column: str = "", value: str = "", nearest: str = "", **values: Any) -> None:
        """Say what was left out, or how something was taken; nothing is refused for it."""
        self.told.append(
            Problem(row=row, column=column, value=value, rule=rule, nearest=nearest, values=values, warning=True)
        )


def without_notes(cells: pd.DataFrame, kept: np.ndarray, foreign: Foreign) -> np.ndarray:
    """Which rows are no mere notes: those with more than one cell filled.  A file of one column has no notes."""
    if len(foreign.names) < 2:
        return np.ones(len(cells), dtype=bool)
    filled = np.zeros(len(cells), dtype=int)
    for column in cells:
        filled += (cells[column].str.strip() != "").to_numpy()
    notes = np.flatnonzero((filled == 1) & kept)
    if len(notes):
        said = next(text for text in cells.iloc[notes[0]] if text.strip())
        foreign.tell("left_out_notes", int(cells.index[notes[0]]), value=said[:200], n=len(notes))
    return filled != 1


def one_of_each(cells: pd.DataFrame, foreign: Foreign, known: Known) -> None:
    """Of several columns that name the same thing, a code and a name, keep the one of which most is known."""
    for column, table in _ALTERNATIVES.items():
        places = foreign.places(column)
        if len(places) > 1:
            best = max(places, key=lambda place: sum(bool(known.find(table, text)) for text in cells[place].unique()))
            for place in places:
                foreign.names[place] = column if place == best else "@told"


def ask_first_column(cells: pd.DataFrame, foreign: Foreign) -> None:
    """Where no column holds areas, the first one of unknown texts may: what it is is asked."""
    facets = {kind for facet in foreign.sheet.match.facets for kind in facet}
    if not foreign.sheet.match.layout.free or foreign.places("area") or "area" in facets:
        return
    for place in foreign.places(""):
        heading = foreign.sheet.headings[place]
        if heading.strip() and (cells[place].str.strip() != "").any():
            choices = ["area", *([] if foreign.places("indicator") else ["indicator"]), "@dimension", "@told"]
            example = next(text for text in cells[place] if text.strip())
            foreign.ask(f"column:{heading}", choices, heading=heading, example=example)
            return


def splitting(cells: pd.DataFrame, foreign: Foreign) -> None:
    """A column of texts that nobody knows splits the figures where rows that are else alike differ in it."""
    if not foreign.sheet.match.layout.free or WIDE in foreign.names:
        return
    keys = foreign.places(*_KEYS)
    others = [place for place in foreign.places("") if foreign.sheet.headings[place].strip()]
    if not keys or not others:
        return
    groups = cells.groupby(keys, sort=False)
    for place in others:
        if f"column:{foreign.sheet.headings[place]}" not in foreign.answers and (groups[place].nunique() > 1).any():
            foreign.names[place] = "@dimension"


def kept_rows(cells: pd.DataFrame, kept: np.ndarray, foreign: Foreign) -> np.ndarray:
    """Which rows hold the figures that are meant, where further dimensions split them; else that is asked."""
    kept = kept.copy()
    totals, answers = foreign.sheet.match.layout.totals, foreign.answers
    for place in foreign.places("@dimension"):
        heading, texts = foreign.sheet.headings[place], cells[place].str.strip()
        found = [str(text) for text in texts[kept].unique()]
        meant = [text for text in found if text.casefold() in totals]
        if answers.get(f"keep:{heading}") in found:
            kept &= (texts == answers[f"keep:{heading}"]).to_numpy()
        elif len(found) > 1 and len(meant) == 1:
            kept &= (texts == meant[0]).to_numpy()
            foreign.tell("kept_total", foreign.sheet.header_row, heading, meant[0], n=len(found) - 1)
        elif len(found) > 1 and not _is_label(cells[kept], place, foreign):
            foreign.ask(f"keep:{heading}", found, heading=heading, n=len(found))
    return kept


def _is_label(cells: pd.DataFrame, place: int, foreign: Foreign) -> bool:
    """Whether a column only says in other words what another one says."""
    for other in [*foreign.places(*_KEYS, "@unit"), *(at for at in foreign.places("@dimension") if at < place)]:
        pairs = cells[[other, place]].drop_duplicates()
        if len(pairs) == pairs[other].nunique() == pairs[place].nunique():
            return True
    return False


def faults_of(sheet: Sheet) -> list[Problem]:
    """What was wrong with rows that did not become cells; a note below a foreign table is only told."""
    if sheet.match.layout.own:
        return list(sheet.faults)
    return [_as_note(fault) if _is_note(fault, sheet.delimiter) else fault for fault in sheet.faults]


def _is_note(fault: Problem, delimiter: str) -> bool:
    filled = [cell for cell in fault.value.split(delimiter or "\t") if cell.strip(' "')]
    return fault.rule == "uneven_row" and len(filled) < 2


def _as_note(fault: Problem) -> Problem:
    return Problem(row=fault.row, value=fault.value, rule="left_out_notes", values={"n": 1}, warning=True)
