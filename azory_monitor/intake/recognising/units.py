"""From the unit of a file to the unit of an indicator."""

import re
from collections.abc import Iterable, Mapping

from azory_monitor.intake.recognising.layout import multipliers, unit_words
from azory_monitor.model.programme import Indicator

FACTORS = ("1", "10", "100", "1000", "1000000", "0.1", "0.01", "0.001")
"""What a person may say that values are to be multiplied by."""

_WORD = re.compile(r"[^\W\d_]+\.?", re.UNICODE)


def factor_of(unit: str, indicator: Indicator | None) -> float | None:
    """What turns values in ``unit`` into the indicator's unit; None where that is not certain."""
    if indicator is None:
        return None
    power, base = _split(unit)
    for name in _names(indicator):
        power_there, base_there = _split(name)
        if base == base_there or (not base and power != 1 and power_there == 1):
            return power / power_there
    return None


def answered(unit: str, answers: Mapping[str, str]) -> float | None:
    """The factor that a person gave for a unit, or for the only one of the file; None for none."""
    said = answers.get(f"unit:{unit}", answers.get("unit", ""))
    return float(said) if said in FACTORS else None


def multiplied(lines: Iterable[str]) -> str:
    """The first line of text that speaks of thousands or millions; empty for none."""
    return next((line for line in lines if any(word in multipliers() for word in _WORD.findall(line.casefold()))), "")


def _split(unit: str) -> tuple[float, str]:
    """What a unit multiplies by, and what is left of it: "tys. zł" is (1000, "zł")."""
    words = unit_words().get(unit.casefold().strip(), unit.casefold()).replace("\u00a0", " ").split()
    power = 1.0
    while words and (words[0] in multipliers() or words[0] in ("w", "in")):
        power *= multipliers().get(words.pop(0), 1.0)
    return power, " ".join(words)


def _names(indicator: Indicator) -> set[str]:
    """The unit in every language, and in each of its plural forms."""
    return {form.strip() for text in indicator.unit.values() for form in text.split("|") if form.strip()}
