"""A state in every format it can be handed on in; the same state gives the same bytes."""

from collections.abc import Callable

from azory_monitor.charts.style import CONFIG, PALETTES
from azory_monitor.charts.svg import svg_pieces
from azory_monitor.charts.written import written
from azory_monitor.model.presented import Report
from azory_monitor.report import brief, report
from azory_monitor.report.deck import meeting, slides
from azory_monitor.snapshot.archive import zipped
from azory_monitor.snapshot.frozen import FROZEN
from azory_monitor.snapshot.measurements import STYLES, measurements_csv
from azory_monitor.snapshot.open_data import open_sdg, sdmx_csv
from azory_monitor.snapshot.origins import ORIGINS, origins_csv
from azory_monitor.snapshot.package import package_files
from azory_monitor.snapshot.page import offline_page
from azory_monitor.snapshot.pdf import document
from azory_monitor.snapshot.pptx import deck
from azory_monitor.snapshot.xlsx import workbook
from azory_monitor.view import View
from azory_monitor.words import speaker


def package(view: View, language: str, snapshot: str = "") -> bytes:
    """The state as a data package, in one zip file."""
    profile = view.programme.profile
    about = {
        "profile": "tabular-data-package",
        "name": profile.id,
        "title": next(iter(profile.name.values())),
        "version": str(view.batch.id),
    }
    files = package_files(about, view.tables(), view.programme.languages)
    return zipped(files | {ORIGINS: origins_csv(view.origins())})


def html(view: View, language: str, snapshot: str = "") -> bytes:
    """The state as one offline page."""
    return _page(report(view, speaker(language), snapshot))


def pdf(view: View, language: str, snapshot: str = "") -> bytes:
    """The state as a document for reading, printing and reading aloud."""
    return _paper(report(view, speaker(language), snapshot), view)


def _page(told: Report) -> bytes:
    return offline_page(told, PALETTES["light"], written, CONFIG)


def _paper(told: Report, view: View) -> bytes:
    return document(told, PALETTES["light"], svg_pieces, view.batch.taken)


def xlsx(view: View, language: str, snapshot: str = "") -> bytes:
    """The state as a workbook."""
    speak = speaker(language)
    return workbook(report(view, speak, snapshot), PALETTES["light"], speak)


def pptx(view: View, language: str, snapshot: str = "") -> bytes:
    """The state as a deck for a meeting."""
    speak = speaker(language)
    return deck(slides(view, speak, snapshot), meeting(view, speak, snapshot), PALETTES["light"], speak)


def _csv(style: str) -> Callable[[View, str, str], bytes]:
    return lambda view, language, snapshot: measurements_csv(view.measurements(), STYLES[style], language)


FORMATS: dict[str, Callable[[View, str, str], bytes]] = {
    "package": package,
    "html": html,
    "pdf": pdf,
    "xlsx": xlsx,
    "pptx": pptx,
    **{style: _csv(style) for style in STYLES},
    "sdmx-csv": lambda view, language, _: sdmx_csv(view.programme, view.measurements(), language),
    "open-sdg": lambda view, language, _: open_sdg(view.programme, view.measurements(), language),
}


BRIEF = "brief"
"""The format that is about one topic."""


def brief_page(view: View, topic: str, language: str, snapshot: str = "") -> bytes:
    """One theme or objective as an offline page that prints on one sheet; raises Unknown for anything else."""
    return offline_page(brief(view, speaker(language), topic, snapshot), PALETTES["light"], written, CONFIG, sheet=True)


def exported(view: View, format: str, language: str, snapshot: str = "", topic: str = "") -> bytes:
    """The state in one of ``FORMATS``, or one ``topic`` of it as a brief; ``snapshot`` names the frozen state."""
    if format == BRIEF:
        return brief_page(view, topic, language, snapshot)
    return FORMATS[format](view, language, snapshot)


def frozen_files(view: View, snapshot: str) -> dict[str, bytes]:
    """The files of a snapshot by name: the data package, and the report in every format and language."""
    return {file: exported(view, format, language, snapshot) for file, (format, language) in FROZEN.items()}
