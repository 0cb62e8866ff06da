"""What of a state a room is shown: the pictures and answers, the minute before them, the decisions asked after them."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

from azory_monitor.model.presented import Report, Section, Table
from azory_monitor.report.aims import aims
from azory_monitor.report.hindrances import decisions, hindrances
from azory_monitor.report.minute import minute
from azory_monitor.report.places import places
from azory_monitor.report.told import Told
from azory_monitor.report.whole import framed, sections
from azory_monitor.snapshot.pptx import Meeting
from azory_monitor.view import View
from azory_monitor.words import Speaker

_SHOWN = (places, aims, hindrances)
"""What is shown to a room: pictures and sentences, no long tables."""
_ASKED = 3
"""Columns of the decisions that a room reads: what is to be decided, by whom, and which barrier it would remove."""
_PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def slides(view: View, speaker: Speaker, snapshot: str = "") -> Report:
    """The pictures and answers on standing, objectives and barriers."""
    found = [section for part in _SHOWN for section in sections(part, view, speaker) if section.charts]
    title = speaker.say("report.title", name=speaker.text(view.programme.profile.name))
    return framed(Told(view, speaker), title, [replace(section, tables=()) for section in found], snapshot)


def meeting(view: View, speaker: Speaker, snapshot: str = "") -> Meeting:
    """The slides that frame them, of the same state."""
    told, day = Told(view, speaker), speaker.day(view.batch.taken.date())
    place = speaker.text(view.programme.area.name) if view.programme.areas else ""
    return Meeting(
        lines=tuple(filter(None, (place, snapshot, speaker.say("slides.day", day=day)))),
        minute=next(minute(told)),
        decisions=_asked(told),
        origin=_origin(view, speaker),
    )


def _asked(told: Told) -> Section:
    found = decisions(told)
    if not found.tables:
        return replace(found, sentences=(told.speaker.say("slides.no_decisions"),))
    return replace(found, sentences=(), tables=tuple(_narrow(table, _ASKED) for table in found.tables))


def _narrow(table: Table, columns: int) -> Table:
    """The first columns of a table."""
    rows, raw = (tuple(row[:columns] for row in part) for part in (table.rows, table.raw))
    return replace(table, columns=table.columns[:columns], rows=rows, numeric=table.numeric[:columns], raw=raw)


def _origin(view: View, speaker: Speaker) -> Section:
    """Which batch, which file, when, and by which version it was made; nobody's name."""
    batch = view.batch
    rows = [
        (speaker.say("slides.origin.batch"), speaker.number(batch.id)),
        (speaker.say("slides.origin.what"), speaker.label("what", batch.what)),
        (speaker.say("slides.origin.taken"), speaker.moment(batch.taken)),
        (speaker.say("slides.origin.file"), batch.file),
        (speaker.say("slides.origin.sha256"), " ".join(_groups(batch.sha256))),
        (speaker.say("slides.origin.version"), version()),
    ]
    nothing = speaker.say("cell.empty")
    table = Table(
        caption=speaker.say("slides.origin"),
        columns=(speaker.say("slides.origin.fact"), speaker.say("column.value")),
        rows=tuple((name, value or nothing) for name, value in rows),
    )
    return Section(title=speaker.say("slides.origin"), tables=(table,))


def _groups(digest: str, size: int = 8) -> list[str]:
    return [digest[start : start + size] for start in range(0, len(digest), size)]


@cache
def version() -> str:
    """Which monitor made it, as the project states it."""
    return tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"] if _PROJECT.exists() else ""
