"""The files that a batch brought, and how each was read."""

from typing import NamedTuple

from azory_monitor.ledger import Entry
from azory_monitor.model.batch import Reading
from azory_monitor.model.trace import Origin


class Source(NamedTuple):
    """A file as one batch brought it; ``origin`` names no row of it."""

    origin: Origin
    reading: Reading | None
    """How it was read; None for a table of a data package, which is read in one way only."""
    answers: dict[str, str]


class Taken(NamedTuple):
    """A line of the ledger, read, with the files that its batch brought."""

    entry: Entry
    sources: list[Source]


def taken_of(text: str) -> Taken:
    """A line as it stands in the database."""
    entry = Entry.model_validate_json(text)
    return Taken(entry, sources_of(entry))


def sources_of(entry: Entry) -> list[Source]:
    """The files of a batch: the one that came, or the tables of a data package."""
    batch, name = entry.batch, entry.batch.file
    came = Origin(batch=batch.id, file=name, by=batch.by, taken=batch.taken)
    if name in entry.files:
        return [Source(came.model_copy(update={"sha256": entry.files[name]}), entry.reading, entry.answers)]
    return [
        Source(came.model_copy(update={"inside": file, "sha256": digest}), None, {})
        for file, digest in entry.files.items()
    ]
