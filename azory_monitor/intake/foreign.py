"""Files that are not in our own form: what of them is meant, found where that is certain, else asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from azory_monitor.intake.facets import is_total
from azory_monitor.intake.known import Known
from azory_monitor.intake.layout import fold, total_words
from azory_monitor.intake.recognise import is_numeric
from azory_monitor.intake.sheet import Sheet
from azory_monitor.model.batch import Asked, Problem

SHOWN = 5
"""So many names are told of those that were left out."""

MOST_CHOICES = 500
MOST_OF_A_DIMENSION = 40
"""A column of more different texts holds names or remarks."""

_MOST_NOTES = 200
_SPLIT = "headings"

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
    labels: dict[str, str] = field(default_factory=dict)
    """What codes of the file are called there."""
    notes: list[str] = field(default_factory=list)
    """The text below and between the figures."""

    def called(self, text: str) -> str:
        """A name of the file, with what it is called there where it is a code."""
        label = self.labels.get(text, "")
        return f"{text} ({label})" if label and label != text else text

    def places(self, *names: str) -> list[int]:
        """The places of the columns that are one of these."""
        return [place for place, name in enumerate(self.names) if name in names]

    def ask(self, key: str, choices: list[str], **values: Any) -> None:
        """Ask; no row is sound before the answer."""
        if any(asked.key == key for asked in self.questions):
            return
        about = key.partition(":")[2].rpartition(":")[2]
        choices = choices[:MOST_CHOICES]
        called = {choice: self.called(choice) for choice in choices if choice in self.labels}
        self.questions.append(Asked(key=key, about=about, values=values, choices=tuple(choices), called=called))

    def tell(self, rule: str, row: int, column: str = "", value: str = "", nearest: str = "", **values: Any) -> None:
        """Say what was left out, or how something was taken; nothing is refused for it."""
        self.told.append(
            Problem(row=row, column=column, value=value, rule=rule, nearest=nearest, values=values, warning=True)
        )


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


def one_of_each(cells: pd.DataFrame, foreign: Foreign, known: Known) -> None:
    """Of several columns that name the same thing, a code and a name, keep the one that tells most apart.

    Two villages may have one name, but not one code.
    """
    for column, table in _ALTERNATIVES.items():
        places = foreign.places(column)
        if len(places) > 1:
            found = {place: cells[place].str.strip().unique() for place in places}
            known_in = {place: any(known.find(table, text) for text in found[place]) for place in places}
            best = max(places, key=lambda place: (known_in[place], len(found[place])))
            for place in places:
                foreign.names[place] = column if place == best else "@told"
            other = next(place for place in places if place != best)
            pairs = cells[[best, other]].drop_duplicates(best).itertuples(index=False)
            foreign.labels |= {code.strip(): name.strip() for code, name in pairs if name.strip()}
    for place, name in enumerate(foreign.names):
        if name[:1] not in ("", "@") and name in foreign.names[:place]:
            foreign.names[place] = "@told"


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


def settle_unknown(cells: pd.DataFrame, foreign: Foreign) -> None:
    """A column of texts that nobody knows may split the figures: where it does not show, it is asked.

    It does where rows that are else alike differ in it; it does not where it is but another name of something.
    """
    if not foreign.sheet.match.layout.free:
        return
    keys = foreign.places(*_KEYS)
    for place in foreign.places(""):
        heading = foreign.sheet.headings[place]
        found = {str(text).strip() for text in cells[place].unique()} - {""}
        totals = foreign.sheet.match.layout.totals
        said = (text for text in found if not (is_numeric(text) or fold(text) in total_words()))
        if not heading.strip() or all(text.casefold() in totals for text in said):
            continue
        if keys and (cells.groupby(keys, sort=False)[place].nunique() > 1).any():
            foreign.names[place] = "@dimension"
        elif len(found) <= MOST_OF_A_DIMENSION and not _is_label(cells, place, foreign):
            example = ", ".join(sorted(found)[:SHOWN])
            foreign.ask(f"column:{heading}", ["@dimension", "note", "@told"], heading=heading, example=example)


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
        elif _is_unsure(found, cells[kept], place, foreign):
            foreign.ask(f"keep:{heading}", found, heading=heading, n=len(found))
    return kept


def kept_split(splits: list[tuple[str, pd.Series]], foreign: Foreign) -> np.ndarray | slice:
    """Which figures are meant where headings part them and one says that it is the whole: that one, if not told."""
    if not splits:
        return slice(None)
    texts = splits[0][1]
    found = [str(text) for text in texts.unique()]
    totals = [text for text in found if is_total(text)]
    chosen = foreign.answers.get(f"keep:{_SPLIT}", "")
    if chosen not in found and len(totals) != 1:
        foreign.ask(f"keep:{_SPLIT}", found, heading=", ".join(found[:SHOWN]), n=len(found))
        return slice(None)
    meant = chosen if chosen in found else totals[0]
    if meant != chosen and len(found) > 1:
        foreign.tell("kept_total", foreign.sheet.header_row, foreign.sheet.headings[0], meant, n=len(found) - 1)
    return (texts == meant).to_numpy()


def _is_unsure(found: list[str], cells: pd.DataFrame, place: int, foreign: Foreign) -> bool:
    """Whether it must be asked which part of a dimension is meant; the only one too, where it is not the whole.

    Where the person says which indicator the file is about, they know what it is split by.
    """
    if len(found) == 1:
        is_whole = found[0].casefold() in foreign.sheet.match.layout.totals or fold(found[0]) in total_words() | {""}
        return bool(foreign.places("indicator")) and not is_whole
    return len(found) > 1 and not _is_label(cells, place, foreign)


def _is_label(cells: pd.DataFrame, place: int, foreign: Foreign) -> bool:
    """Whether a column only says in other words what another one says."""
    for other in [*foreign.places(*_KEYS, "@unit"), *(at for at in foreign.places("@dimension") if at < place)]:
        pairs = cells[[other, place]].drop_duplicates()
        if len(pairs) == pairs[other].nunique() == pairs[place].nunique() > 1:
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
