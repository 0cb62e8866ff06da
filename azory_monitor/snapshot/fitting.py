"""How much text fits on a slide, by a careful estimate, and how what does not is carried over."""

from collections.abc import Sequence
from textwrap import wrap

EM = 0.51
"""Width of an average letter of the type, as a share of its size; a little more than it is."""
LEADING = 1.22
"""Height of a line, as a share of the size."""


def letters(width: float, size: float) -> int:
    """How many letters of a ``size`` fit in a ``width``, both in points."""
    return max(int(width / (size * EM)), 4)


def broken(text: str, width: float, size: float) -> list[str]:
    """The text in lines; one empty line for no text."""
    return [line for part in text.splitlines() or [""] for line in wrap(part, letters(width, size)) or [""]]


def height(text: str, width: float, size: float) -> float:
    """How high the text stands, in points."""
    return len(broken(text, width, size)) * size * LEADING


def paragraphs_by_slide(texts: Sequence[str], width: float, room: float, size: float, gap: float) -> list[list[str]]:
    """The paragraphs in their order, as many on a slide as fit; a longer one goes on on the next."""
    slides: list[list[str]] = [[]]
    left, most = room, max(int(room / (size * LEADING)), 1)
    for text in texts:
        lines = broken(text, width, size)
        for start in range(0, len(lines), most):
            part = lines[start : start + most]
            needs = len(part) * size * LEADING + gap
            if needs > left and slides[-1]:
                slides.append([])
                left = room
            slides[-1].append(" ".join(part))
            left -= needs
    return slides


def widths(columns: Sequence[str], rows: Sequence[Sequence[str]], width: float, size: float) -> list[float] | None:
    """The width of each column of a table in points; None where not even single words fit beside each other."""
    cells = [[heading, *(row[place] for row in rows)] for place, heading in enumerate(columns)]
    least = [_share(max((len(word) for cell in column for word in cell.split()), default=1), 24) for column in cells]
    wanted = [max(low, _share(max(map(len, column)), 44)) for low, column in zip(least, cells, strict=True)]
    room = letters(width, size)
    if sum(least) > room:
        return None
    spare, more = room - sum(least), sum(wanted) - sum(least)
    grown = [low + (want - low) * min(1, spare / more if more else 0) for low, want in zip(least, wanted, strict=True)]
    return [width * one / sum(grown) for one in grown]


def _share(longest: int, most: int) -> int:
    return min(longest, most) + 3


def rows_by_slide(
    rows: Sequence[Sequence[str]], across: Sequence[float], room: float, size: float, inset: float
) -> list[list[tuple[tuple[str, ...], float]]]:
    """The rows of each slide with their heights; a row higher than a slide goes on on the next one."""
    slides: list[list[tuple[tuple[str, ...], float]]] = [[]]
    left, most = room, max(int((room - inset) / (size * LEADING)), 1)
    for row in rows:
        cells = [broken(cell, width - inset * 2, size) for cell, width in zip(row, across, strict=True)]
        for start in range(0, max(map(len, cells), default=1), most):
            part = [lines[start : start + most] for lines in cells]
            tall = max(len(lines) for lines in part) * size * LEADING + inset
            if tall > left and slides[-1]:
                slides.append([])
                left = room
            slides[-1].append((tuple(" ".join(lines) for lines in part), tall))
            left -= tall
    return slides
