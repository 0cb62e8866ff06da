"""Homes for drills: what each deed is done to, and what a home must be after it was cut short."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from azory_monitor import backup
from azory_monitor.access import Actor
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from tests.test_preview import PACKAGE

ANNA = Actor("Anna", "coordinator")
OLD = Path(__file__).parent / "store" / "schema-1.zip"
"""A home of the first schema, its log not folded in yet."""
AREAS = [f"area-{number}" for number in range(20)]
FEW_AREAS = AREAS[:2]
"""Those of a small home."""


class State(NamedTuple):
    """What a home holds: its last batch, and one number for everything; nothing where there is no home yet."""

    batch: int
    digest: str


NOTHING = State(0, "")


def as_file(rows: list[str]) -> bytes:
    """Measurements as a file."""
    return "\n".join(["indicator,area,period,value,source", *rows, ""]).encode("utf-8")


def lines(first: int, last: int, value: float, areas: list[str] = AREAS) -> list[str]:
    """Monthly values of two indicators in the areas."""
    days = (f"{year}-{month:02}" for year in range(first, last) for month in range(1, 13))
    return [
        f"{indicator},{area},{day},{value},office" for day in days for indicator in ("work", "play") for area in areas
    ]


def filled(path: Path, small: bool = False) -> Path:
    """A home with some values, and beside them a file that changes half of them and brings many more."""
    areas = FEW_AREAS if small else AREAS
    package = path / "package"
    package.mkdir(parents=True)
    more = PACKAGE["areas.csv"] + "".join(f"{name},{name},district\n" for name in areas)
    for name, text in (PACKAGE | {"areas.csv": more}).items():
        (package / name).write_text(text, encoding="utf-8")
    monitor = Monitor(Home(path))
    monitor.seed(monitor.check_package(package))
    monitor.keep(monitor.check("first.csv", as_file(lines(1990, 2000, 1, areas))), ANNA)
    monitor.close()
    (path / "file.csv").write_bytes(as_file([*lines(1990, 1995, 2, areas), *lines(1995, 2015, 1, areas)]))
    return path


def migrating(path: Path) -> Path:
    """A home that an earlier version has left."""
    with zipfile.ZipFile(OLD) as archive:
        archive.extractall(path)
    return path


def interrupted(path: Path) -> Path:
    """A home that was cut short while its log was folded in: the file is torn, its copy stands beside it."""
    database = Home(path).database
    copy = database.with_name(database.name + ".before-checkpoint")
    copy.mkdir()
    for file in (database, database.with_name(database.name + ".wal")):
        shutil.copy2(file, copy)
    torn = bytearray(database.read_bytes())
    torn[12288 : 12288 + 4096] = bytes(4096)
    database.write_bytes(torn)
    return path


def state(path: Path) -> State:
    """The state of a home that opens and verifies."""
    monitor = Monitor(Home(path))
    try:
        assert monitor.verify() == monitor.digest()
        return State(monitor.batches()[-1].id, monitor.digest())
    finally:
        monitor.close()


def restored(path: Path) -> State:
    """The state of the home that a backup is restored into."""
    home = Home(path / "restored")
    return state(home.path) if home.database.exists() or (home.ledger / "ledger.jsonl").exists() else NOTHING


def backed_up(path: Path) -> State:
    """The state that the backup beside a home holds; the home itself is sound whatever became of it."""
    state(path)
    copy = path / "backup.zip"
    if not copy.exists():
        return NOTHING
    place = path / "proven"
    backup.restore(Home(place), copy)
    try:
        return state(place)
    finally:
        shutil.rmtree(place)


class Drill(NamedTuple):
    """One kind of kill: what is done, to which home, and where its outcome is read."""

    deed: str
    prepare: Callable[[Path], object]
    outcome: Callable[[Path], State]


def _as_it_is(path: Path) -> None:
    """The home is ready."""


def _with_backup(path: Path) -> None:
    backup.backup(Home(path), path / "backup.zip")


DRILLS: dict[str, Drill] = {
    "import": Drill("import", _as_it_is, state),
    "folding the log in": Drill("open", _as_it_is, state),
    "recovery": Drill("open", interrupted, state),
    "undo": Drill("undo", _as_it_is, state),
    "snapshot": Drill("snapshot", _as_it_is, state),
    "edit": Drill("edit", _as_it_is, state),
    "migration": Drill("open", _as_it_is, state),
    "backup": Drill("backup", _as_it_is, backed_up),
    "restore": Drill("restore", _with_backup, restored),
    "rebuild": Drill("rebuild", _as_it_is, state),
}
AGAIN = {"import", "edit", "open", "backup", "restore", "rebuild"}
"""Deeds that can simply be done once more, whatever became of them, and then have been done once."""


def start_of(name: str, folder: Path, small: bool) -> Path:
    """The home that a drill starts from."""
    home = migrating(folder / "home") if name == "migration" else filled(folder / "home", small)
    DRILLS[name].prepare(home)
    return home
