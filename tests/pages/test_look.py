"""One look: the colours that Streamlit must be told before any of our code runs are those of the charts."""

import tomllib

import pytest

from azory_monitor.charts.style import FONT, PALETTES
from azory_monitor.ui.look import look
from tests.pages.conftest import ROOT

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("theme", PALETTES)
def test_streamlit_and_the_charts_have_the_same_colours(theme):
    told, colours = CONFIG["theme"][theme], PALETTES[theme]
    assert told["backgroundColor"] == colours["paper"]
    assert told["secondaryBackgroundColor"] == colours["wash"]
    assert told["textColor"] == colours["ink"]
    assert told["primaryColor"] == colours["estate"]
    assert told["borderColor"] == colours["line"]


def test_streamlit_and_the_charts_have_the_same_typeface_from_this_folder():
    assert CONFIG["theme"]["font"] == FONT
    faces = CONFIG["theme"]["fontFaces"]
    files = [ROOT / "azory_monitor" / "ui" / face["url"].removeprefix("app/") for face in faces]
    assert [file for file in files if not file.exists()] == []
    assert {face["family"] for face in faces} == {FONT.split(",")[0]}


def test_the_typeface_lies_beside_its_licence():
    licence = ROOT / "azory_monitor" / "ui" / "static" / "OFL.txt"
    assert "SIL OPEN FONT LICENSE" in licence.read_text(encoding="utf-8")


def test_every_colour_of_the_style_sheet_is_a_variable_of_the_palette():
    used = {name.split(")")[0] for name in look().split("var(--")[1:]}
    assert used - {"shape", "choose-file", "refused-file", "on-paper", "in-dark"} <= set(PALETTES["light"])


def test_nobody_is_told_who_looks_at_what():
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"]["address"] == "127.0.0.1"
