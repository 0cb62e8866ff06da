"""The front door: pages and command line ask it for a state, and hand it what is to be kept.

Reading gives a ``View``.  Every change passes one check of the actor's role, here, whatever page it came from.
"""

import datetime
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from azory_monitor.access import AccessList, Actor, Deed, require
from azory_monitor.access.rules import Someone
from azory_monitor.books import Books, Clock, Notice
from azory_monitor.entered import entered, entered_cells, entered_versions
from azory_monitor.errors import AlreadyThere, MonitorError, Refused
from azory_monitor.handed import Handed
from azory_monitor.home import Home, home_from_environment, seed_folder
from azory_monitor.making import Workshop
from azory_monitor.model.batch import Batch, Version, one_line
from azory_monitor.model.hidden import Entered, EnteredCell
from azory_monitor.model.trace import Subject, Trace
from azory_monitor.once import once
from azory_monitor.states import States
from azory_monitor.view import View

if TYPE_CHECKING:
    from azory_monitor.desk import Desk
    from azory_monitor.trace import Tracer

Make = Callable[[View, str], dict[str, bytes]]
"""Makes the files of a snapshot, by name."""
_LONGEST, _SHOWN = 2000, 40
"""Letters that a name or a reason may have, and of a longer one the refusal repeats."""
_SEEDER = Actor("azory-monitor", "coordinator")


def utc_now() -> datetime.datetime:
    """The moment, UTC, without a time zone mark."""
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None)


