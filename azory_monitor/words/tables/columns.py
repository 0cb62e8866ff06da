"""How results become a table: columns that each know their heading and write one cell of a result."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from azory_monitor.model.presented import Table
from azory_monitor.model.state import Programme
from azory_monitor.words.names import source_name
from azory_monitor.words.speaker import Speaker

Result = TypeVar("Result")

LISTED = 3
"""Up to so many periods are listed in a caption; of more, the first and the last."""


class Column(NamedTuple):
    """A heading, what writes the cell of a result, and whether the column holds numbers."""

    heading: str
    write: Callable[..., str]
    is_numeric: bool = False


def table_of(caption: str, columns: Sequence[Column], results: Iterable[Result]) -> Table:
    """The table with one row for each result."""
    return Table(
        caption=caption,
        columns=tuple(column.heading for column in columns),
        rows=tuple(tuple(column.write(result) for column in columns) for result in results),
        numeric=tuple(column.is_numeric for column in columns),
    )


def names_in_caption(names: Iterable[str]) -> str:
    """Names side by side, each once."""
    return ", ".join(dict.fromkeys(filter(None, names)))


def periods_in_caption(speaker: Speaker, periods: Iterable[str]) -> str:
    """The periods in words, each once: a few as a list, more as the first and the last."""
    dated = sorted({period for period in periods if any(sign.isdigit() for sign in period)})
    undated = [period for period in dict.fromkeys(periods) if period and period not in dated]
    if len(dated) > LISTED:
        ends = {"first": speaker.period(dated[0]), "last": speaker.period(dated[-1])}
        said = [speaker.say("periods.range", **ends)]
    else:
        said = [speaker.period(period) for period in dated]
    return ", ".join(said + [speaker.period(period) for period in undated]) or speaker.say("caption.no_period")


def sources_in_caption(speaker: Speaker, programme: Programme, sources: Iterable[str]) -> str:
    """The titles of the sources, each once."""
    titles = names_in_caption(source_name(speaker, programme, source) for source in sources)
    return titles or speaker.say("caption.no_source")


def or_empty(speaker: Speaker, words: str) -> str:
    """The words, or the sign for a cell in which nothing is recorded."""
    return words or speaker.say("cell.empty")
