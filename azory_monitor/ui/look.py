"""The dress of the page: one style sheet, with the colours that the charts have."""

from functools import cache
from pathlib import Path

from markupsafe import Markup

from azory_monitor.charts.style import PALETTES
from azory_monitor.ui.markup import sheet

SHEET = Path(__file__).with_name("look.css")


@cache
def look() -> Markup:
    """The whole style; each colour is a variable that knows its light and its dark value."""
    light, dark = PALETTES["light"], PALETTES["dark"]
    colours = "".join(f"--{name}:light-dark({light[name]},{dark[name]});" for name in light)
    return sheet(f":root{{{colours}}} {rules(SHEET)}")


def rules(sheet: Path) -> str:
    """A style sheet on one line: of many lines Streamlit measures the margin, at every click."""
    return " ".join(line.strip() for line in sheet.read_text(encoding="utf-8").splitlines())


LARGE = "<style>html{font-size:20px!important;--on-paper:.53!important}</style>"
"""Everything a quarter larger but the pictures, which ``larger`` draws so; the column may be a quarter wider, too."""


DARK = "<style>html{--in-dark:invert(1) hue-rotate(180deg)!important}</style>"
"""Pictures drawn light on dark are turned round on paper."""
