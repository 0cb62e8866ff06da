"""One state as a report: the same sentences, pictures and tables as the pages, in the order one would tell them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from azory_monitor.model.presented import Report, Section
from azory_monitor.report.aims import aims
from azory_monitor.report.figures import figures
from azory_monitor.report.hindrances import hindrances
from azory_monitor.report.method import method
from azory_monitor.report.minute import minute
from azory_monitor.report.places import places
from azory_monitor.report.register import register
from azory_monitor.report.told import Told, is_filled
from azory_monitor.report.way import way
from azory_monitor.view import View
from azory_monitor.words import Speaker

_LABELS = ("contents", "skip", "unit", "source", "table", "made")
_PARTS = (minute, places, aims, hindrances, register, way, figures, method)
_SHOWN = (places, aims, hindrances)
"""What is shown to a room: pictures and sentences, no long tables."""

_KEPT = 2 * len(_PARTS)
"""A state in two languages, so that its page, document, workbook and deck are told and drawn once."""


@lru_cache(maxsize=_KEPT)
def _sections(part: Callable[[Told], Iterator[Section]], view: View, speaker: Speaker) -> tuple[Section, ...]:
    return tuple(part(Told(view, speaker)))


def report(view: View, speaker: Speaker, snapshot: str = "") -> Report:
    """The whole state in the speaker's language; ``snapshot`` is the name it was frozen under."""
    sections = [section for part in _PARTS for section in _sections(part, view, speaker)]
    return framed(Told(view, speaker), _title(view, speaker), sections, snapshot)


def slides(view: View, speaker: Speaker, snapshot: str = "") -> Report:
    """What of the state a room is shown: the pictures and answers on standing, objectives and barriers."""
    found = [section for part in _SHOWN for section in _sections(part, view, speaker) if section.charts]
    sections = [replace(section, tables=()) for section in found]
    return framed(Told(view, speaker), _title(view, speaker), sections, snapshot)


def _title(view: View, speaker: Speaker) -> str:
    return speaker.say("report.title", name=speaker.text(view.programme.profile.name))


def framed(told: Told, title: str, sections: list[Section], snapshot: str) -> Report:
    """Sections under a title, with the state that they show."""
    speaker, batch = told.speaker, told.view.batch
    day = speaker.period(batch.taken.date().isoformat())
    state = "report.state_named" if snapshot else "report.state"
    return Report(
        language=speaker.language,
        title=title,
        state=speaker.say(state, name=snapshot, day=day, batch=batch.id),
        labels={name: speaker.say(f"report.{name}") for name in _LABELS},
        sections=tuple(section for section in sections if is_filled(section)),
    )
