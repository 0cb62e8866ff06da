"""Cells on the way out: text that a spreadsheet would run is made harmless, numbers are written in full."""

import re
from decimal import Decimal
from functools import lru_cache

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d[\d\s.,]*%?")


def harmless(text: str) -> str:
    """``text`` with an apostrophe before it if a spreadsheet would take it for a formula (OWASP ASVS 1.2.10)."""
    return f"'{text}" if text.startswith(_RUNS) and not _NUMBER.fullmatch(text) else text


@lru_cache(maxsize=65_536)  # ids, periods and sources stand in thousands of rows
def held(text: str) -> str:
    """The same so that it can be taken in again: a text that already stands so gets one apostrophe more."""
    return f"'{text}" if text.startswith("'") and text.lstrip("'").startswith(_RUNS) else harmless(text)


def written(value: float) -> str:
    """A number in all its digits, with a decimal point, never with an exponent: 13109, 0.67, 0.00001."""
    text = repr(float(value))
    if "e" in text or "n" in text:
        text = f"{Decimal(text):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain(value: str | float | int | bool) -> str:
    """A cell of a data package as text that can be taken in again: yes or nothing, a number in full, a text held."""
    if isinstance(value, float):
        return written(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return held(str(value))
