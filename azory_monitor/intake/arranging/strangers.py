"""Names of a foreign file that are none of ours: mapped as the person said, left out and told, or asked."""

from dataclasses import replace

import numpy as np
import pandas as pd

from azory_monitor.coded import distinct
from azory_monitor.intake.arranging.foreign import SHOWN, Foreign
from azory_monitor.intake.arranging.shaped import Shaped, taken
from azory_monitor.intake.recognising.facets import named_indicator
from azory_monitor.intake.recognising.known import Known

MOST_ASKED = 12
"""So many unknown names are asked about one by one; of more, first which one is meant."""

_LEFT_OUT = {"area": "left_out_area", "indicator": "left_out_indicator"}
_TABLES = {"area": "areas", "indicator": "indicators"}


def resolved(shaped: Shaped, foreign: Foreign, known: Known) -> tuple[Shaped, dict[str, dict[str, str]]]:
    """The rows whose area and indicator are ours, and by which names of the file they are known.

    In our own form an unknown name is a fault and stays; only what the person mapped is heeded.
    """
    names: dict[str, dict[str, str]] = {}
    for column, table in _TABLES.items():
        if column in shaped.cells:
            meant = _meant(shaped.cells[column], column, table, foreign, known)
            if not foreign.sheet.match.layout.own:
                shaped, meant = _without_strangers(shaped, column, table, meant, foreign, known)
            names[table] = {text.casefold(): key for text, key in meant.items() if key}
            shaped = _without_left_out(shaped, column, meant, foreign)
    return shaped, names


def with_whole(shaped: Shaped, foreign: Foreign, known: Known) -> Shaped:
    """Where a kind of file leaves the area empty for the whole that it is about, which area that is is asked."""
    texts = shaped.cells.get("area")
    if texts is None or "" not in foreign.sheet.match.layout.totals or not (texts.str.strip() == "").any():
        return shaped
    if not foreign.answers.get("area"):
        foreign.ask("area", list(known.choices("areas")))
        return shaped
    filled = texts.where(texts.str.strip() != "", foreign.answers["area"])
    return replace(shaped, cells=shaped.cells | {"area": filled})


def _meant(texts: pd.Series, column: str, table: str, foreign: Foreign, known: Known) -> dict[str, str]:
    """What the person said of names, then what we know; names that stay unknown are not in it."""
    said = {
        key.removeprefix(f"name:{column}:"): answer
        for key, answer in foreign.answers.items()
        if key.startswith(f"name:{column}:")
    }
    meant: dict[str, str] = {}
    if foreign.sheet.match.layout.own and not said:
        return meant
    for text in distinct(texts):
        if text in said:
            meant[text] = known.find(table, said[text]) if said[text] else ""
        elif text and not foreign.sheet.match.layout.own:
            found = known.find(table, text) or (named_indicator(text, known)[0] if column == "indicator" else "")
            meant |= {text: found} if found else {}
    return meant


def _without_strangers(
    shaped: Shaped, column: str, table: str, meant: dict[str, str], foreign: Foreign, known: Known
) -> tuple[Shaped, dict[str, str]]:
    """Leave out rows of names that are none of ours, if some are; if none is, ask."""
    texts = shaped.cells[column].str.strip()
    strangers = [str(text) for text in texts.unique() if text and text not in meant]
    if not strangers:
        return shaped, meant
    if any(meant.values()):
        at = int(np.flatnonzero(texts.isin(strangers))[0])
        row, heading, _ = shaped.place(at, column)
        near = next((near for text in strangers[:MOST_ASKED] if (near := known.nearest(table, text))), "")
        named = ", ".join(map(foreign.called, strangers[:SHOWN])) + (" …" if len(strangers) > SHOWN else "")
        foreign.tell(_LEFT_OUT[column], row, heading, strangers[0], n=len(strangers), names=named, nearest=near)
        return shaped, meant | dict.fromkeys(strangers, "")
    chosen = foreign.answers.get(f"keep:{column}")
    if len(strangers) > MOST_ASKED and chosen not in strangers:
        foreign.ask(f"keep:{column}", strangers, heading=column, n=len(strangers))
        return shaped, meant
    if len(strangers) == 1 and foreign.answers.get(column):
        return shaped, meant | {strangers[0]: known.find(table, foreign.answers[column])}
    if len(strangers) == 1:
        foreign.ask(column, [*known.choices(table)], name=foreign.called(strangers[0]))
        return shaped, meant
    for text in [chosen] if chosen in strangers else strangers:
        foreign.ask(f"name:{column}:{text}", [*known.choices(table), ""], name=foreign.called(text), column=column)
    return shaped, meant | {text: "" for text in strangers if chosen in strangers and text != chosen}


def _without_left_out(shaped: Shaped, column: str, meant: dict[str, str], foreign: Foreign) -> Shaped:
    out = [text for text, key in meant.items() if not key]
    if not out:
        return shaped
    kept = ~shaped.cells[column].str.strip().isin(out).to_numpy()
    return taken(shaped, kept)
