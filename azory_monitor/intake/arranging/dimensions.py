"""What splits the figures of a foreign file further, and which part of it is meant."""

import numpy as np
import pandas as pd

from azory_monitor.intake.arranging.foreign import KEYS, SHOWN, Foreign
from azory_monitor.intake.recognising.facets import is_total
from azory_monitor.intake.recognising.layout import fold, total_words
from azory_monitor.intake.recognising.recognise import is_numeric

MOST_OF_A_DIMENSION = 40
"""A column of more different texts holds names or remarks."""
_SPLIT = "headings"


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


def settle_unknown(cells: pd.DataFrame, foreign: Foreign) -> None:
    """A column of texts that nobody knows may split the figures: where it does not show, it is asked.

    It does where rows that are else alike differ in it; it does not where it is but another name of something.
    """
    if not foreign.sheet.match.layout.free:
        return
    keys = foreign.places(*KEYS)
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
    for other in [*foreign.places(*KEYS, "@unit"), *(at for at in foreign.places("@dimension") if at < place)]:
        pairs = cells[[other, place]].drop_duplicates()
        if len(pairs) == pairs[other].nunique() == pairs[place].nunique() > 1:
            return True
    return False
