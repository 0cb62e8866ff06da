"""How the rows of a programme are called in a sentence."""

from azory_monitor.model.counted import REGISTER
from azory_monitor.model.row import Row, Text
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison
from azory_monitor.words.speaker import Speaker

_NAMING = ("short", "name", "title", "term")
"""Columns that may hold a row's name, the first that is filled is taken."""


def name_of(speaker: Speaker, programme: Programme, table: str, id: str) -> str:
    """What a row is called; an id without a row is called by itself."""
    row = getattr(programme, table, {}).get(id)
    return row_name(speaker, row) or id if row else id


def row_name(speaker: Speaker, row: Row) -> str:
    """What a row is called: its short name where it has one; empty for a row without any name."""
    texts: list[Text] = [getattr(row, column, {}) for column in _NAMING]
    return next((name for text in texts if (name := speaker.text(text))), "")


def indicator_name(speaker: Speaker, programme: Programme, id: str) -> str:
    """An indicator's short name."""
    return name_of(speaker, programme, "indicators", id)


def coded_name(speaker: Speaker, programme: Programme, id: str) -> str:
    """An indicator's code, where it has one, and its full name: "1.a Residents taking part in events"."""
    indicator = programme.indicators[id]
    return " ".join(filter(None, (indicator.code, speaker.text(indicator.name))))


def area_name(speaker: Speaker, programme: Programme, id: str) -> str:
    """An area's name."""
    return name_of(speaker, programme, "areas", id)


def where(speaker: Speaker, programme: Programme, id: str) -> str:
    """An area as a sentence needs it: "in Kraków", "w Krakowie"; without such words by its name in quotation marks."""
    area = programme.areas[id]
    return speaker.text(area.where) or speaker.say("place.named", name=speaker.text(area.name))


def benchmark_name(speaker: Speaker, programme: Programme, comparison: Comparison) -> str:
    """What an area is set against: an area, with its period where that is another one, or a standard."""
    if comparison.against == "standard":
        return name_of(speaker, programme, "standards", comparison.benchmark)
    name = area_name(speaker, programme, comparison.benchmark)
    if not comparison.benchmark_period:
        return name
    return speaker.say("place.in_period", name=name, period=speaker.period(comparison.benchmark_period))


def source_name(speaker: Speaker, programme: Programme, source: str) -> str:
    """A source's title, that a figure was counted from the register, or the source as a file gave it."""
    if source == REGISTER and source not in programme.sources:
        return speaker.say("source.register")
    return name_of(speaker, programme, "sources", source)


def place_name(speaker: Speaker, programme: Programme, source: str, locator: str) -> str:
    """Where in its source a figure stands; of a counted one, what was counted."""
    if source == REGISTER and locator in programme.derivations:
        return name_of(speaker, programme, "derivations", locator)
    return speaker.locator(locator)


def subject(speaker: Speaker, name: str, period: str) -> str:
    """What a sentence is about, with its period: "Poverty in 2016", "Poverty (undated)"."""
    when = speaker.period_phrase(period)
    dated = any(sign.isdigit() for sign in period)
    return speaker.say("subject.dated" if dated else "subject.undated", name=name, when=when)
