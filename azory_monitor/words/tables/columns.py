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
    """A heading, what writes the cell of a result, and whether the column holds numbers.

    ``number`` gives the number that the cell writes, for programs that calculate; None for a cell of words.
    A column in which nothing is recorded for any result is left out, unless it ``stays`` because that says something.
    """

    heading: str
    write: Callable[..., str]
    is_numeric: bool = False
    stays: bool = False
    number: Callable[..., float | None] | None = None


def table_of(speaker: Speaker, caption: str, columns: Sequence[Column], results: Iterable[Result]) -> Table:
    """The table with one row for each result."""
    found, nothing = tuple(results), {"", speaker.say("cell.empty")}
    written = [(column, [column.write(result) for result in found]) for column in columns]
    kept = [(column, cells) for column, cells in written if column.stays or not found or not nothing.issuperset(cells)]
    return Table(
        caption=caption,
        columns=tuple(column.heading for column, _ in kept),
        rows=tuple(zip(*(cells for _, cells in kept), strict=True)),
        numeric=tuple(column.is_numeric for column, _ in kept),
        raw=_numbers([column for column, _ in kept], found),
    )


def _numbers(columns: Sequence[Column], found: Sequence[Result]) -> tuple[tuple[float | None, ...], ...]:
    if not any(column.number for column in columns):
        return ()
    return tuple(tuple(column.number(one) if column.number else None for column in columns) for one in found)


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
