"""One state as a report: the same sentences, pictures and tables as the pages, in the order one would tell them."""

from collections.abc import Callable, Iterator
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

_KEPT = 2 * len(_PARTS)
"""A state in two languages, so that its page, document, workbook and deck are told and drawn once."""


@lru_cache(maxsize=_KEPT)
def sections(part: Callable[[Told], Iterator[Section]], view: View, speaker: Speaker) -> tuple[Section, ...]:
    """One part of a report."""
    return tuple(part(Told(view, speaker)))


def report(view: View, speaker: Speaker, snapshot: str = "") -> Report:
    """The whole state in the speaker's language; ``snapshot`` is the name it was frozen under."""
    found = [section for part in _PARTS for section in sections(part, view, speaker)]
    title = speaker.say("report.title", name=speaker.text(view.programme.profile.name))
    return framed(Told(view, speaker), title, found, snapshot)


def framed(told: Told, title: str, found: list[Section], snapshot: str) -> Report:
    """Sections under a title, with the state that they show."""
    speaker, batch = told.speaker, told.view.batch
    day = speaker.period(batch.taken.date().isoformat())
    state = "report.state_named" if snapshot else "report.state"
    return Report(
        language=speaker.language,
        title=title,
        state=speaker.say(state, name=snapshot, day=day, batch=batch.id),
        labels={name: speaker.say(f"report.{name}") for name in _LABELS},
        sections=tuple(section for section in found if is_filled(section)),
    )
