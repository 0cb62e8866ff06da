"""Numbers as people write them, read exactly or not at all."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from azory_monitor.intake.checking.decimals import Decimals, is_unsettled
from azory_monitor.intake.checking.findings import LISTED, MOST_FAULTS, Fault, Said
from azory_monitor.intake.recognising.layout import absent_marks, error_marks, synonyms

DIGITS = 15
"""A number holds no more digits than this before the decimal mark."""

_MINUS = re.compile(r"^[−–‑‒﹣－]\s?(?=[0-9])|^-\s(?=[0-9])|^\+\s?(?=[0-9])")
_SPACES = " \u00a0\u202f\u2009'’"
_SPACED = re.compile(rf"(-?[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+)((?:[.,][0-9]+)?)")
_PERCENT = re.compile(r".*[0-9]\s*[%‰]")
_WORDED = re.compile(r"(?P<word>[^0-9+-]*[^0-9\s+-])\s*(?P<number>[-−]?[0-9][0-9.,\s]*)")
_NOTHING = float("nan")


@dataclass(frozen=True)
class Numbers:
    """The values of distinct texts (NaN: none), and what is to be said of some of them, by their place."""

    values: np.ndarray
    said: Mapping[int, Said]
    is_hopeless: bool = False
    """Reading was given up, for too many of the texts are no numbers."""


def read_numbers(texts: pa.Array, decimals: Decimals) -> Numbers:
    """Read distinct texts of a number column: those written plainly, or with spaces, all at once, others one by one.

    Of those with spaces only the first ``LISTED`` are said, for no more are told.
    """
    part = "" if decimals.open else rf"([{decimals.mark}][0-9]{{1,30}})?"
    plain = pc.match_substring_regex(texts, rf"^-?[0-9]{{1,{DIGITS}}}{part}$")
    if decimals.mixed:
        plain = pc.and_not(plain, is_unsettled(texts))
    spaced = pc.match_substring_regex(texts, rf"^-?[0-9]{{1,3}}([{_SPACES}][0-9]{{3}}){{1,4}}{part}$")
    closed = pc.if_else(spaced, pc.replace_substring_regex(texts, f"[{_SPACES}]", ""), texts)
    read = pc.or_(plain, spaced)
    pointed = pc.replace_substring(pc.if_else(read, closed, None), decimals.mark, ".")
    values = pc.cast(pointed, pa.float64()).to_numpy(zero_copy_only=False).astype("float64") + 0.0
    said = {place: Said(values[place].item(), why="thousands") for place in _places(spaced)[:LISTED]}
    faults = 0
    for place in _places(pc.invert(read)):
        said[place] = one = read_number(texts[place].as_py(), decimals)
        values[place] = _NOTHING if one.value == "" else one.value
        faults += one.fault is not None and bool(one.fault.rule)
        if faults > MOST_FAULTS:
            return Numbers(values, said, is_hopeless=True)
    return Numbers(values, said)


def _places(mask: pa.Array) -> list[int]:
    return np.flatnonzero(mask.to_numpy(zero_copy_only=False)).tolist()


def read_number(text: str, decimals: Decimals) -> Said:
    """One number that is not written plainly.  The value is empty for a mark of absence, and for what is no number."""
    text = text.strip()
    if not text:
        return Said()
    if text.casefold() in absent_marks():
        return Said(why="absent", status=absent_marks()[text.casefold()])
    if text.upper() in error_marks() or text.startswith("="):
        return Said(fault=Fault("formula_error"))
    straight = _MINUS.sub(lambda sign: "" if sign[0].startswith("+") else "-", text)
    why = "sign" if straight != text else ""
    spaced = _SPACED.fullmatch(straight)
    if spaced:
        straight, why = re.sub(f"[{_SPACES}]", "", spaced[1]) + spaced[2], "thousands"
    return _straight(straight, why, decimals)


def _straight(text: str, why: str, decimals: Decimals) -> Said:
    mark, other = re.escape(decimals.mark), re.escape(decimals.other)
    if (decimals.open or decimals.mixed) and re.fullmatch(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}", text):
        return Said(fault=Fault("" if decimals.open else "mixed_decimal", values={"mark": decimals.mark}))
    if re.fullmatch(rf"-?[0-9]{{1,{DIGITS}}}(?:{mark}[0-9]+)?", text):
        return Said(float(text.replace(decimals.mark, ".")), why)
    if re.fullmatch(rf"-?[0-9]+(?:{mark}[0-9]+)?", text):
        return Said(fault=Fault("too_many_digits", values={"most": DIGITS}))
    grouped = re.fullmatch(rf"-?[1-9][0-9]{{0,2}}(?:{other}[0-9]{{3}})+(?:{mark}[0-9]+)?", text)
    if grouped and not decimals.mixed and len(text) <= DIGITS + 8:
        return Said(float(text.replace(decimals.other, "").replace(decimals.mark, ".")), "thousands")
    if grouped or re.fullmatch(rf"-?[0-9]+{other}[0-9]+", text):
        return Said(fault=Fault("mixed_decimal", values={"mark": decimals.mark}))
    return Said(fault=_no_number(text, decimals))


def _no_number(text: str, decimals: Decimals) -> Fault:
    """The most helpful name for what stands where a number should."""
    if _PERCENT.fullmatch(text):
        return Fault("percent_sign", values={"number": text.rstrip("%‰ \u00a0")})
    worded = _WORDED.fullmatch(text)
    meant = worded and synonyms("qualifier").get(worded["word"].strip().casefold())
    if worded and meant:
        return Fault("worded_number", values={"number": worded["number"].strip(), "qualifier": meant})
    return Fault("not_a_number", values={"mark": decimals.mark})
