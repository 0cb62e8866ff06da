"""Every number that a text writes, read as its language writes numbers."""

import re
from decimal import Decimal

SIGNS = {"pl": ("[\u00a0\u202f]", ","), "en": (",", r"\.")}
"""What stands between thousands, and before decimals."""
MINUS = "\u2212"


def numbers(text: str, language: str) -> list[Decimal]:
    """The numbers of a text in their order, years and numbers of tables among them."""
    thousand, point = SIGNS[language]
    whole = rf"\d{{1,3}}(?:{thousand}\d{{3}})+(?!\d)|\d+"
    found = re.finditer(rf"((?<![\d]){MINUS})?({whole})(?:{point}(\d+))?", text)
    return [Decimal(f"{'-' if one[1] else ''}{re.sub(thousand, '', one[2])}.{one[3] or '0'}") for one in found]
