"""What each command does: ask the monitor, shape the answer."""

import argparse
import datetime
import hashlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from azory_monitor import backup
from azory_monitor.access import Actor
from azory_monitor.cli import shapes, tables
from azory_monitor.errors import AlreadyThere, Refused, Unknown
from azory_monitor.handed import Handed
from azory_monitor.home import Home, home_from_environment, seed_folder
from azory_monitor.model.batch import Batch
from azory_monitor.model.verdicts import Progress
from azory_monitor.monitor import Monitor
from azory_monitor.view import View
from azory_monitor.words import Speaker, sentences

DONE, REFUSED, ASKED = 0, 1, 3


@dataclass(frozen=True)
class Answer:
    """What a command found: for programs, for people, and how it ends."""

    data: Any
    lines: list[str]
    status: int = DONE


def init(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """A new database from a data package; a faulty one is told fault by fault and starts nothing."""
    with closing(Monitor(_home(asked))) as monitor:
        handed = monitor.check_package(asked.package or seed_folder())
        if handed.faults and monitor.is_empty:
            return _handed_in(speaker, handed, None, REFUSED)
        batch = monitor.seed(handed)
    return Answer({"batch": batch.id, "rows": batch.rows}, tables.rows_kept(speaker, batch))


def check(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Read, check and preview a file; keep nothing."""
    with closing(_opened(asked)) as monitor:
        handed = _handed(monitor, asked)
    return Answer(shapes.handed_shape(handed, speaker), tables.handed(speaker, handed), _status(handed))


def import_(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Keep a file whole, or only its sound rows."""
    with closing(_opened(asked)) as monitor:
        handed = _handed(monitor, asked)
        status = ASKED if handed.questions else REFUSED if handed.faults and not asked.only_sound else DONE
        batch = None if status else monitor.keep(handed, _actor(asked), asked.why, only_sound=asked.only_sound)
    return _handed_in(speaker, handed, batch, status)


def undo(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Put back what a batch replaced."""
    with closing(_opened(asked)) as monitor:
        batch = monitor.undo(asked.batch, _actor(asked), asked.why)
    return Answer(
        {"batch": batch.id, "undoes": batch.undoes}, [speaker.say("cli.undone", undone=asked.batch, batch=batch.id)]
    )


def batches(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Everything that was taken in."""
    with closing(_opened(asked)) as monitor:
        found = monitor.batches()
    return Answer([shapes.batch_shape(batch) for batch in found], tables.batches(speaker, found))


def measurements(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """The values as they stand, or stood."""
    view = _view(asked)
    found = view.measurements(indicator=asked.indicator, area=asked.area)
    return Answer([shapes.measurement_shape(row) for row in found], tables.measurements(speaker, view.programme, found))


def compare(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Where areas stand against their benchmarks."""
    view = _view(asked)
    found = view.comparisons(
        area=asked.area,
        indicator=asked.indicator,
        against=asked.against,
        period=asked.period,
        other_period=asked.other_period,
    )
    shape = [shapes.comparison_shape(row, speaker, view.programme) for row in found]
    return Answer(shape, [row["sentence"] for row in shape])


def progress(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """How far each indicator has come."""
    view = _view(asked)
    shape = [_progress(row, view, speaker) for row in view.progress(indicator=asked.indicator)]
    return Answer(shape, [row["sentence"] for row in shape])


def trend(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Whether the indicators have really changed."""
    view = _view(asked)
    found = view.trends(indicator=asked.indicator, area=asked.area)
    shape = [shapes.trend_shape(row, speaker, view.programme) for row in found]
    return Answer(shape, [row["sentence"] for row in shape])


def readiness(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """What each indicator has and lacks to be followed and read."""
    view = _view(asked)
    shape = [shapes.readiness_shape(row, speaker, view.programme) for row in view.readiness()]
    return Answer(shape, [row["sentence"] for row in shape])


def due(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Which values are owed, by whom and by when; how many indicators nobody agreed a time for."""
    view = _view(asked)
    shape = [shapes.due_shape(row, speaker, view.programme) for row in view.dues(asked.owner)]
    unscheduled = [row for row in view.unscheduled if not asked.owner or row.owner == asked.owner]
    lines = [row["sentence"] for row in shape] + [sentences.unscheduled_sentence(speaker, unscheduled)]
    return Answer(shape, list(filter(None, lines)) or [sentences.due_headline(speaker, view.programme, [])])


def counts(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """What follows from the register."""
    view = _view(asked)
    shape = [shapes.count_shape(row, speaker, view.programme) for row in view.counts(indicator=asked.indicator)]
    return Answer(shape, [row["sentence"] for row in shape])


def barriers(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """What stands in the way."""
    view = _view(asked)
    if asked.theme and asked.theme not in view.programme.themes:
        raise Unknown("error.theme_unknown", id=asked.theme, allowed=tuple(view.programme.themes))
    found = view.hindrances(theme=asked.theme, state=asked.state)
    shape = [shapes.hindrance_shape(row, speaker, view.programme) for row in found]
    return Answer(shape, [row["sentence"] for row in shape])


def snapshot(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Freeze the present state under a name."""
    with closing(_opened(asked)) as monitor:
        frozen = monitor.freeze(asked.name, _actor(asked), asked.why)
    return Answer(shapes.batch_shape(frozen), [speaker.say("cli.frozen", name=frozen.name, batch=frozen.id)])


def snapshots(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """The frozen states."""
    with closing(_opened(asked)) as monitor:
        found = monitor.snapshots()
    return Answer([shapes.batch_shape(frozen) for frozen in found], tables.batches(speaker, found))


def export(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Write a state to a file; never over an existing one."""
    from azory_monitor.exporting import exported  # the drawing library is loaded when something is drawn

    if asked.out.exists():
        raise AlreadyThere("error.file_exists", path=asked.out)
    content = exported(_view(asked), asked.format, speaker.language, asked.snapshot)
    asked.out.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    return Answer({"path": str(asked.out), "sha256": digest}, [f"{asked.out}  {digest}"])


def back_up(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Copy the ledger to one file; the monitor may be running."""
    return _digest(backup.backup(_home(asked), asked.file), speaker)


def restore(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Fill an empty home from a backup."""
    return _digest(backup.restore(_home(asked), asked.file), speaker)


def verify(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Check every invariant of ledger and database."""
    with closing(_opened(asked)) as monitor:
        return _digest(monitor.verify(), speaker)


def rebuild(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Make the database anew from the ledger."""
    return _digest(backup.rebuild(_home(asked)), speaker)


COMMANDS: dict[str, Callable[[argparse.Namespace, Speaker], Answer]] = {
    "init": init,
    "check": check,
    "import": import_,
    "undo": undo,
    "batches": batches,
    "measurements": measurements,
    "compare": compare,
    "progress": progress,
    "trend": trend,
    "readiness": readiness,
    "due": due,
    "counts": counts,
    "barriers": barriers,
    "snapshot": snapshot,
    "snapshots": snapshots,
    "export": export,
    "backup": back_up,
    "restore": restore,
    "verify": verify,
    "rebuild": rebuild,
}


def _home(asked: argparse.Namespace) -> Home:
    return Home(asked.home.resolve()) if asked.home else home_from_environment()


def _opened(asked: argparse.Namespace) -> Monitor:
    """The monitor of the home; an empty one is filled from the seed, as the pages do."""
    monitor = Monitor(_home(asked))
    if monitor.is_empty:
        monitor.seed(monitor.check_package(seed_folder()))
    return monitor


def _view(asked: argparse.Namespace) -> View:
    with closing(_opened(asked)) as monitor:
        view = monitor.view(as_of=_as_of(getattr(asked, "as_of", "")), snapshot=asked.snapshot)
    view.require_known(
        indicator=getattr(asked, "indicator", ""), area=getattr(asked, "area", ""), owner=getattr(asked, "owner", "")
    )
    return view


def _progress(row: Progress, view: View, speaker: Speaker) -> dict[str, Any]:
    """An indicator's progress with its prospect and the changes of its target."""
    (prospect,) = view.prospects(indicator=row.indicator)
    changes = [one for one in view.target_changes(indicator=row.indicator) if one.area == row.area]
    return (
        shapes.progress_shape(row, speaker, view.programme)
        | shapes.prospect_shape(prospect, speaker, view.programme)
        | {"target_changes": [shapes.target_change_shape(one, speaker, view.programme) for one in changes]}
    )


def _as_of(text: str) -> datetime.datetime | int | None:
    """A batch number, a day (to its end) or a moment; UTC where no other zone is written."""
    if not text:
        return None
    if text.isdigit():
        return int(text)
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError as fault:
        raise Refused("error.as_of_unreadable", text=text) from fault
    if len(text) == len("2026-01-31"):
        return moment + datetime.timedelta(days=1) - datetime.timedelta(microseconds=1)
    return moment.astimezone(datetime.UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _handed(monitor: Monitor, asked: argparse.Namespace) -> Handed:
    if not asked.file.exists():
        raise Refused("error.file_missing", path=asked.file)
    if asked.file.is_dir():
        return monitor.check_package(asked.file)
    answers = monitor.desk.answers_of(_content(asked.mapping)) if asked.mapping else {}
    answers |= dict(answer.partition("=")[::2] for answer in asked.answer)
    name = asked.name or Path(asked.file).name
    handed = monitor.check(name, asked.file.read_bytes(), table=asked.table, answers=answers)
    if asked.save_mapping:
        asked.save_mapping.write_bytes(monitor.desk.mapping_of(handed))
    return handed


def _content(path: Path) -> bytes:
    if not path.exists():
        raise Refused("error.file_missing", path=path)
    return path.read_bytes()


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
