"""Is the comma a decimal mark or does it part thousands?  Decided from all numbers of a file, or asked.

``27,94`` settles it, ``1.234.567`` does, ``0,377`` does; ``1.377`` alone does not: it is 1377 to some and one and a
bit to others.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

POINT, COMMA = ".", ","
MARKS = (POINT, COMMA)

_SIGN = r"^[-−–+]?"
_EITHER = _SIGN + r"[1-9][0-9]{0,2}[.,][0-9]{3}$"
_TO_THE_LAST = _SIGN + r"[0-9][0-9.,'’\s\x{a0}\x{202f}\x{2009}]*$"


@dataclass(frozen=True)
class Decimals:
    """The decimal mark of a file.

    ``mixed``: some of its numbers have the other mark, so that a number like ``1.377`` cannot be trusted either.
    ``open``: nothing in the file tells, and there is a number for which it matters.
    """

    mark: str = POINT
    mixed: bool = False
    open: bool = False

    @property
    def other(self) -> str:
        """The mark that may part thousands."""
        return COMMA if self.mark == POINT else POINT


def decide(columns: Iterable[pa.Array], delimiter: str, answer: str = "") -> Decimals:
    """The decimal mark of a file from the distinct texts of its number columns, or as a person answered."""
    votes, unsettled = dict.fromkeys(MARKS, 0), 0
    for texts in columns:
        numbers = _with_a_mark(texts)
        either = pc.match_substring_regex(numbers, _EITHER)
        unsettled += pc.sum(either).as_py() or 0
        settled = numbers.filter(pc.invert(either))
        for mark in MARKS:
            votes[mark] += _votes(settled, mark)
    usual = usual_mark(delimiter)
    if answer in MARKS:
        return Decimals(answer)
    if not any(votes.values()):
        return Decimals(usual, open=unsettled > 0)
    mark = max(MARKS, key=lambda mark: (votes[mark], mark == usual))
    return Decimals(mark, mixed=all(votes.values()))


def usual_mark(delimiter: str) -> str:
    """The decimal mark that mostly goes with a delimiter."""
    return COMMA if delimiter == ";" else POINT


def is_unsettled(texts: pa.Array) -> pa.Array:
    """Which texts are numbers like ``1.377``."""
    return pc.match_substring_regex(texts, _EITHER)


def _with_a_mark(texts: pa.Array) -> pa.Array:
    texts = texts.filter(pc.or_(pc.match_substring(texts, POINT), pc.match_substring(texts, COMMA)))
    texts = pc.utf8_trim_whitespace(texts)
    return texts.filter(pc.match_substring_regex(texts, _TO_THE_LAST))


def _votes(settled: pa.Array, mark: str) -> int:
    """How many numbers show that ``mark`` is the decimal one: it stands last and once, or the other stands twice."""
    other = COMMA if mark == POINT else POINT
    last = rf"^[^{mark}]*[{mark}][0-9]+$"
    thousands = rf"^[^{mark}{other}]*([{other}][0-9]{{3}}){{2,}}$"
    return sum(pc.sum(pc.match_substring_regex(settled, pattern)).as_py() or 0 for pattern in (last, thousands))
