"""How every picture looks: the two palettes, the type and the frame.  No colour is decided anywhere else."""

from typing import Any

from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison

FONT = "Lato, sans-serif"
SIZE = {"small": 12, "text": 13, "heading": 14.5}
LINE = {"small": 16, "text": 17, "heading": 20}
"""Height in pixels of one line of each size."""

CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}
"""What the page hands to plotly beside the figure: no tool bar, no zoom."""

PALETTES: dict[str, dict[str, str]] = {
    "light": {
        "paper": "#fbfaf7",
        "ink": "#1c2127",
        "quiet": "#555d66",
        "line": "#dcdad3",
        "wash": "#f1efe9",
        "estate": "#96195a",
        "city": "#5b6573",
        "peers": "#26736a",
        "better": "#1a66b3",
        "worse": "#b34700",
        "same": "#656b72",
        "few": "#eceae4",
        "many": "#b3bdc9",
    },
    "dark": {
        "paper": "#14181d",
        "ink": "#eceef0",
        "quiet": "#aab2bb",
        "line": "#333a42",
        "wash": "#1d2329",
        "estate": "#f48fc0",
        "city": "#a9b4c1",
        "peers": "#74c7ba",
        "better": "#74b6f5",
        "worse": "#ff9d52",
        "same": "#9aa2ab",
        "few": "#20262d",
        "many": "#4a5765",
    },
}
"""Colours by meaning.  ``estate``, ``city`` and ``peers`` say whose figure it is wherever it stands; ``better`` and
``worse`` are told apart by every kind of colour vision and never stand without a shape and a word."""

_ROLES = {"estate": "peers", "part": "estate", "district": "ink", "city": "city", "group": "peers"}


def role(programme: Programme, area: str) -> str:
    """The palette entry of an area: the programme's own, else that of its kind."""
    return "estate" if area == programme.area.id else _ROLES[programme.areas[area].kind]


def benchmark_role(programme: Programme, comparison: Comparison) -> str:
    """The palette entry of what an area is set against; a standard is nobody's figure."""
    return "ink" if comparison.against == "standard" else role(programme, comparison.benchmark)


def tint(theme: str, share: float) -> str:
    """The colour of an amount, from ``few`` towards ``many``; ``ink`` is readable on all of them."""
    few, many = (bytes.fromhex(PALETTES[theme][name][1:]) for name in ("few", "many"))
    return "#" + bytes(round(low + (high - low) * share) for low, high in zip(few, many, strict=True)).hex()


def template(theme: str) -> dict[str, Any]:
    """A whole plotly template, so that nothing comes from plotly's default, which Streamlit replaces on import."""
    colours = PALETTES[theme]
    axis = {
        "automargin": False,
        "fixedrange": True,
        "gridcolor": colours["line"],
        "linecolor": colours["line"],
        "showline": False,
        "tickcolor": colours["line"],
        "tickfont": {"size": SIZE["small"], "color": colours["quiet"]},
        "ticks": "",
        "title": {"font": {"size": SIZE["small"], "color": colours["quiet"]}, "standoff": 8},
        "zeroline": False,
        "zerolinecolor": colours["quiet"],
    }
    return {
        "layout": {
            "autosize": True,
            "colorway": [colours[name] for name in ("estate", "city", "peers", "better", "worse", "same")],
            "dragmode": False,
            "font": {"family": FONT, "size": SIZE["text"], "color": colours["ink"]},
            "hoverlabel": {
                "align": "left",
                "bgcolor": colours["wash"],
                "bordercolor": colours["quiet"],
                "font": {"family": FONT, "size": SIZE["text"], "color": colours["ink"]},
            },
            "hovermode": "closest",
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "xaxis": axis,
            "yaxis": axis,
        }
    }
