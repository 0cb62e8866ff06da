"""How much dearer the files to take along are than the plainest way of writing the same thing.

    python -m benchmarks.files [--rounds 5] [--rows 100000]

The seed's programme grown to thirty indicators is told once (that is the pages' work too); each round then writes it:

- pdf: the document, beside its pictures alone as plain SVG in one HTML page
- html: the offline page, beside ``plotly.io.to_html`` of the same figures with the whole library inside, without text
- pptx: the deck, beside python-pptx writing the same titles, texts, notes, tables and native charts, without looks
- xlsx: the workbook, beside xlsxwriter writing the same cells and native charts, without looks
- package: a data package of ``--rows`` measurements as files, beside DuckDB's COPY of the same columns as CSV
- package and Parquet: the same package, which has no Parquet, beside COPY as CSV and as Parquet
- zip: the same package packed, beside the same files deflated as zipfile does it when it is not asked otherwise

Printed are medians of the processor's seconds, their ratio, and the ratio of the sizes.
"""

import argparse
import io
import statistics
import tempfile
import time
import zipfile
from importlib.metadata import version
from pathlib import Path

from azory_monitor.charts.style import CONFIG, PALETTES
from azory_monitor.charts.svg import svg_pieces
from azory_monitor.charts.written import written as as_json
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import headers
from azory_monitor.report import report
from azory_monitor.report.deck import meeting, slides
from azory_monitor.snapshot.archive import zipped
from azory_monitor.snapshot.package import package_files
from azory_monitor.snapshot.page import offline_page
from azory_monitor.snapshot.pdf import document
from azory_monitor.snapshot.pptx import deck
from azory_monitor.snapshot.xlsx import workbook
from azory_monitor.view import View
from azory_monitor.words import speaker
from benchmarks.plainest import Write, bare_deck, bare_workbook, copied, pictures, plotly_page
from benchmarks.serving import print_table
from benchmarks.thirty import thirty

LANGUAGES = ("pl", "en")
LIBRARIES = ("duckdb", "plotly", "typst", "python-pptx", "xlsxwriter")


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--rows", type=int, default=100_000)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        monitor = thirty(Path(folder))
        pairs = written(monitor.view()) | packages(options.rows, Path(folder))
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

    def our_deck() -> bytes:
        return deck(shown, minute, palette, speak)

    def our_book() -> bytes:
        return workbook(told, palette, speak)

    return {
        "pdf": (lambda: document(told, palette, svg_pieces, view.batch.taken), lambda: pictures(charts)),
        "html": (lambda: offline_page(told, palette, as_json, CONFIG), lambda: plotly_page(charts)),
        "pptx": (our_deck, bare_deck(our_deck())),
        "xlsx": (our_book, bare_workbook(our_book(), charts)),
    }


def packages(rows: int, folder: Path) -> dict[str, tuple[Write, Write]]:
    """The same for a data package of so many measurements, with sources, and notes on a tenth of them."""
    measured = [_measured(number) for number in range(rows)]
    columns = headers(Measurement, LANGUAGES)
    cells = [row.cells() for row in measured]

    def files() -> dict[str, bytes]:
        return package_files({"name": "rows"}, {"measurements": measured}, LANGUAGES)

    def ours() -> bytes:
        return b"".join(files().values())

    made = files()
    return {
        "package": (ours, copied(columns, cells, folder, parquet=False)),
        "package and Parquet": (ours, copied(columns, cells, folder, parquet=True)),
        "zip": (lambda: zipped(made), lambda: _deflated(made)),
    }


def _measured(number: int) -> Measurement:
    return Measurement(
        indicator=f"indicator-{number % 100}",
        area=f"area-{number // 2500}",
        period=str(2001 + number // 100 % 25),
        value=number / 10 + 0.07,
        numerator=number % 977,
        denominator=977,
        source=f"Office {number % 7}, yearbook",
        note={"pl": "spis, bez części", "en": "census, without a part"} if number % 10 == 0 else {},
        locator=f"table {number % 40}",
    )


def _deflated(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


if __name__ == "__main__":
    main()
