"""How a spreadsheet shows a number exactly as its cell in the report is written."""

import re
from functools import lru_cache

from azory_monitor.words.numbers import MINUS, MOST_PLACES, NO_BREAK
from azory_monitor.words.speaker import Speaker

LONGEST = 240
"""Spreadsheets read formats of at most 255 characters."""

_NUMBER_BEFORE = re.compile(rf"\d[.,{NO_BREAK}]?$")
_NUMBER_AFTER = re.compile(rf"[.,{NO_BREAK}]?\d")


@lru_cache(maxsize=8192)  # a state writes the same figure in many tables
def number_format(speaker: Speaker, written: str, value: float) -> str | None:
    """The format under which ``value`` looks like ``written``; None where ``written`` does not have this number.

    What stands before and after the number, a unit or "about", becomes text of the format.
    """
    for decimals in (None, *range(MOST_PLACES, -1, -1)):
        number = speaker.number(abs(value), decimals)
        found = _alone(written.replace(MINUS, ""), number)
        if found:
            return _format(*found, pattern=f"#,##0{_places(speaker, number)}")
    found = _alone(written, str(int(value))) if value == int(value) else None
    return _format(*found, pattern="0") if found else None


def _alone(written: str, number: str) -> tuple[str, str] | None:
    """What stands before and after the number, where no digit and no part of a number touches it."""
    before, there, after = written.partition(number)
    if not there or _NUMBER_BEFORE.search(before) or _NUMBER_AFTER.match(after):
        return None
    return before, after


def _places(speaker: Speaker, number: str) -> str:
    """The decimals that a written number has, as a format says them."""
    sign = speaker.number(0.5)[1]
    _, there, part = number.rpartition(sign)
    return f".{'0' * len(part)}" if there else ""


def _format(before: str, after: str, pattern: str) -> str | None:
    text = f"{_literal(before)}{pattern}{_literal(after)}"
    both = f"{text};{_literal(before + MINUS)}{pattern}{_literal(after)}"
    return both if len(both) <= LONGEST else None


def _literal(text: str) -> str:
    return '"' + text.replace('"', '"\\""') + '"' if text else ""
