"""Where the figures of a picture come from, as the line under it says."""

from collections.abc import Iterable

from azory_monitor.model.state import Programme
from azory_monitor.words.names import source_name
from azory_monitor.words.speaker import Speaker


def source_line(speaker: Speaker, programme: Programme, sources: Iterable[str]) -> str:
    """The titles of the sources, each once."""
    named = dict.fromkeys(source_name(speaker, programme, source) for source in sources if source)
    return speaker.join(named) if named else speaker.say("chart.source.none")
