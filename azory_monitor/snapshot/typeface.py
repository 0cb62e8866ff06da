"""Which characters the type on paper has; what it lacks is shown as an empty box instead of stopping the document.

A PDF for reading aloud (PDF/UA-1) may hold no character without a shape.  Lato has Latin, Greek and Cyrillic letters;
the signs that typst's own DejaVu Sans Mono adds stand in whole blocks of Unicode.
"""

import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent / "fonts"
LACKING = "□"
_SIGNS = (range(0x2190, 0x2200), range(0x2500, 0x2580), range(0x25A0, 0x2600), range(0x271A, 0x271B))
"""Arrows, lines, shapes and the heavy cross."""
_KEPT = "\n\u00ad\u200b"
_UNSEEN = {"Cc": " ", "Cf": "", "Zl": "\n", "Zp": "\n"}
"""What becomes of characters that only steer, by kind; among them those that turn the direction of writing."""
_PLAIN = {"\u2011": "-", "\t": " ", "\r\n": "\n", "\r": "\n"}


def legible(given: Any) -> Any:
    """All texts in lists and dictionaries with only characters that can be shown."""
    if isinstance(given, dict):
        return {name: legible(value) for name, value in given.items()}
    if isinstance(given, list | tuple):
        return [legible(value) for value in given]
    return _shown(given) if isinstance(given, str) else given


def _shown(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    for sign, other in _PLAIN.items():
        text = text.replace(sign, other)
    return "".join(map(_character, unicodedata.normalize("NFC", text)))


@cache
def _character(sign: str) -> str:
    if sign in _KEPT:
        return sign
    kind = unicodedata.category(sign)
    return _UNSEEN[kind] if kind in _UNSEEN else sign if ord(sign) in _covered() else LACKING


@cache
def _covered() -> frozenset[int]:
    """The characters that every vendored font has, and the signs."""
    ours = [_characters((FONTS / name).read_bytes()) for name in ("Lato-Regular.ttf", "Lato-Bold.ttf")]
    return frozenset(set.intersection(*ours).union(*_SIGNS))


def _characters(font: bytes) -> set[int]:
    """The characters of a TrueType font below U+10000 that have a shape (OpenType ``cmap``, format 4)."""
    table = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, table + 2)
    records = [struct.unpack_from(">HHI", font, table + 4 + 8 * number) for number in range(count)]
    start = next(table + offset for platform, encoding, offset in records if (platform, encoding) == (3, 1))
    (doubled,) = struct.unpack_from(">H", font, start + 6)
    columns = [start + 14 + doubled * number + (2 if number else 0) for number in range(4)]
    ends, starts, deltas, offsets = (struct.unpack_from(f">{doubled // 2}H", font, column) for column in columns)
    found = set()
    for number, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for character in range(first, last + 1):
            place = columns[3] + 2 * number + offset + 2 * (character - first)
            shape = struct.unpack_from(">H", font, place)[0] if offset else (character + delta) & 0xFFFF
            if shape and character != 0xFFFF:
                found.add(character)
    return found


def _table(font: bytes, tag: bytes) -> int:
    """Where a table begins."""
    (count,) = struct.unpack_from(">H", font, 4)
    records = [struct.unpack_from(">4sIII", font, 12 + 16 * number) for number in range(count)]
    return next(offset for name, _, offset, _ in records if name == tag)
