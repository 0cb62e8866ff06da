"""A report as a PDF for reading, printing and reading aloud (PDF/UA-1), set by typst without a browser.

Everything goes in as data: typst never reads what people wrote as its own language.
"""

import calendar
import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from azory_monitor.model.presented import Chart, Report, Section, Table
from azory_monitor.snapshot.columns import laid_out, parted
from azory_monitor.snapshot.typeface import FONTS, legible

HERE = Path(__file__).parent
HIGHEST = 880
"""Pixels' height of a picture that stands on one page."""

_SHORT_WORD = re.compile(r"(?<!\S)([^\W\d_]) (?=\S)")

Draw = Callable[[Any, float], list[str]]
"""Draws a figure as SVG, in pieces of at most so many pixels' height."""


def document(report: Report, palette: dict[str, str], draw: Draw, made: datetime) -> bytes:
    """The document; ``made`` is the moment it bears, in UTC, so that the same state gives the same bytes."""
    given = {
        "language": report.language,
        "title": _heading(report.title),
        "state": report.state,
        "footer": parted(f"{report.title}. {report.state}")[:200],
        "labels": report.labels,
        "palette": palette,
        "sections": [_section(section, draw) for section in report.sections],
    }
    compiler = typst.Compiler(str(HERE / "templates" / "report.typ"), font_paths=[str(FONTS)], ignore_system_fonts=True)
    inputs = {"report": json.dumps(legible(given), ensure_ascii=False)}
    return compiler.compile(
        format="pdf", pdf_standards="ua-1", timestamp=calendar.timegm(made.timetuple()), sys_inputs=inputs
    )


def _section(section: Section, draw: Draw) -> dict[str, Any]:
    return {
        "title": _heading(section.title),
        "sentences": [_flowing(sentence) for sentence in section.sentences],
        "charts": [_chart(chart, draw) for chart in section.charts],
        "tables": [_table(table) for table in section.tables],
    }


def _chart(chart: Chart, draw: Draw) -> dict[str, Any]:
    drawn = draw(chart.figure, HIGHEST)
    further = [f"{chart.title} ({number}/{len(drawn)})" for number in range(2, len(drawn) + 1)]
    return {
        "title": _heading(chart.title),
        "pieces": [
            {"svg": svg, "alt": alt} for svg, alt in zip(drawn, [chart.alt or chart.title, *further], strict=True)
        ],
        "unit": _flowing(chart.unit),
        "source": _flowing(chart.source),
        "table": _table(chart.table),
    }


def _heading(text: str) -> str:
    """A heading is never empty: who listens to the document moves from one to the next."""
    return _flowing(text).strip() or "–"


def _flowing(text: str) -> str:
    """Text in lines of which none ends with a word of one letter, as Polish wants it."""
    return _SHORT_WORD.sub("\\1\u00a0", parted(text))


def _table(table: Table) -> dict[str, Any]:
    shown = Table(
        caption=parted(table.caption),
        columns=tuple(map(parted, table.columns)),
        rows=tuple(tuple(map(parted, row)) for row in table.rows),
        numeric=table.numeric,
    )
    layout = laid_out(shown)
    return {
        "caption": _flowing(shown.caption),
        "columns": shown.columns,
        "rows": shown.rows,
        "numeric": shown.numeric,
        "size": layout.size,
        "across": layout.across,
        "widths": layout.widths,
    }
