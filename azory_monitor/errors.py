"""Everything the monitor raises on purpose.

MonitorError
├── Refused              what was asked cannot be done; nothing was changed
│   ├── UnreadableFile   the bytes are not a table we can read
│   ├── NotAllowed       the person's role does not permit it
│   ├── Busy             somebody else is changing the data just now
│   ├── StandsOn         a batch cannot be undone: later batches stand on it
│   ├── AlreadyThere     a database, snapshot or file of that name exists
│   ├── DiskFull         there is no room left for it
│   ├── TooSlow          a question took longer than anyone may hold the others up
│   └── Unknown          no such batch, snapshot, indicator, area …
└── Damaged              something on disk is not what it must be
    ├── Unreadable       the database is damaged; what it held follows from the ledger
    ├── ForeignFile      a file is another program's, or of a newer version
    ├── LedgerBroken     the ledger does not verify
    ├── InUse            another process owns the database
    └── Unreachable      the server that has the database does not answer

Each carries a ``key`` of the message catalogue and the values that fill it, so that
the sentence a person reads is made in their language, where it is shown.
"""


class MonitorError(Exception):
    """Base of all; ``key`` names the sentence, ``values`` fill it."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(f"{key} {values}" if values else key)


class Refused(MonitorError):
    """What was asked cannot be done; nothing was changed."""


class UnreadableFile(Refused):
    """The bytes are not a table we can read."""


class NotAllowed(Refused):
    """The person's role does not permit it."""


class Busy(Refused):
    """Somebody else is changing the data just now, and has been for too long to wait."""


class StandsOn(Refused):
    """A batch cannot be undone because later batches stand on it."""


class AlreadyThere(Refused):
    """Something of that name exists and is never overwritten."""


class DiskFull(Refused):
    """There is no room left on the disk for it."""


class TooSlow(Refused):
    """A question was stopped because it took too long."""


class Unknown(Refused):
    """No batch, snapshot, indicator or area of that name."""


class Damaged(MonitorError):
    """Something on disk is not what it must be."""


class Unreadable(Damaged):
    """The database is damaged, or stopped itself because of a fault; it can be made anew from the ledger."""


class ForeignFile(Damaged):
    """A file belongs to another program or a newer version."""


class LedgerBroken(Damaged):
    """A line or a file of the ledger does not verify."""


class InUse(Damaged):
    """Another process owns the database."""


class Unreachable(Damaged):
    """The server that has the database does not answer, or lets nobody in."""
