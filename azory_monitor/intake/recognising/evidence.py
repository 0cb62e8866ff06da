"""What speaks for a row being headings, and for a file being one of our own."""

import difflib
from collections.abc import Sequence

from azory_monitor.intake.recognising.layout import Layout, fold
from azory_monitor.intake.recognising.recognise import GUESSED, WIDE, Facets, is_numeric, is_year

TWICE = "@twice"
FEWEST = 2
"""So many headings must be known before an incomplete header is taken for one of ours."""

CLOSE = 0.6
"""How alike two headings are when one may be the other misspelt."""

_FIGURES = ("value", "numerator", WIDE, GUESSED)


def has_figures(names: Sequence[str], facets: Sequence[Facets], below: Sequence[Sequence[str]], is_ours: bool) -> bool:
    """Whether there are columns for figures, and figures in them where there is anything at all."""
    places = [place for place, name in enumerate(names) if name in _FIGURES]
    filled = [row for row in below if any(cell.strip() for cell in row)]
    if not filled or is_ours or "value" in names:
        return is_ours or "value" in names or any("period" in facets[place] for place in places)
    return any(place < len(row) and is_numeric(row[place].strip()) for row in filled for place in places)


def is_broken(names: Sequence[str], below: Sequence[Sequence[str]], layout: Layout) -> bool:
    """Above the first figure stands a row with a heading in it, or with texts or years under columns of figures."""
    places = [place for place, name in enumerate(names) if name in (WIDE, GUESSED)]
    for row in below:
        if any(fold(cell) in layout.headings for cell in row):
            return True
        filled = [text for place in places if place < len(row) and (text := row[place].strip())]
        if any(is_numeric(text) and not is_year(text) for text in filled):
            return False
        if filled and (not any(map(is_numeric, filled)) or len(filled) == len(set(filled)) > 1):
            return True
    return False


def is_ours(names: Sequence[str], folded: Sequence[str], missing: Sequence[str]) -> bool:
    """Whether headings are those of our own form, whole or with a slip in one that is lacking."""
    unknown = [heading for heading, name in zip(folded, names, strict=True) if heading and not name]
    if not {"value", "numerator"} & set(names) and not difflib.get_close_matches("value", unknown, n=1, cutoff=CLOSE):
        return False
    if TWICE in names or not unknown:
        return len(set(names) - {"", TWICE}) >= FEWEST
    return any(difflib.get_close_matches(name, unknown, n=1, cutoff=CLOSE) for name in missing)
