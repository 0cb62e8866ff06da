"""A report as one HTML file that asks nobody for anything: pictures, tables, type and program are all inside."""

import base64
import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from azory_monitor.model.presented import Chart, Report

HERE = Path(__file__).parent
_PLOTLY = HERE / "vendor" / "plotly-basic.min.js"
_STATIC = HERE.parent / "ui" / "static"
"""The typeface lies with the screen's, which is read here without running it."""
_FONTS = {400: "lato-regular.woff2", 700: "lato-bold.woff2"}


def offline_page(report: Report, palette: dict[str, str], chart_settings: dict[str, Any], sheet: bool = False) -> bytes:
    """The page; ``palette`` gives colours by meaning, ``chart_settings`` goes to plotly beside each figure.

    ``sheet`` sets it so that little text prints on one A4 page.  A page without pictures carries no drawing program.
    """
    draws = any(section.charts for section in report.sections)
    page = (
        _environment()
        .get_template("report.html.jinja")
        .render(
            report=report,
            sheet=sheet,
            palette=palette,
            fonts={weight: _base64(_STATIC / file) for weight, file in _FONTS.items()},
            figure=_figure,
            settings=_safe_json(chart_settings),
            plotly=_PLOTLY.read_text(encoding="utf-8") if draws else "",
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


def _figure(chart: Chart) -> str:
    """A figure as JSON that can stand inside a script element."""
    return _safe_json(json.loads(chart.figure.to_json()))


def _safe_json(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028")


@cache
def _base64(file: Path) -> str:
    return base64.b64encode(file.read_bytes()).decode("ascii")
