"""Which encoding are these bytes in?  Found from the bytes alone, so that Polish letters come out right.

Byte order mark, then UTF-16 by its zero bytes, then strict UTF-8, then the one of the old code pages under which the
letters make the likeliest words.  Where two of them do equally well and read differently, the person is asked.
"""

import codecs
import re

import numpy as np
import pyarrow as pa

from azory_monitor.errors import UnreadableFile
from azory_monitor.model.batch import Asked

CODE_PAGES = ("cp1250", "iso-8859-2", "cp852", "mac_latin2")
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
_LOOKED_AT = 2**19
"""So many bytes from the first one that is not ASCII tell the code page."""

_EUROPEAN = re.compile("[\u00a0-\u017f\u2010-\u20bf]")
_OUT_OF_PLACE = re.compile("[A-Za-z][\u0180-\u07ff]|[\u0180-\u07ff][A-Za-z]")
_NONE, _SMALL, _CAPITAL, _DIGIT = range(4)
_EXAMPLE = 60


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


def as_utf8(content: bytes, encoding: str = "") -> tuple[bytes, str]:
    """The same text in UTF-8, and what ``decode`` says its encoding is; a long file of plain letters is not copied."""
    plain = not encoding and content.isascii() and b"\0" not in content
    if plain and not content.endswith(b"\x1a") and not _utf16(content):
        return content, "utf-8"
    if not encoding and _is_european(content):
        return content, "utf-8"
    text, name = decode(content, encoding)
    return text.encode("utf-8"), name


def _is_european(content: bytes) -> bool:
    """Whether it is UTF-8 without marks, and a European letter stands so near the start that nothing else is needed."""
    if _marked(content) or content.endswith(b"\x1a") or b"\0" in content:
        return False
    if not _EUROPEAN.search(content[:_LOOKED_AT].decode("utf-8", "ignore")):
        return False
    try:
        ends = np.array([0, len(content)], dtype="int64")
        pa.Array.from_buffers(pa.large_string(), 1, [None, pa.py_buffer(ends), pa.py_buffer(content)]).validate(
            full=True
        )
    except pa.ArrowInvalid:
        return False
    return True


def which_encoding(content: bytes, name: str, encoding: str = "") -> tuple[Asked, ...]:
    """The question between code pages that fit equally well but read differently; none where a person has answered."""
    if encoding or name not in CODE_PAGES:
        return ()
    scores = _scores(content)
    present = bytes((np.flatnonzero(_counts(content)[128:]) + 128).tolist())
    rivals = [each for each in CODE_PAGES if scores.get(each) == scores[name]]
    rivals = [each for each in rivals if each == name or present.decode(each) != present.decode(name)]
    if len(rivals) < 2:
        return ()
    line = content[content.rfind(b"\n", 0, _first(content)) + 1 :].split(b"\n", 1)[0][:_EXAMPLE].strip()
    about = " / ".join(line.decode(each, "replace") for each in rivals)
    return (Asked(key="encoding", about=about, values={"readings": about}, choices=tuple(rivals)),)


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
    """UTF-8 where the bytes are; UnreadableFile where some of them are and others are not.

    Two capitals of an old code page, as in OGÓŁEM, happen to make one letter of a far alphabet amid Latin ones.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        if _EUROPEAN.search(content[: error.start + _LOOKED_AT].decode("utf-8", "ignore")):
            row = content.count(b"\n", 0, error.start) + 1
            raise UnreadableFile("error.mixed_encodings", row=row) from None
        return ""
    by_chance = not text.isascii() and not _EUROPEAN.search(text) and _OUT_OF_PLACE.search(text)
    return "" if by_chance and _scores(content) else "utf-8"


def _code_page(content: bytes) -> str:
    scores = _scores(content)
    if not scores:
        raise UnreadableFile("error.not_text")
    return max(scores, key=scores.__getitem__)


def _scores(content: bytes) -> dict[str, int]:
    """How much like words the bytes read in each code page that has a letter or a sign for all of them."""
    counts, start = _counts(content), max(0, _first(content) - 2)
    window = np.frombuffer(content, dtype=np.uint8)[start : start + _LOOKED_AT]
    return {name: _score(window, name) for name in CODE_PAGES if _makes_signs(counts, name)}


def _counts(content: bytes) -> np.ndarray:
    """How often each byte occurs, counted piece by piece because counting takes eight times the room."""
    pieces = (np.frombuffer(content[at : at + _LOOKED_AT], dtype=np.uint8) for at in range(0, len(content), _LOOKED_AT))
    return sum((np.bincount(piece, minlength=256) for piece in pieces), start=np.zeros(256, dtype=np.int64))


def _first(content: bytes) -> int:
    """The place of the first byte that is not ASCII."""
    return int(np.argmax(np.frombuffer(content, dtype=np.uint8) > 127))


def _makes_signs(counts: np.ndarray, name: str) -> bool:
    signs = bytes(np.flatnonzero(counts).tolist()).decode(name, errors="replace")
    return not (set(signs) & _CONTROLS or "\ufffd" in signs)


def _score(window: np.ndarray, name: str) -> int:
    """Polish letters where they belong in a word count for a code page, anything else against it."""
    table = bytes(range(256)).decode(name, errors="replace")
    kinds = np.array([_kind(sign) for sign in table], dtype=np.int8)
    places = np.flatnonzero(window > 127)
    row = np.pad(kinds[window], (2, 1))
    earlier, before, own, after = (row[places + shift] for shift in range(4))
    is_polish = np.array([sign in _LETTERS for sign in table])[window[places]]
    at_home = np.array([sign in _AT_HOME for sign in table])[window[places]]
    beside = np.isin([before, after], (_SMALL, _CAPITAL))
    letter = np.isin(own, (_SMALL, _CAPITAL))
    odd = (own == _CAPITAL) & (before == _SMALL)
    odd |= (own == _SMALL) & (before == _CAPITAL) & ((after == _CAPITAL) | ((after == _NONE) & (earlier == _CAPITAL)))
    odd |= letter & (~beside.any(axis=0) | (before == _DIGIT) | (after == _DIGIT))
    odd |= ~letter & beside.all(axis=0)
    return int(np.where(is_polish, 2, np.where(at_home, 0, -1)).sum() - 2 * odd.sum())


def _kind(sign: str) -> int:
    if sign.isalpha():
        return _CAPITAL if sign.isupper() else _SMALL
    return _DIGIT if sign.isdecimal() else _NONE
