"""A state in every format it can be handed on in; the same state gives the same bytes."""

from collections.abc import Callable

from azory_monitor.charts.style import CONFIG, PALETTES
from azory_monitor.deck import meeting
from azory_monitor.report import report
from azory_monitor.snapshot.archive import zipped
from azory_monitor.snapshot.measurements import STYLES, measurements_csv
from azory_monitor.snapshot.package import package_files
from azory_monitor.snapshot.page import offline_page
from azory_monitor.snapshot.pptx import deck
from azory_monitor.snapshot.xlsx import workbook
from azory_monitor.view import View
from azory_monitor.words import languages, speaker


def package(view: View, language: str, snapshot: str = "") -> bytes:
    """The state as a data package, in one zip file."""
    profile = view.programme.profile
    about = {
        "profile": "tabular-data-package",
        "name": profile.id,
        "title": next(iter(profile.name.values())),
        "version": str(view.batch.id),
    }
    return zipped(package_files(about, view.tables(), view.programme.languages))


def html(view: View, language: str, snapshot: str = "") -> bytes:
    """The state as one offline page."""
    return offline_page(report(view, speaker(language), snapshot), PALETTES["light"], CONFIG)


def xlsx(view: View, language: str, snapshot: str = "") -> bytes:
    """The state as a workbook."""
    speak = speaker(language)
    return workbook(report(view, speak, snapshot), PALETTES["light"], speak)


def pptx(view: View, language: str, snapshot: str = "") -> bytes:
    """The state as a deck for a meeting."""
    speak = speaker(language)
    return deck(report(view, speak, snapshot), meeting(view, speak, snapshot), PALETTES["light"], speak)


def _csv(style: str) -> Callable[[View, str, str], bytes]:
    return lambda view, language, snapshot: measurements_csv(view.measurements(), STYLES[style], language)


FORMATS: dict[str, Callable[[View, str, str], bytes]] = {
    "package": package,
    "html": html,
    "xlsx": xlsx,
    "pptx": pptx,
    **{style: _csv(style) for style in STYLES},
}


def exported(view: View, format: str, language: str, snapshot: str = "") -> bytes:
    """The state in one of ``FORMATS``; ``snapshot`` is the name it was frozen under."""
    return FORMATS[format](view, language, snapshot)


def frozen_files(view: View, snapshot: str) -> dict[str, bytes]:
    """What a snapshot consists of, by file name: the data package, and the offline page in every language."""
    pages = {f"report-{language}.html": html(view, language, snapshot) for language in languages()}
    return {"package.zip": package(view, "", snapshot)} | pages
