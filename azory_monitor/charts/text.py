"""Text as plotly needs it: marked up by us alone, and broken where a narrow screen needs it."""

import html
import re
import textwrap

NARROW = 50
"""Characters of ordinary size that a line across a telephone's screen holds."""

_SHORT_WORD = re.compile(r"(?<!\S)(\S) ")


def plain(text: str) -> str:
    """The text as text: plotly reads some HTML in labels, and whatever looks like it in data must stay as printed."""
    return html.escape(text, quote=False)


def lines(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` characters, still unmarked; a one-letter word never ends a line."""
    bound = _SHORT_WORD.sub("\\1\u00a0", text)
    return textwrap.wrap(bound, width, break_on_hyphens=False) or [""]


def wrap(text: str, width: int) -> str:
    """The text in lines of at most ``width`` characters, safe to hand to plotly."""
    return "<br>".join(plain(line) for line in lines(text, width))


def bold(marked: str) -> str:
    """Already safe text, set bold."""
    return f"<b>{marked}</b>"
