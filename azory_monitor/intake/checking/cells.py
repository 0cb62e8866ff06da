"""What one text in a cell means, by the kind of its column.  Asked once for each distinct text of a column."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from azory_monitor import period
from azory_monitor.intake.checking.findings import Fault, Said
from azory_monitor.intake.recognising.known import SHOWN, Known
from azory_monitor.intake.recognising.layout import error_marks, flags, fold, synonyms
from azory_monitor.model.column import ID_PATTERN, Column

PERIODS = ("2016", "2018-04", "2018-04-06", "2018-Q2", "2018-H1", "2001/2002", period.UNDATED.text)
_FORMULA = "="
_DAY = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})(?: ?r\.?)?")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s/]|(?![a-z0-9+.-]*:|//|[\\/]{2})\S", re.IGNORECASE)
"""How an address begins that a browser may follow: on the web, to a mailbox, or a place beside this one."""
_UNSEEN = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True)
class Around:
    """What the meaning of a text depends on besides itself.  ``not_after``: no period may begin later."""

    known: Known
    not_after: datetime.date | None = None
    has_formulas: bool = False


Reader = Callable[[str, Column, Around], Said]


def read_cell(text: str, column: Column, around: Around) -> Said:
    """The meaning of a cell.  An empty one is a fault where the column is required."""
    text = " ".join(text.split()) if column.kind not in ("text", "translated") else text.strip()
    if not text:
        return Said(*_EMPTY.get(column.kind, ("",)), fault=missing(column) if column.required else None)
    if text.upper() in error_marks() or (around.has_formulas and text.startswith(_FORMULA)):
        return Said(fault=Fault("formula_error"))
    return _READERS[column.kind](text, column, around)


def missing(column: Column) -> Fault:
    """The fault of an empty cell in a required column."""
    return Fault("period_missing" if column.kind == "period" else "required", allowed=column.choices)


def _choice(text: str, column: Column, _: Around) -> Said:
    folded = text.casefold()
    choices = {choice.casefold(): choice for choice in column.choices} | synonyms(column.name)
    spoken = folded.replace(" ", "_")
    meant = choices.get(folded) or choices.get(spoken)
    if meant is None:
        return Said(fault=Fault("unknown_choice", allowed=column.choices, nearest=_near(folded, choices)))
    return Said(meant, why="" if meant == text else "choice")


def _near(text: str, choices: dict[str, str]) -> str:
    known = Known(ids={"": choices})
    return known.nearest("", text)


def _ref(text: str, column: Column, around: Around) -> Said:
    meant = around.known.labels(column.to).get(text.casefold())
    if meant is None:
        return Said(fault=_unknown_ref(text, column, around))
    return Said(meant, why="" if meant == text else "name")


def _refs(text: str, column: Column, around: Around) -> Said:
    labels = around.known.labels(column.to)
    whole = labels.get(text.casefold())
    names = re.split(r"[;,|]+" if re.search("[;,|]", text) else " ", text)
    names = [name.strip() for name in names if name.strip()]
    unknown = next((name for name in names if name.casefold() not in labels), None)
    if whole is None and unknown is not None:
        return Said(fault=_unknown_ref(unknown, column, around))
    meant = whole or " ".join(dict.fromkeys(labels[name.casefold()] for name in names))
    return Said(meant, why="" if meant == text else "name")


def _unknown_ref(name: str, column: Column, around: Around) -> Fault:
    allowed = around.known.choices(column.to)[:SHOWN]
    return Fault("unknown_ref", allowed, around.known.nearest(column.to, name), {"name": name, "table": column.to})


def _id(text: str, column: Column, _: Around) -> Said:
    if re.fullmatch(ID_PATTERN.strip("^$"), text):
        return Said(text)
    return Said(fault=Fault("bad_id", nearest=fold(text).replace("_", "-")))


def _period(text: str, column: Column, around: Around) -> Said:
    try:
        meant = period.parse(text)
    except ValueError:
        return Said(fault=Fault("not_a_period", allowed=PERIODS))
    if around.not_after and meant.is_after(around.not_after):
        return Said(fault=Fault("future_period", values={"today": around.not_after.isoformat()}))
    return Said(meant.text, why="" if meant.text == text else "period")


def _date(text: str, column: Column, _: Around) -> Said:
    polish = _DAY.fullmatch(text)
    try:
        if polish:
            meant = datetime.date(*(int(polish[part]) for part in ("year", "month", "day")))
        else:
            meant = datetime.date.fromisoformat(text.removesuffix("T00:00:00"))
    except ValueError:
        return Said(fault=Fault("not_a_date", allowed=("2018-04-06", "6.04.2018")))
    return Said(meant.isoformat(), why="date" if polish else "")


def _flag(text: str, column: Column, _: Around) -> Said:
    meant = flags().get(text.casefold())
    if meant is None:
        return Said(fault=Fault("not_a_flag", allowed=("yes", "no")))
    return Said(meant)


def _url(text: str, column: Column, _: Around) -> Said:
    if _UNSEEN.search(text) or not _ADDRESS.match(text):
        return Said(fault=Fault("not_an_address"))
    return Said(text)


_EMPTY = {"flag": (False,)}
_READERS: dict[str, Reader] = {
    "id": _id,
    "ref": _ref,
    "refs": _refs,
    "choice": _choice,
    "period": _period,
    "date": _date,
    "flag": _flag,
    "url": _url,
}
