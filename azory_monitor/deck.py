"""What a meeting needs beside the report: the answers in a minute, the decisions asked, and where it all comes from."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

from azory_monitor.model.presented import Section, Table
from azory_monitor.model.register import Barrier
from azory_monitor.snapshot.pptx import Meeting
from azory_monitor.view import View
from azory_monitor.words import Speaker, sentences, tables

_DECISION = ("decision", "decides", "title")
_PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def meeting(view: View, speaker: Speaker, snapshot: str = "") -> Meeting:
    """The slides that frame the report's, of the same state."""
    day = speaker.day(view.batch.taken.date())
    place = speaker.text(view.programme.area.name) if view.programme.areas else ""
    return Meeting(
        lines=tuple(filter(None, (place, snapshot, speaker.say("slides.day", day=day)))),
        minute=_minute(view, speaker),
        decisions=_decisions(view, speaker),
        origin=_origin(view, speaker),
    )


def _minute(view: View, speaker: Speaker) -> Section:
    """Where the estate stands, how far the objectives are, which decisions and values are waited for."""
    waited = sum(one.asked for one in view.hindrances())
    said = [
        sentences.comparison_headline(speaker, view.programme, view.compared_widely) if view.compared_widely else "",
        sentences.progress_headline(speaker, view.programme, view.progress()) if view.progress() else "",
        speaker.count("slides.decisions_asked", waited) if waited else speaker.say("slides.no_decisions"),
        sentences.due_headline(speaker, view.programme, view.dues()) if view.dues() else "",
    ]
    return Section(title=speaker.say("slides.minute"), sentences=tuple(filter(None, said)))


def _decisions(view: View, speaker: Speaker) -> Section:
    title = speaker.say("slides.decisions")
    asked = [view.programme.barriers[one.barrier] for one in view.hindrances() if one.asked]
    if not asked:
        return Section(title=title, sentences=(speaker.say("slides.no_decisions"),))
    table = tables.register_table(speaker, view.programme, asked, Barrier, _DECISION)
    headings = (*table.columns[:-1], speaker.say("slides.barrier"))
    return Section(title=title, tables=(replace(table, columns=headings),))


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
