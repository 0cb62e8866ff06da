"""Files that are not in our own form: what of them is meant, found where that is certain, else asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.recognising.known import Known
from azory_monitor.model.batch import Asked, Problem

SHOWN = 5
"""So many names are told of those that were left out."""

MOST_CHOICES = 500


KEYS = ("area", "indicator", "period", "@year", "@half", "@quarter", "@month", "@part", "@period_or_part")
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
