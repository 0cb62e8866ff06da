"""Text for the screen, made safe: whatever comes from data is shown as text, never read as markup."""

import re

from markupsafe import Markup

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=])")


def plain(text: str) -> str:
    """The text for a Streamlit label, whose Markdown would otherwise fetch pictures and set links."""
    return _MARKDOWN.sub(r"\\\1", text)


def element(tag: str, content: object, **attributes: str) -> Markup:
    """One HTML element; content and attributes are escaped unless they are Markup.  ``class_`` is class."""
    named = [Markup(' {}="{}"').format(_attribute(name), value) for name, value in attributes.items() if value != ""]
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(tag), Markup("").join(named), content)


def together(parts: object) -> Markup:
    """Parts one after another, each escaped unless it is Markup."""
    return Markup("").join(parts)


def listed(items: list[Markup] | list[str], class_: str = "") -> Markup:
    """An unordered list."""
    return element("ul", together(element("li", item) for item in items), class_=class_)


def facts(pairs: list[tuple[str, object]], class_: str = "facts") -> Markup:
    """Names and values under each other; a value that is empty is left out with its name."""
    shown = [together([element("dt", name), element("dd", value)]) for name, value in pairs if value]
    return element("dl", together(element("div", pair) for pair in shown), class_=class_)


def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
