"""Which encoding are these bytes in?  Found from the bytes alone, so that Polish letters come out right.

Byte order mark, then UTF-16 by its zero bytes, then strict UTF-8, then the one of the old code pages that makes the
most Polish letters and the fewest odd characters.
"""

import codecs

import numpy as np

from azory_monitor.errors import UnreadableFile

CODE_PAGES = ("cp1250", "iso-8859-2")
"""In the order in which they are believed when nothing tells them apart."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", *CODE_PAGES)
_LETTERS = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
_AT_HOME = "–—„”’…°²³§€ \xa0"
_CONTROLS = {chr(code) for code in range(32)} - set("\t\n\r\f\x1a") | {chr(code) for code in range(0x7F, 0xA0)}


def decode(content: bytes, encoding: str = "") -> tuple[str, str]:
    """The text and the name of its encoding; ``encoding`` is what a person said it is.

    UnreadableFile where the bytes are no text, or not in the encoding that was named.
    """
    if encoding and encoding not in _ENCODINGS:
        raise UnreadableFile("error.unknown_encoding", encoding=encoding, known=", ".join(_ENCODINGS))
    name = encoding or _marked(content) or _utf16(content) or _utf8(content) or _code_page(content)
    try:
        text = content.decode(name)
    except UnicodeDecodeError:
        raise UnreadableFile("error.not_in_encoding", encoding=name) from None
    if "\0" in text:
        raise UnreadableFile("error.nul_byte", row=text.count("\n", 0, text.index("\0")) + 1)
    return text.removeprefix("\ufeff").removesuffix("\x1a"), name


def _marked(content: bytes) -> str:
    return next((name for mark, name in _MARKS if content.startswith(mark)), "")


def _utf16(content: bytes) -> str:
    """Latin letters in UTF-16 have a zero in every second byte: the second of each pair in little endian."""
    head = np.frombuffer(content[:4096], dtype=np.uint8)
    even, odd = head[0::2], head[1::2]
    if len(content) % 2 or not len(odd):
        return ""
    zeros = float(np.mean(even == 0)), float(np.mean(odd == 0))
    if zeros[1] > 0.4 > 0.1 > zeros[0]:
        return "utf-16-le"
    return "utf-16-be" if zeros[0] > 0.4 > 0.1 > zeros[1] else ""


def _utf8(content: bytes) -> str:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "utf-8"


def _code_page(content: bytes) -> str:
    counts = np.bincount(np.frombuffer(content, dtype=np.uint8), minlength=256)
    scores = {name: score for name in CODE_PAGES if (score := _score(counts, name)) is not None}
    if not scores:
        raise UnreadableFile("error.not_text")
    return max(scores, key=scores.__getitem__)


def _score(counts: np.ndarray, name: str) -> int | None:
    """How much like Polish the bytes read in a code page; None where they make control characters or nothing."""
    total = 0
    for byte in np.flatnonzero(counts):
        letter = bytes([byte]).decode(name, errors="replace")
        if letter == "\ufffd" or letter in _CONTROLS:
            return None
        if byte > 127:
            total += int(counts[byte]) * (2 if letter in _LETTERS else -(letter not in _AT_HOME))
    return total
