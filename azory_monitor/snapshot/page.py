"""A report as one HTML file that asks nobody for anything: pictures, tables, type and program are all inside."""

import base64
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from azory_monitor.model.presented import Report, Table

HERE = Path(__file__).parent
_PLOTLY = HERE / "vendor" / "plotly-basic.min.js"
_STATIC = HERE.parent / "ui" / "static"
"""The typeface lies with the screen's, which is read here without running it."""
Write = Callable[[Any], tuple[str, str]]
"""Writes a figure as JSON, and apart from it the template that it has in common with others, or nothing."""
_FONTS = {400: "lato-regular.woff2", 700: "lato-bold.woff2"}


def offline_page(
    report: Report, palette: dict[str, str], write: Write, chart_settings: dict[str, Any], sheet: bool = False
) -> bytes:
    """The page; ``palette`` gives colours by meaning, ``chart_settings`` goes to plotly beside each figure.

    ``sheet`` sets it so that little text prints on one A4 page.  A page without pictures carries no drawing program.
    """
    figures, looks = _figures(report, write)
    page = (
        _environment()
        .get_template("report.html.jinja")
        .render(
            report=report,
            sheet=sheet,
            palette=palette,
            fonts={weight: _base64(_STATIC / file) for weight, file in _FONTS.items()},
            cells=_cells,
            figures=figures,
            looks=looks,
            settings=_safe(json.dumps(chart_settings, sort_keys=True)),
            plotly=_PLOTLY.read_text(encoding="utf-8") if figures else "",
        )
    )
    return page.encode("utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("azory_monitor.snapshot"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _figures(report: Report, write: Write) -> tuple[dict[tuple[int, int], tuple[str, str]], dict[str, str]]:
    """The pictures by the numbers of their section and in it, each with the name of its template; and these by name."""
    found = {
        (number, place): write(chart.figure)
        for number, section in enumerate(report.sections, start=1)
        for place, chart in enumerate(section.charts, start=1)
    }
    looks = list(dict.fromkeys(look for _, look in found.values() if look))
    names = {look: f"look-{number}" for number, look in enumerate(looks, start=1)} | {"": ""}
    figures = {at: (_safe(figure), names[look]) for at, (figure, look) in found.items()}
    return figures, {names[look]: _safe(look) for look in looks}


def _cells(table: Table) -> list[Markup]:
    """How the cells of each column begin; the first one names its row."""
    numeric = (*table.numeric, *[False] * len(table.columns))[: len(table.columns)]
    return [
        Markup('<td class="number">' if right else "<td>") if at else Markup('<th scope="row">')
        for at, right in enumerate(numeric)
    ]


def _safe(text: str) -> str:
    """JSON that can stand inside a script element."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028")


@cache
def _base64(file: Path) -> str:
    return base64.b64encode(file.read_bytes()).decode("ascii")
