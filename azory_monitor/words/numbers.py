"""Numbers as a language writes them: 1 234 567,5 and −3.1."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from babel.numbers import get_decimal_symbol, get_group_symbol

NO_BREAK = "\u00a0"
MINUS = "\u2212"
MOST_PLACES = 6
SIGNIFICANT = 12
"""Digits that are kept of a number without stated decimals: all a source prints, none of the float's noise."""


def formatted(x: float, decimals: int | None, locale: str) -> str:
    """The number with ``decimals`` places, halves away from zero; without stated places as it is.

    Only zero is written as zero: a number too small for its places gets some more, up to ``MOST_PLACES``.
    """
    exact = rounded(x, None if decimals is None else enough_places(decimals, [x]))
    whole_and_part = f"{abs(exact):,f}".split(".")
    decimal, group = _symbols(locale)
    written = decimal.join([whole_and_part[0].replace(",", group), *whole_and_part[1:]])
    return MINUS + written if exact < 0 else written


def enough_places(decimals: int, numbers: Sequence[float], null: float = 0) -> int:
    """At least so many places, and more where a number that is not ``null`` would be written as if it were."""
    while decimals < MOST_PLACES and any(x != null and rounded(x, decimals) == null for x in numbers):
        decimals += 1
    return decimals


def rounded(x: float, decimals: int | None) -> Decimal:
    """The number as a decimal, rounded as a reader would round what is printed, not what the float holds."""
    if decimals is None:
        return Decimal(f"{Decimal(f'{x:.{SIGNIFICANT}g}').normalize():f}")
    return Decimal(f"{x:.15g}").quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def places(x: float) -> int:
    """How many decimals a number has as it is printed."""
    return max(0, -int(rounded(x, None).as_tuple().exponent))


def tenths(chance: float) -> int:
    """A chance in whole tenths, 1 to 9; 0 for less than one in twenty and 10 for more than nineteen."""
    if chance < 0.05:
        return 0
    return 10 if chance > 0.95 else min(max(round(10 * chance), 1), 9)


@cache
def _symbols(locale: str) -> tuple[str, str]:
    group = get_group_symbol(locale)
    return get_decimal_symbol(locale), NO_BREAK if group.isspace() else group
