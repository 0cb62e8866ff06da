"""Is every quoted cell closed?  An open one would swallow the rows after it without a word."""

import csv
import io

import numpy as np

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.limits import LONGEST_CELL

_QUOTE, _LF, _CR = 34, 10, 13
_PIECE = 16 * 2**20


def refuse_open_quotes(text: bytes, start: int, delimiter: str, first_row: int) -> None:
    """UnreadableFile with the row of the first cell that opens with a quotation mark and does not close with one.

    Quotation marks inside an unquoted cell are text.  ``text`` is UTF-8, ``first_row`` the row of the record at
    ``start``.
    at ``start``.
    """
    if _all_close(text, start, delimiter):
        return
    rows = csv.reader(io.StringIO(text[start:].decode("utf-8"), newline=""), delimiter=delimiter, strict=True)
    row = first_row
    try:
        for _ in rows:
            row += 1
    except csv.Error as error:
        if "limit" in str(error):
            raise UnreadableFile("error.cell_too_long", row=row, most=LONGEST_CELL) from None
        raise UnreadableFile("error.open_quote", row=row) from None


def _all_close(text: bytes, start: int, delimiter: str) -> bool:
    """Whether quotation marks stand only where RFC 4180 has them: a quick look that settles most files."""
    letters = np.frombuffer(text, dtype=np.uint8, offset=start)
    beside = np.zeros(256, dtype=bool)
    beside[[ord(delimiter), _LF, _CR, _QUOTE]] = True
    is_open, first = 0, text.find(b'"', start)
    for at in range(first - start, len(letters), _PIECE) if first >= 0 else ():
        quotes = np.flatnonzero(letters[at : at + _PIECE] == _QUOTE) + at
        opening, closing = quotes[is_open::2], quotes[1 - is_open :: 2]
        before = opening[opening > 0] - 1
        after = closing[closing < len(letters) - 1] + 1
        if not (beside[letters[before]].all() and beside[letters[after]].all()):
            return False
        is_open = (is_open + len(quotes)) % 2
    return not is_open