class Monitor(States):
    """One home, open in this process."""

    def __init__(self, home: Home, clock: Clock = utc_now, may_be_apart: bool = False) -> None:
        """Open a home; raises what ``Books`` raises."""
        self.home = home
        self.access = AccessList(home.access)
        super().__init__(Books(home, clock, may_be_apart), clock)
        self.workshop = Workshop()
        """Where files to take along are made, apart from the pages."""

    @once
    def desk(self) -> "Desk":
        """Where files are looked at before they are kept; what reads them is loaded with the first one."""
        from azory_monitor.desk import Desk

        return Desk(self._books, self._clock)

    @once
    def _tracer(self) -> "Tracer":
        from azory_monitor.trace import Tracer  # reads kept files again

        return Tracer(self._books, self.view)

    def close(self) -> None:
        """Give the database back to other processes."""
        self.workshop.close()
        self._books.close()

    @property
    def notices(self) -> list[Notice]:
        """What had to be mended since the start, as keys of sentences and what fills them."""
        return self._books.notices

    @property
    def apart(self) -> MonitorError | None:
        """Why nothing can be kept for now, and what is shown follows from the ledger; None when all is well."""
        return self._books.apart

    def is_answering(self) -> bool:
        """Whether a real question to the database is answered within a second; raises why not."""
        return self._books.is_answering()

    def trace(self, view: View, table: str, key: str) -> Trace:
        """Where a row of a state comes from: a figure by indicator, area and period, any other row by its key.

        See ``Tracer.trace``.
        """
        return self._tracer.trace(view, Subject(table=table, key=key))

    def entered(self, actor: Someone, view: View) -> list[Entered]:
        """The measurements that a state hides from readers, for who may write."""
        return entered(view, lambda hiding: self._books.measurements_of(hiding, view.batch.id), actor)

    def entered_cells(self, actor: Someone, view: View) -> list[EnteredCell]:
        """The same of numbers in other tables."""
        return entered_cells(view, lambda: self._books.records(view.batch.id), actor)

    def entered_versions(self, actor: Someone, table: str, key: str, until: int) -> list[Version]:
        """The versions of a row as they were handed in, for who may see them; see ``history``."""
        return entered_versions(self._books.history(table, key, until), actor)

    def check(self, name: str, content: bytes, table: str = "", answers: Mapping[str, str] | None = None) -> Handed:
        """Read and check a file and say what keeping it would change; keeps nothing.  See ``Desk.check``."""
        return self.desk.check(name, content, table, answers)

    def check_package(self, package: Path) -> Handed:
        """The same for a whole data package, a folder or a zip file."""
        return self.desk.check_package(package)

    def keep(self, handed: Handed, actor: Someone, why: str = "", only_sound: bool = False) -> Batch | None:
        """Keep a file whole, or only its sound rows; None when it changes nothing.

        Raises Refused while questions are open, while there are problems (unless ``only_sound``), or when
        somebody else's batch has changed what the preview showed.
        """
        require(actor, "keep")
        if handed.questions:
            raise Refused("error.questions", n=len(handed.questions))
        if handed.faults and not only_sound:
            raise Refused("error.problems", n=len(handed.faults))
        with self._writing(actor, "keep"):
            if self.desk.is_overtaken(handed):
                raise Refused("error.changed_meanwhile")
            if not handed.preview.new + handed.preview.changed:
                return None
            return self._take("import", handed, actor, why)

    def seed(self, handed: Handed, actor: Someone = _SEEDER) -> Batch:
        """Fill an empty home from a data package that was checked; never over an existing one."""
        require(actor, "keep")
        with self._writing(actor, "keep"):
            if not self.is_empty:
                raise AlreadyThere("error.database_exists", path=self.home.path)
            if handed.faults:
                raise Refused("error.seed_problems", n=len(handed.faults), package=handed.name)
            return self._take("seed", handed, actor, "")

    def undo(self, undone: int, actor: Someone, why: str) -> Batch:
        """Put back what a batch replaced, as a new batch; refuses, naming them, while later batches stand on it."""
        require(actor, "undo")
        if not why.strip():
            raise Refused("error.why_empty")
        with self._writing(actor, "undo"):
            self._books.refuse_undo(undone)
            return self._books.append({"batch": _said("undo", actor, why, undoes=undone)})

    def freeze(self, name: str, actor: Someone, note: str = "", make: Make | None = None) -> Batch:
        """Freeze the present state under a name: a data package, and the report in every format and language.

        ``make`` makes the files, else they are made here.  It takes seconds, which nobody's batch waits for.
        """
        require(actor, "freeze")
        name = one_line(name)
        if not name:
            raise Refused("error.name_empty")
        self._refuse_name(name)
        if make is None:  # the drawing library is loaded when something is drawn
            from azory_monitor.exporting import frozen_files as make
        view = self.view()
        files = make(view, name)
        with self._writing(actor, "freeze"):
            self._refuse_name(name)
            now = self.view()
            if (now.batch.id, now.today) != (view.batch.id, view.today):
                files = make(now, name)
            return self._books.keep({"batch": _said("snapshot", actor, note, name=name)}, {}, {}, files)

    @contextmanager
    def _writing(self, actor: Someone, deed: Deed) -> Iterator[None]:
        """The writer's lock; while one waits for it a role can be taken away, so it is looked up again."""
        with self._books.writing(actor.name):
            require(actor, deed)
            yield

    def digest(self) -> str:
        """One number for everything kept, past and present."""
        return self._books.digest()

    def verify(self) -> str:
        """Compare ledger and database, every file and every row; the digest if all is well, else Damaged."""
        return self._books.verify()

    def _refuse_name(self, name: str) -> None:
        if name in {snapshot.name for snapshot in self.snapshots()}:
            raise AlreadyThere("error.snapshot_exists", name=name)

    def _take(self, what: str, handed: Handed, actor: Someone, why: str) -> Batch:
        said = {
            "batch": _said(what, actor, why, file=handed.name),
            "reading": handed.reading,
            "answers": handed.answers,
        }
        return self._books.keep(said, handed.files, handed.tables)


def _said(what: str, actor: Someone, why: str, **more: object) -> dict[str, object]:
    told = {"by": one_line(actor.name), "email": actor.email, "why": one_line(why)} | more
    for text in filter(lambda value: isinstance(value, str), told.values()):
        if len(text) > _LONGEST:
            raise Refused("error.text_too_long", n=len(text), most=_LONGEST, start=text[:_SHOWN])
    return {"what": what, **told}


_open: dict[Path, Monitor] = {}
_opening = threading.Lock()


def open_monitor(home: Home | None = None, seed: Path | None = None) -> Monitor:
    """The one monitor of a home in this process; on its first start it is filled from the seed."""
    home = home or home_from_environment()
    with _opening:
        if home.path not in _open:
            monitor = Monitor(home, may_be_apart=True)
            try:
                if monitor.is_empty:
                    _fill(monitor, seed or seed_folder())
            except BaseException:
                monitor.close()
                raise
            _open[home.path] = monitor
        return _open[home.path]


def _fill(monitor: Monitor, seed: Path) -> None:
    """Fill an empty home, unless another process that shares it does so at the same moment."""
    try:
        monitor.seed(monitor.check_package(seed))
    except AlreadyThere:
        if monitor.is_empty:
            raise
