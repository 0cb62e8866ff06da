"""A picture a quarter larger in everything but its width, which the page gives it."""

from typing import Any

FACTOR = 1.25
_PIXELS = {
    "height",
    "l",
    "r",
    "t",
    "b",
    "size",
    "width",
    "thickness",
    "xshift",
    "yshift",
    "standoff",
    "ticklen",
    "borderpad",
}
"""Keys of a plotly figure whose numbers are pixels."""


def larger(part: Any, key: str = "") -> Any:
    """The same part of a figure (or the whole, as plain data) with every number of pixels made larger."""
    if isinstance(part, dict):
        return {name: larger(value, name) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return [larger(value, key) for value in part]
    is_number = isinstance(part, int | float) and not isinstance(part, bool)
    return part * FACTOR if is_number and key in _PIXELS else part
