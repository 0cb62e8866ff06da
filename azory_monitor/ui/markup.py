"""Text for the screen, made safe: whatever comes from data is shown as text, never read as markup."""

import re
from collections.abc import Iterable
from functools import cache

from markupsafe import Markup, escape

_NUMBERED = re.compile(r"^([0-9]{1,9})([.)])(?!\S)")
_MARKS = re.compile(r"[\\`\[\]<$~]|(?<!\s)[*_]|[*_](?!\s|$)|:(?=[a-z:])|&(?=#|\w+;)|^[#>+-]", re.IGNORECASE)
"""What Markdown, and Streamlit's own additions to it, would take for marks; each is escaped only where it would be
one, because a label is also read aloud as it is handed over, with its backslashes."""

_IN_STYLE = '"\\\n\r\f<>&'
_SPACES = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
_JOINER = "\u2060"
"""A word joiner: no width, no sound, and it keeps apart what stands on either side of it."""

_ADDRESS = re.compile(r"(?<=:)(?=//|material[/_]|[\w+-]+:)|(?<=@)(?=\w)|(?<=www)(?=\.)", re.IGNORECASE)
_ARROW = re.compile(r"(?<!\S)([<>~-])(?=[>=-]{1,2}(?!\S))")
"""What Streamlit makes links, pictures and arrows of even where every sign is escaped."""


class Made(Markup):
    """Markup of ours, which Streamlit shows as it is: it would look for a margin in front of the lines of any other
    text, which for a table takes longer than all else that is done with it."""

    def _repr_html_(self) -> str:
        return str(self)


def plain(text: str) -> str:
    """The text for a Streamlit label, whose Markdown would otherwise fetch pictures and set links."""
    line = _SPACES.sub(" ", text).strip()
    apart = _ARROW.sub(rf"\1{_JOINER}", _ADDRESS.sub(_JOINER, line))
    return _NUMBERED.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", apart))


def element(tag: str, content: object, **attributes: str) -> Markup:
    """One HTML element; content and attributes are escaped unless they are Markup.  ``class_`` is class."""
    named = "".join(f' {_attribute(name)}="{escape(value)}"' for name, value in attributes.items() if value != "")
    return Made(f"<{tag}{named}>{escape(content)}</{tag}>")  # a page has hundreds: Markup.format is ten times slower


def together(parts: object) -> Markup:
    """Parts one after another, each escaped unless it is Markup."""
    return Made("".join([escape(part) for part in parts]))


def in_a_row(parts: Iterable[str]) -> Markup:
    """Parts beside one another, with semicolons between, each escaped unless it is Markup."""
    return Markup("; ").join(parts)


def sheet(rules: str) -> Markup:
    """A style sheet of ours, as it is."""
    return Made(f"<style>{rules}</style>")


def word_in_style(name: str, word: str) -> Markup:
    """A word that a style sheet of ours puts on the screen, as the value of a variable of its own."""
    quoted = "".join(f"\\{ord(sign):x} " if sign in _IN_STYLE else sign for sign in word)
    return Markup('<style>:root{{--{}:"{}"}}</style>').format(Markup(name), Markup(quoted))


def listed(items: list[Markup] | list[str], class_: str = "") -> Markup:
    """An unordered list."""
    return element("ul", together(element("li", item) for item in items), class_=class_)


def facts(pairs: list[tuple[str, object]], class_: str = "facts") -> Markup:
    """Names and values under each other; a value that is empty is left out with its name."""
    shown = [together([element("dt", name), element("dd", value)]) for name, value in pairs if value]
    return element("dl", together(element("div", pair) for pair in shown), class_=class_)


@cache
def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
