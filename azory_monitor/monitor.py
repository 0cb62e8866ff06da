"""The front door: pages and command line ask it for a state, and hand it what is to be kept.

Reading gives a ``View``.  Every change passes one check of the actor's role, here, whatever page it came from.
"""

import datetime
import threading
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from azory_monitor.access import Actor, require
from azory_monitor.books import Books, Clock
from azory_monitor.desk import Desk
from azory_monitor.entered import entered
from azory_monitor.errors import AlreadyThere, Refused, Unknown
from azory_monitor.handed import Handed
from azory_monitor.home import Home, home_from_environment, seed_folder
from azory_monitor.model.batch import Batch, Version
from azory_monitor.model.hidden import Entered
from azory_monitor.model.programme import Target
from azory_monitor.view import Past, Readers, View

_VIEWS_KEPT = 8
_SEEDER = Actor("azory-monitor", "coordinator")


def utc_now() -> datetime.datetime:
    """The moment, UTC, without a time zone mark."""
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None)


class Monitor:
    """One home, open in this process."""

    def __init__(self, home: Home, clock: Clock = utc_now) -> None:
        """Open a home; raises what ``Books`` raises."""
        self.home = home
        self._clock = clock
        self._books = Books(home, clock)
        self.notices = self._books.notices
        self.desk = Desk(self._books, clock)
        """Where files are looked at before they are kept."""
        self._readers = Readers(self._books)
        self._view = lru_cache(maxsize=_VIEWS_KEPT)(self._make_view)

    def close(self) -> None:
        """Give the database back to other processes."""
        self._books.close()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been taken in yet."""
        return not self.batches()

    def batches(self) -> list[Batch]:
        """Everything that was taken in, oldest first."""
        return self._books.batches()

    def snapshots(self) -> list[Batch]:
        """The frozen states, oldest first."""
        return [batch for batch in self.batches() if batch.what == "snapshot"]

    def view(
        self, as_of: datetime.datetime | int | None = None, snapshot: str = "", today: datetime.date | None = None
    ) -> View:
        """The state now, after a batch, at a moment (UTC), or as a snapshot froze it.

        After a batch it is judged as of ``today``, else as of the day on which the batch was taken.
        """
        batches = self.batches()
        if snapshot:
            frozen = self._snapshot(snapshot)
            return self._view(frozen.id, frozen.taken.date())
        if as_of is None:
            return self._view(batches[-1].id, self._clock().date())
        if isinstance(as_of, datetime.datetime):
            last = self._books.batch_at(as_of)
            if last is None:
                raise Unknown("error.as_of_before_start", moment=as_of)
            return self._view(last, as_of.date())
        if not 1 <= as_of <= len(batches):
            raise Unknown("error.batch_unknown", batch=as_of)
        return self._view(as_of, today or batches[as_of - 1].taken.date())

    def history(self, table: str, key: str = "", until: int | None = None) -> list[Version]:
        """Every version of a row, or without a key of all rows of a table, oldest first, with its batch.

        ``until`` leaves out what came after that batch; what was undone is left out.
        """
        return self._books.history(table, key, until or self.batches()[-1].id)

    def entered(self, actor: Actor, view: View) -> list[Entered]:
        """The measurements that a state hides from readers, for who may write."""
        return entered(view, self._books.measurements(view.batch.id), actor)

    def check(self, name: str, content: bytes, table: str = "", answers: Mapping[str, str] | None = None) -> Handed:
        """Read and check a file and say what keeping it would change; keeps nothing.  See ``Desk.check``."""
        return self.desk.check(name, content, table, answers)

    def check_package(self, package: Path) -> Handed:
        """The same for a whole data package, a folder or a zip file."""
        return self.desk.check_package(package)

    def keep(self, handed: Handed, actor: Actor, why: str = "", only_sound: bool = False) -> Batch | None:
        """Keep a file whole, or only its sound rows; None when it changes nothing.

        Raises Refused while questions are open, while there are problems (unless ``only_sound``), or when
        somebody else's batch has changed what the preview showed.
        """
        require(actor, "keep")
        if handed.questions:
            raise Refused("error.questions", n=len(handed.questions))
        if handed.faults and not only_sound:
            raise Refused("error.problems", n=len(handed.faults))
        with self._books.writing():
            if self.desk.is_overtaken(handed):
                raise Refused("error.changed_meanwhile")
            if not handed.preview.new + handed.preview.changed:
                return None
            return self._take("import", handed, actor, why)

    def seed(self, handed: Handed, actor: Actor = _SEEDER) -> Batch:
        """Fill an empty home from a data package that was checked; never over an existing one."""
        require(actor, "keep")
        with self._books.writing():
            if not self.is_empty:
                raise AlreadyThere("error.database_exists", path=self.home.path)
            if handed.faults:
                raise Refused("error.seed_problems", n=len(handed.faults), package=handed.name)
            return self._take("seed", handed, actor, "")

    def undo(self, undone: int, actor: Actor, why: str) -> Batch:
        """Put back what a batch replaced, as a new batch; refuses, naming them, while later batches stand on it."""
        require(actor, "undo")
        if not why.strip():
            raise Refused("error.why_empty")
        with self._books.writing():
            self._books.refuse_undo(undone)
            return self._books.append({"batch": _said("undo", actor, why, undoes=undone)})

    def freeze(self, name: str, actor: Actor, note: str = "") -> Batch:
        """Freeze the present state under a name: a data package and an offline report in every language."""
        from azory_monitor.exporting import frozen_files  # the drawing library is loaded when something is drawn

        require(actor, "freeze")
        name = name.strip()
        if not name:
            raise Refused("error.name_empty")
        with self._books.writing():
            if name in {snapshot.name for snapshot in self.snapshots()}:
                raise AlreadyThere("error.snapshot_exists", name=name)
            files = frozen_files(self.view(), name)
            exports = {file: self._books.ledger.put(content) for file, content in files.items()}
            return self._books.append({"batch": _said("snapshot", actor, note, name=name), "exports": exports})

    def frozen_files(self, snapshot: str) -> dict[str, bytes]:
        """The files of a snapshot by name, byte for byte as they were frozen."""
        frozen = self._snapshot(snapshot)
        exports = self._books.ledger.lines()[frozen.id - 1].entry.exports
        return {file: self._books.ledger.get(digest) for file, digest in exports.items()}

    def digest(self) -> str:
        """One number for everything kept, past and present."""
        return self._books.digest()

    def verify(self) -> str:
        """Compare ledger and database, every file and every row; the digest if all is well, else Damaged."""
        return self._books.verify()

    def _snapshot(self, name: str) -> Batch:
        for batch in self.snapshots():
            if batch.name == name:
                return batch
        raise Unknown("error.snapshot_unknown", name=name)

    def _make_view(self, batch: int, today: datetime.date) -> View:
        records, measurements = self._books.records(batch), self._books.measurements(batch)
        batches = self.batches()[:batch]
        targets = self._books.history(Target.table, "", batch)
        past = Past(tuple(batches), tuple(targets), self._books.arrivals(batch), self._readers.before(batch))
        return View(batches[-1], today, records, measurements, past)

    def _take(self, what: str, handed: Handed, actor: Actor, why: str) -> Batch:
        said = {
            "batch": _said(what, actor, why, file=handed.name),
            "reading": handed.reading,
            "answers": handed.answers,
        }
        return self._books.keep(said, handed.files, handed.tables)


def _said(what: str, actor: Actor, why: str, **more: object) -> dict[str, object]:
    return {"what": what, "by": actor.name.strip(), "why": why.strip()} | more


_open: dict[Path, Monitor] = {}
_opening = threading.Lock()


def open_monitor(home: Home | None = None, seed: Path | None = None) -> Monitor:
    """The one monitor of a home in this process; on its first start it is filled from the seed."""
    home = home or home_from_environment()
    with _opening:
        if home.path not in _open:
            monitor = Monitor(home)
            if monitor.is_empty:
                monitor.seed(monitor.check_package(seed or seed_folder()))
            _open[home.path] = monitor
        return _open[home.path]
