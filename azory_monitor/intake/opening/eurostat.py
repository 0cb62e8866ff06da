"""Eurostat's tables with tabs, as a plain table: the keys of the first cell in cells of their own, flags taken off."""

import re

_FIRST = re.compile(r"(?P<keys>[\w,]+)\\time(?:_period)?\t", re.IGNORECASE)
_FLAGGED = re.compile(r"(?<=[0-9]) [a-z]{1,4}(?= ?(?:\t|\r|\n|$))")
_HIDDEN = re.compile(r"(?<=\t): c(?= ?(?:\t|\r|\n|$))")
_FLAGGED_NOTHING = re.compile(r"(?<=\t): [a-z]{1,4}(?= ?(?:\t|\r|\n|$))")


def plain_table(text: str) -> str:
    """The table, or the text as it is where it is none of Eurostat's.  Rows keep their places."""
    start = len(text) - len(text.lstrip("\r\n "))
    first = _FIRST.match(text, start)
    if not first:
        return text
    heading, *rows = text[first.end() - 1 :].split("\n")
    count = first["keys"].count(",")
    body = "\n".join([first["keys"].replace(",", "\t") + heading, *(_parted(line, count) for line in rows)])
    return text[:start] + _FLAGGED_NOTHING.sub(":", _HIDDEN.sub("#", _FLAGGED.sub("", body)))


def may_be(head: str) -> bool:
    """Whether a text that begins so is one of them."""
    return bool(_FIRST.match(head, len(head) - len(head.lstrip("\r\n "))))


def keys_together(text: str) -> int:
    """How many keys share the first cell of each row; 1 where it is none of Eurostat's tables."""
    first = _FIRST.match(text, len(text) - len(text.lstrip("\r\n ")))
    return first["keys"].count(",") + 1 if first else 1


def _parted(line: str, count: int) -> str:
    keys, tab, rest = line.partition("\t")
    return keys.replace(",", "\t", count) + tab + rest
