"""The marks of the charts beside words: one shape and colour a verdict, everywhere."""

from markupsafe import Markup

from azory_monitor.charts.marks import MOVEMENT, STATUS, Mark
from azory_monitor.model.outlook import Trend
from azory_monitor.model.verdicts import Status
from azory_monitor.ui.markup import element, together
from azory_monitor.words import sentences
from azory_monitor.words.speaker import Speaker


def drawn(mark: Mark) -> Markup:
    """The mark alone, silent for a screen reader: the word always stands beside it."""
    full = "full" if mark.full else "hollow"
    return element("span", "", class_=f"mark {mark.symbol} {full} c-{mark.colour}", aria_hidden="true")


def status(speaker: Speaker, found: Status) -> Markup:
    """A status as mark and word."""
    return element("span", together([drawn(STATUS[found]), speaker.label("status", found)]), class_="status")


def movement(speaker: Speaker, found: Trend) -> Markup:
    """A movement as mark and words."""
    return element("span", together([drawn(MOVEMENT[found.movement]), sentences.trend_phrase(speaker, found)]))
