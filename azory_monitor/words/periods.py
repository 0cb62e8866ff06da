"""Periods in words: "8 grudnia 2017", "in April 2018", "by the end of 2020", "bez daty"."""

import re
from collections.abc import Callable

from azory_monitor.model.descriptor import UNDATED

_GRAINS = {
    "year": r"(?P<year>\d{4})",
    "month": r"(?P<year>\d{4})-(?P<number>\d\d)",
    "day": r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)",
    "quarter": r"(?P<year>\d{4})-Q(?P<number>[1-4])",
    "half": r"(?P<year>\d{4})-H(?P<number>[12])",
    "span": r"(?P<first>\d{4})/(?P<last>\d{4})",
}
_CASES = {"period": "name", "period_in": "in", "period_until": "of", "period_since": "of"}
"""The case in which each group of messages needs the name of a month, quarter or half-year."""


def in_words(text: str, group: str, say: Callable[..., str]) -> str:
    """A canonical period, said by the messages of ``group``; empty text stays empty.

    ValueError for a text that is not a canonical period.
    """
    if not text:
        return ""
    if text == UNDATED:
        return say(f"{group}.undated")
    grain, parts = _read(text)
    if grain in ("month", "quarter", "half"):
        parts["part"] = say(f"{grain}.{_CASES[group]}.{int(parts['number'])}")
    elif grain == "day":
        parts |= {"day": str(int(parts["day"])), "part": say(f"month.of.{int(parts['number'])}")}
    elif grain == "span" and int(parts["last"]) - int(parts["first"]) > 1:
        grain = "years"
    return say(f"{group}.{grain}", **parts)


def _read(text: str) -> tuple[str, dict[str, str]]:
    for grain, form in _GRAINS.items():
        if found := re.fullmatch(form, text):
            return grain, found.groupdict()
    raise ValueError(f"not a canonical period: {text!r}")
