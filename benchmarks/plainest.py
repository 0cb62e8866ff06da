"""The plainest way of writing what a file to take along holds: the same contents by the bare library, no looks.

Deck and workbook are opened again, so that the plainest ones have every text, number, table, note and chart of ours
however those change: python-pptx and xlsxwriter are handed them by their shortest calls.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import plotly.io
import xlsxwriter
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.slide import Slide
from pptx.util import Inches

from azory_monitor.charts.svg import svg
from azory_monitor.model.presented import Chart

Write = Callable[[], bytes]
Grid = list[list[object]]

PLACE = (Inches(1), Inches(1), Inches(8), Inches(5))
KINDS = {"bars": {"type": "bar"}, "stacked": {"type": "bar", "subtype": "stacked"}, "lines": {"type": "line"}}


def pictures(charts: Sequence[Chart]) -> bytes:
    """Every picture as SVG in one page."""
    return "".join(["<html><body>", *(svg(chart.figure) for chart in charts), "</body></html>"]).encode()


def plotly_page(charts: Sequence[Chart]) -> bytes:
    """Every figure as plotly writes it, with the library inside the first."""
    parts = [
        plotly.io.to_html(chart.figure, include_plotlyjs=number == 0, full_html=False)
        for number, chart in enumerate(charts)
    ]
    return "".join(["<html><body>", *parts, "</body></html>"]).encode()


@dataclass(frozen=True)
class _Contents:
    """What stands on one slide."""

    title: str
    notes: str
    texts: list[str]
    tables: list[Grid]
    charts: list[tuple[object, list[str], list[tuple[str, tuple[float | None, ...]]]]]
    """Kind, categories, series."""


def bare_deck(content: bytes) -> Write:
    """Writes the slides of a deck anew: titles, notes, texts, tables and native charts."""
    slides = [_contents(slide) for slide in Presentation(io.BytesIO(content)).slides]

    def write() -> bytes:
        bare = Presentation()
        for told in slides:
            _bare_slide(bare.slides.add_slide(bare.slide_layouts[5]), told)
        file = io.BytesIO()
        bare.save(file)
        return file.getvalue()

    return write


def _contents(slide: Slide) -> _Contents:
    shapes = [shape for shape in slide.shapes if shape != slide.shapes.title]
    return _Contents(
        title=slide.shapes.title.text_frame.text,
        notes=slide.notes_slide.notes_text_frame.text,
        texts=[shape.text_frame.text for shape in shapes if shape.has_text_frame],
        tables=[[[cell.text for cell in row.cells] for row in one.table.rows] for one in shapes if one.has_table],
        charts=[_drawn(shape.chart) for shape in shapes if shape.has_chart],
    )


def _drawn(chart: object) -> tuple:
    series = [(one.name, one.values) for one in chart.plots[0].series]
    return chart.chart_type, [str(name) for name in chart.plots[0].categories], series


def _bare_slide(slide: Slide, told: _Contents) -> None:
    slide.shapes.title.text_frame.text = told.title
    slide.notes_slide.notes_text_frame.text = told.notes
    for text in told.texts:
        slide.shapes.add_textbox(*PLACE).text_frame.text = text
    for table in told.tables:
        grid = slide.shapes.add_table(len(table), len(table[0]), *PLACE).table
        for at, row in enumerate(table):
            for place, words in enumerate(row):
                grid.cell(at, place).text = words
    for kind, categories, series in told.charts:
        data = CategoryChartData()
        data.categories = categories
        for name, values in series:
            data.add_series(name, values)
        slide.shapes.add_chart(kind, *PLACE, data)


def bare_workbook(content: bytes, charts: Sequence[Chart]) -> Write:
    """Writes the sheets of a workbook anew, cell by cell, and its charts on one sheet more."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    drawn = [chart for chart in charts if chart.plot]
    sheets: list[Grid] = [
        [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book if not sheet._charts
    ]

    def write() -> bytes:
        file = io.BytesIO()
        with xlsxwriter.Workbook(file, {"in_memory": True}) as bare:
            for sheet in sheets:
                _bare_sheet(bare.add_worksheet(), sheet)
            _bare_pictures(bare, drawn)
        return file.getvalue()

    return write


def _bare_sheet(page: object, rows: Grid) -> None:
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            if isinstance(cell, str):
                page.write_string(at, place, cell)
            elif cell is not None:
                page.write_number(at, place, cell)


def _bare_pictures(book: xlsxwriter.Workbook, charts: Sequence[Chart]) -> None:
    page, top = book.add_worksheet(), 0
    for chart in charts:
        drawn, plot = book.add_chart(KINDS[chart.plot.kind]), chart.plot
        rows = [[chart.title], [chart.source], [plot.unit, *(one.name for one in plot.series)]]
        for at, row in enumerate([*rows, *zip(plot.categories, *(one.values for one in plot.series), strict=True)]):
            for place, cell in enumerate(row):
                if cell is not None:
                    page.write(top + at, place, cell)
        first, last = top + 3, top + 2 + len(plot.categories)
        for place in range(1, len(plot.series) + 1):
            ends = {"categories": [page.name, first, 0, last, 0], "values": [page.name, first, place, last, place]}
            drawn.add_series({"name": [page.name, top + 2, place]} | ends)
        page.insert_chart(top, len(plot.series) + 2, drawn)
        top = last + 2


def copied(columns: Sequence[str], cells: Sequence[dict[str, object]], folder: Path, parquet: bool) -> Write:
    """Writes rows as CSV by DuckDB, and as Parquet too where asked; all columns, those without a cell empty."""
    frame = pd.DataFrame(list(cells), columns=list(columns))
    kinds = {"CSV": folder / "rows.csv"} | ({"PARQUET": folder / "rows.parquet"} if parquet else {})

    def write() -> bytes:
        with duckdb.connect() as connection:
            connection.register("rows", frame)
            for kind, file in kinds.items():
                connection.execute(f"COPY rows TO '{file}' (FORMAT {kind})")
        return b"".join(file.read_bytes() for file in kinds.values())

    return write
