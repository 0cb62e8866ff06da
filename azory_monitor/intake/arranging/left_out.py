"""Rows of a foreign file that hold no figures of the table: notes, parts under a heading, what it takes back."""

import numpy as np
import pandas as pd

from azory_monitor.intake.arranging.foreign import Foreign
from azory_monitor.intake.recognising.known import Known
from azory_monitor.intake.recognising.layout import fold
from azory_monitor.model.batch import Problem
from azory_monitor.model.counted import REGISTER

_MOST_NOTES = 200


def without_notes(cells: pd.DataFrame, kept: np.ndarray, foreign: Foreign, known: Known) -> np.ndarray:
    """Which rows are no mere notes: those with more than one cell filled.  A file of one column has no notes.

    A text with rows below it may say what those are a part of ("of which women:"): they are not taken.
    """
    kept = kept.copy()
    if len(foreign.names) < 2:
        return np.ones(len(cells), dtype=bool)
    filled = np.zeros(len(cells), dtype=int)
    for column in cells:
        filled += (cells[column].str.strip() != "").to_numpy()
    notes = np.flatnonzero((filled == 1) & kept)
    is_national = _mostly_strangers(cells[0][kept & (filled > 1)], known)
    sections = [
        place for place in notes if (filled[place:] > 1).any() and _is_section(cells.iloc[place], is_national, known)
    ]
    if sections:
        start, text = sections[0], "".join(cells.iloc[sections[0]]).strip()
        foreign.told.append(Problem(row=int(cells.index[start]), value=text[:200], rule="section"))
        kept[start:] = False
        notes = notes[notes < start]
    if len(notes):
        foreign.notes += ["".join(cells.iloc[place]).strip() for place in notes[:_MOST_NOTES]]
        foreign.tell("left_out_notes", int(cells.index[notes[0]]), value=foreign.notes[0][:200], n=len(notes))
    return kept & (filled != 1)


def _is_section(row: pd.Series, is_national: bool, known: Known) -> bool:
    """Whether a lone text heads the rows below it, and is not an area without figures."""
    text = "".join(row).strip()
    return text.endswith(":") or not (is_national or known.find("areas", text))


def _mostly_strangers(texts: pd.Series, known: Known) -> bool:
    found = [known.find("areas", text) for text in texts.str.strip().unique()]
    return sum(map(bool, found)) < len(found) / 2


def without_dropped(cells: pd.DataFrame, kept: np.ndarray, foreign: Foreign) -> np.ndarray:
    """Which rows the file does not itself take back."""
    meant = np.ones(len(cells), dtype=bool)
    for place, heading in enumerate(foreign.sheet.headings):
        words = foreign.sheet.match.layout.dropped.get(fold(heading), ())
        if words:
            meant &= ~cells[place].str.strip().str.casefold().isin(words).to_numpy()
    dropped = np.flatnonzero(~meant & kept)
    if len(dropped):
        foreign.tell("left_out_deleted", int(cells.index[dropped[0]]), n=len(dropped))
    return meant


def without_counted(cells: pd.DataFrame, foreign: Foreign, known: Known) -> np.ndarray:
    """Which rows were not counted from the register by the monitor that wrote the file: those are counted anew."""
    sources, locators = foreign.places("source"), foreign.places("locator")
    typed = np.ones(len(cells), dtype=bool)
    if known.programme is not None and sources and locators:
        counted = cells[locators[0]].str.strip().isin(list(known.programme.derivations))
        typed = ~(counted & (cells[sources[0]].str.strip() == REGISTER)).to_numpy(dtype=bool)
    if not typed.all():
        foreign.tell("left_out_counted", int(cells.index[np.argmin(typed)]), n=int((~typed).sum()))
    return typed


def first_table(cells: pd.DataFrame, kept: np.ndarray, foreign: Foreign) -> np.ndarray:
    """Which rows belong to the first table: another one below has headings of its own, and is none of its rows."""
    headings = [fold(heading) for heading in foreign.sheet.headings]
    for place, heading in enumerate(headings):
        if not heading or foreign.names[place][:1] in ("", "@"):
            continue
        again = (cells[place].map(fold) == heading).to_numpy() & kept
        kept = kept & ~again
        for at in np.flatnonzero(again):
            row = [fold(text) for text in cells.iloc[at]]
            if any(text and text != said for text, said in zip(row, headings, strict=True)):
                value = str(cells[place].iat[at])
                foreign.told.append(Problem(row=int(cells.index[at]), value=value, rule="second_table"))
                return kept & (np.arange(len(cells)) < at)
    return kept


def filled_down(cells: pd.DataFrame, kept: np.ndarray, foreign: Foreign) -> pd.DataFrame:
    """Areas that stand only in the first of their rows, written into all of them if the person says that they do."""
    for place in foreign.places("area"):
        texts, heading = cells[place].str.strip(), foreign.sheet.headings[place]
        blank = (texts == "").to_numpy() & kept
        for period in foreign.places("period", "@year", "@period_or_part"):
            blank &= (cells[period].str.strip() != "").to_numpy()
        if not blank.any() or not kept.any() or blank[np.argmax(kept)]:
            continue
        said = foreign.answers.get(f"fill:{heading}", "")
        if said == "yes":
            return _with(cells, place, texts.where(texts != "").ffill())
        if said != "no":
            foreign.ask(f"fill:{heading}", ["yes", "no"], heading=heading, n=int(blank.sum()))
    return cells


def _with(cells: pd.DataFrame, place: int, texts: pd.Series) -> pd.DataFrame:
    cells = cells.copy()
    cells[place] = texts.fillna("")
    return cells
