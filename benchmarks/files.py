"""How much dearer the files to take along are than the plainest way of writing the same thing.

    python -m benchmarks.files [--rounds 5] [--rows 100000]

The seed's programme grown to thirty indicators is told once (that is the pages' work too); each round then writes it:

- pdf: the document, beside its pictures as plain SVG in one HTML page
- html: the offline page, beside ``plotly.io.to_html`` of the same figures with the library inside
- pptx, xlsx: deck and workbook, beside python-pptx and xlsxwriter writing the same native charts and nothing else
- package: a data package of ``--rows`` measurements, beside DuckDB writing the same rows as CSV

Printed are medians of the processor's seconds, their ratio, and the ratio of the sizes.
"""

import argparse
import io
import statistics
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import duckdb
import pandas as pd
import plotly.io
import xlsxwriter
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from azory_monitor.charts.style import CONFIG, PALETTES
from azory_monitor.charts.svg import svg, svg_pieces
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.presented import Chart
from azory_monitor.report import meeting, report, slides
from azory_monitor.snapshot.package import package_files
from azory_monitor.snapshot.page import offline_page
from azory_monitor.snapshot.pdf import document
from azory_monitor.snapshot.pptx import deck
from azory_monitor.snapshot.xlsx import workbook
from azory_monitor.view import View
from azory_monitor.words import speaker
from benchmarks.serving import print_table
from benchmarks.thirty import thirty

Write = Callable[[], bytes]
KINDS = {"bars": XL_CHART_TYPE.BAR_CLUSTERED, "stacked": XL_CHART_TYPE.BAR_STACKED, "lines": XL_CHART_TYPE.LINE}
LIBRARIES = ("duckdb", "plotly", "typst", "python-pptx", "xlsxwriter")


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--rows", type=int, default=100_000)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        monitor = thirty(Path(folder))
        pairs = written(monitor.view()) | {"package": packages(options.rows, Path(folder))}
        rounds = [{name: tuple(map(_timed, pair)) for name, pair in pairs.items()} for _ in range(options.rounds)]
        monitor.close()
    print(", ".join(f"{name} {version(name)}" for name in LIBRARIES), f"- medians of {options.rounds} rounds")
    rows = []
    for name in pairs:
        (ours, size), (floor, least) = (
            [statistics.median(one[name][side][part] for one in rounds) for part in range(2)] for side in range(2)
        )
        rows.append((name, ours, floor, ours / floor, size / 1e6, least / 1e6, size / least))
    print_table(("", "work, s", "floor, s", "ratio", "MB", "floor, MB", "ratio"), rows)


def _timed(write: Write) -> tuple[float, int]:
    begun = time.process_time()
    size = len(write())
    return time.process_time() - begun, size


def written(view: View) -> dict[str, tuple[Write, Write]]:
    """For each format how we write a state that has been told already, and the plainest way."""
    speak, palette = speaker("pl"), PALETTES["light"]
    told, shown, minute = report(view, speak), slides(view, speak), meeting(view, speak)
    charts = [chart for section in told.sections for chart in section.charts]
    native = [chart for section in shown.sections for chart in section.charts if chart.plot]
    return {
        "pdf": (lambda: document(told, palette, svg_pieces, view.batch.taken), lambda: _pictures(charts)),
        "html": (lambda: offline_page(told, palette, CONFIG), lambda: _plotly_page(charts)),
        "pptx": (lambda: deck(shown, minute, palette, speak), lambda: _bare_deck(native)),
        "xlsx": (lambda: workbook(told, palette, speak), lambda: _bare_workbook(charts)),
    }


def _pictures(charts: list[Chart]) -> bytes:
    return "".join(["<html><body>", *(svg(chart.figure) for chart in charts), "</body></html>"]).encode()


def _plotly_page(charts: list[Chart]) -> bytes:
    parts = [
        plotly.io.to_html(chart.figure, include_plotlyjs=number == 0, full_html=False)
        for number, chart in enumerate(charts)
    ]
    return "".join(["<html><body>", *parts, "</body></html>"]).encode()


def _bare_deck(charts: list[Chart]) -> bytes:
    bare = Presentation()
    for chart in charts:
        data = CategoryChartData()
        data.categories = chart.plot.categories
        for series in chart.plot.series:
            data.add_series(series.name, series.values)
        place = (Inches(1), Inches(1), Inches(8), Inches(5))
        bare.slides.add_slide(bare.slide_layouts[6]).shapes.add_chart(KINDS[chart.plot.kind], *place, data)
    file = io.BytesIO()
    bare.save(file)
    return file.getvalue()


def _bare_workbook(charts: list[Chart]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        for chart in charts:
            if chart.plot:
                _bare_sheet(book, chart)
    return file.getvalue()


def _bare_sheet(book: xlsxwriter.Workbook, chart: Chart) -> None:
    sheet, drawn = book.add_worksheet(), book.add_chart({"type": "line" if chart.plot.kind == "lines" else "bar"})
    last = len(chart.plot.categories)
    sheet.write_column(1, 0, chart.plot.categories)
    for place, series in enumerate(chart.plot.series, start=1):
        for row, value in enumerate(series.values, start=1):
            if value is not None:
                sheet.write_number(row, place, value)
        drawn.add_series({"categories": [sheet.name, 1, 0, last, 0], "values": [sheet.name, 1, place, last, place]})
    sheet.insert_chart(0, 8, drawn)


def packages(rows: int, folder: Path) -> tuple[Write, Write]:
    """The same for a data package of so many measurements."""
    measured = [
        Measurement(indicator=f"i{n % 100}", area=f"a{n // 2500}", period=str(2001 + n // 100 % 25), value=n / 10)
        for n in range(rows)
    ]
    frame = pd.DataFrame([row.model_dump(include={"indicator", "area", "period", "value"}) for row in measured])
    file = folder / "rows.csv"

    def ours() -> bytes:
        return b"".join(package_files({"name": "rows"}, {"measurements": measured}, ("pl", "en")).values())

    def floor() -> bytes:
        duckdb.connect().register("rows", frame).execute(f"COPY rows TO '{file}' (HEADER)")
        return file.read_bytes()

    return ours, floor


if __name__ == "__main__":
    main()
