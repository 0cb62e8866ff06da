"""What each command does: ask the monitor, shape the answer."""

import argparse
import hashlib
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from azory_monitor import backup
from azory_monitor.access import Actor
from azory_monitor.cli import questions, shapes, tables
from azory_monitor.cli.compared import diff
from azory_monitor.cli.named_files import content_of, refuse_odd, refuse_taken, write_new, write_over
from azory_monitor.cli.opened import ASKED, DONE, REFUSED, Answer, home_of, opened, view_of
from azory_monitor.cli.origin import trace
from azory_monitor.errors import Unknown
from azory_monitor.handed import Handed
from azory_monitor.home import seed_folder
from azory_monitor.model.batch import Batch
from azory_monitor.monitor import Monitor
from azory_monitor.words import Speaker

STANDARD_OUTPUT = Path("-")


def init(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """A new database from a data package; a faulty one is told fault by fault and starts nothing."""
    with closing(Monitor(home_of(asked))) as monitor:
        handed = monitor.check_package(asked.package or seed_folder())
        if handed.faults and monitor.is_empty:
            return _handed_in(speaker, handed, None, REFUSED)
        batch = monitor.seed(handed)
    return Answer({"batch": batch.id, "rows": batch.rows}, tables.rows_kept(speaker, batch))


def check(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Read, check and preview a file; keep nothing."""
    with closing(opened(asked)) as monitor:
        handed = _handed(monitor, asked)
    return Answer(shapes.handed_shape(handed, speaker), tables.handed(speaker, handed), _status(handed))


def import_(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Keep a file whole, or only its sound rows."""
    with closing(opened(asked, writes=True)) as monitor:
        handed = _handed(monitor, asked)
        status = ASKED if handed.questions else REFUSED if handed.faults and not asked.only_sound else DONE
        batch = None if status else monitor.keep(handed, _actor(asked), asked.why, only_sound=asked.only_sound)
    return _handed_in(speaker, handed, batch, status)


def undo(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Put back what a batch replaced."""
    with closing(opened(asked, writes=True)) as monitor:
        batch = monitor.undo(asked.batch, _actor(asked), asked.why)
    return Answer(
        {"batch": batch.id, "undoes": batch.undoes}, [speaker.say("cli.undone", undone=asked.batch, batch=batch.id)]
    )


def batches(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Everything that was taken in."""
    with closing(opened(asked)) as monitor:
        found = monitor.batches()
    return Answer([shapes.batch_shape(batch) for batch in found], tables.batches(speaker, found))


def snapshot(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Freeze the present state under a name."""
    with closing(opened(asked, writes=True)) as monitor:
        frozen = monitor.freeze(asked.name, _actor(asked), asked.why)
    return Answer(shapes.batch_shape(frozen), [speaker.say("cli.frozen", name=frozen.name, batch=frozen.id)])


def snapshots(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """The frozen states."""
    with closing(opened(asked)) as monitor:
        found = monitor.snapshots()
    return Answer([shapes.batch_shape(frozen) for frozen in found], tables.batches(speaker, found))


def export(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Write a state to a file, never over an existing one; "-" is standard output, which then has nothing else."""
    from azory_monitor.exporting import exported  # the drawing library is loaded when something is drawn

    if asked.out != STANDARD_OUTPUT:
        refuse_taken(asked.out)
    content = exported(view_of(asked), asked.format, speaker.language, asked.snapshot, asked.topic)
    if asked.out == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        return Answer(None, [])
    write_new(asked.out, content)
    digest = hashlib.sha256(content).hexdigest()
    return Answer({"path": str(asked.out), "sha256": digest}, [f"{asked.out}  {digest}"])


def back_up(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Copy the ledger to one file; the monitor may be running."""
    refuse_taken(asked.file)
    return _digest(backup.backup(home_of(asked), asked.file), speaker)


def restore(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Fill an empty home from a backup."""
    refuse_odd(asked.file)
    return _digest(backup.restore(home_of(asked), asked.file), speaker)


def verify(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Check every invariant of ledger and database."""
    home = home_of(asked)
    if not home.ledger.exists():
        raise Unknown("error.home_empty", path=home.path)
    with closing(opened(asked)) as monitor:
        return _digest(monitor.verify(), speaker)


def rebuild(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Make the database anew from the ledger."""
    return _digest(backup.rebuild(home_of(asked)), speaker)


COMMANDS: dict[str, Callable[[argparse.Namespace, Speaker], Answer]] = {
    "init": init,
    "check": check,
    "import": import_,
    "undo": undo,
    "batches": batches,
    "measurements": questions.measurements,
    "compare": questions.compare,
    "progress": questions.progress,
    "trend": questions.trend,
    "readiness": questions.readiness,
    "due": questions.due,
    "counts": questions.counts,
    "barriers": questions.barriers,
    "trace": trace,
    "snapshot": snapshot,
    "snapshots": snapshots,
    "diff": diff,
    "export": export,
    "backup": back_up,
    "restore": restore,
    "verify": verify,
    "rebuild": rebuild,
}


def _handed(monitor: Monitor, asked: argparse.Namespace) -> Handed:
    if asked.file.is_dir():
        return monitor.check_package(asked.file)
    answers = monitor.desk.answers_of(content_of(asked.mapping)) if asked.mapping else {}
    answers |= dict(answer.partition("=")[::2] for answer in asked.answer)
    name = asked.name or Path(asked.file).name
    handed = monitor.check(name, content_of(asked.file), table=asked.table, answers=answers)
    if asked.save_mapping:
        write_over(asked.save_mapping, monitor.desk.mapping_of(handed))
    return handed


def _handed_in(speaker: Speaker, handed: Handed, batch: Batch | None, status: int) -> Answer:
    """What became of a file: the batch that it was kept as, or why it was not."""
    shape = shapes.handed_shape(handed, speaker) | {"batch": batch.id if batch else None}
    return Answer(shape, tables.handed(speaker, handed) + tables.kept(speaker, batch, status), status)


def _status(handed: Handed) -> int:
    return ASKED if handed.questions else REFUSED if handed.faults else DONE


def _actor(asked: argparse.Namespace) -> Actor:
    """Whoever has a shell on the machine may write; the name they give stands in the batch."""
    return Actor(asked.by, "coordinator")


def _digest(digest: str, speaker: Speaker) -> Answer:
    return Answer({"digest": digest}, [speaker.say("cli.digest", digest=digest)])
