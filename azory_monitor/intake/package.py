"""A whole data package: every table at once, each checked against the others."""

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path

import pandas as pd

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.check import check
from azory_monitor.intake.opening.archive import MOST_UNPACKED, open_archive, unpack
from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.outcome import Checked
from azory_monitor.intake.read import read
from azory_monitor.intake.recognising.known import Known
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Profile
from azory_monitor.model.row import Row
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES

DESCRIPTOR = "datapackage.json"
_PLAIN_NAME = re.compile(r"[a-z][a-z0-9_]*\.csv")


def read_package(source: Path | bytes) -> dict[str, bytes]:
    """The file of every table of a package, by table.  ``source``: a folder, a zip file, or a zip file's bytes.

    UnreadableFile where the descriptor is missing, names a file that is not there or a table that we do not have, or
    where a table's file stands beside it that it does not name.
    """
    files = _folder(source) if isinstance(source, Path) and source.is_dir() else _archive(source)
    if DESCRIPTOR not in files:
        raise UnreadableFile("error.package_without_descriptor", descriptor=DESCRIPTOR)
    paths = _listed(files[DESCRIPTOR])
    for table, path in paths.items():
        if table not in TABLES:
            raise UnreadableFile("error.package_unknown_table", table=table, tables=", ".join(TABLES))
        if path not in files:
            raise UnreadableFile("error.package_file_missing", file=path)
    unlisted = [name for name in files if name.removesuffix(".csv") in TABLES and name not in paths.values()]
    if unlisted:
        raise UnreadableFile("error.package_not_listed", file=unlisted[0], descriptor=DESCRIPTOR)
    return {table: files[paths[table]] for table in TABLES if table in paths}


def check_package(files: Mapping[str, bytes], today: datetime.date) -> dict[str, Checked]:
    """Every table, checked in order; references are looked up in the package itself, wherever they point."""
    answers = {"encoding": "utf-8", "delimiter": ",", "layout": "long"}
    sheets = {table: read(f"{table}.csv", files[table], table, answers) for table in TABLES if table in files}
    known = Known(ids={table: {key: key for key in _ids(sheet)} for table, sheet in sheets.items()})
    checked: dict[str, Checked] = {}
    for table, sheet in sheets.items():
        if table == Measurement.table:
            known = Known(_programme(checked), known.ids)
        found = check(sheet, known, today, canonical=True)
        problems = tuple(problem.model_copy(update={"table": table}) for problem in found.problems)
        checked[table] = replace(found, problems=problems)
    return checked


def _ids(sheet: Sheet) -> list[str]:
    if "id" not in sheet.match.columns:
        return []
    return [key for key in sheet.cells[sheet.match.columns.index("id")].str.strip() if key]


def _programme(checked: Mapping[str, Checked]) -> Programme | None:
    """The programme that the sound rows make, for the checks that need its indicators; None without a profile."""
    profiles = _rows(Profile, checked) if Profile.table in checked else []
    if not profiles:
        return None
    names = {field.name for field in fields(Programme)} & set(checked)
    tables = {name: _rows(TABLES[name], checked) for name in names}
    return Programme(profiles[0], **{name: {_key(row): row for row in rows} for name, rows in tables.items()})


def _rows(row: type[Row], checked: Mapping[str, Checked]) -> list[Row]:
    cells = checked[row.table].rows.drop(columns="row")
    return [
        row(**{name: cell for name, cell in line.items() if cell != "" and not pd.isna(cell)})
        for line in cells.to_dict("records")
    ]


def _key(row: Row) -> str:
    return " ".join(str(getattr(row, name)) for name in row.key)


def _folder(folder: Path) -> dict[str, bytes]:
    """The ordinary files of a folder that a package may have; a link may lead out of the folder and is passed over."""
    found = (path for path in sorted(folder.iterdir()) if _PLAIN_NAME.fullmatch(path.name) or path.name == DESCRIPTOR)
    return {path.name: _content(path) for path in found if path.is_file() and not path.is_symlink()}


def _content(path: Path) -> bytes:
    """The bytes of an ordinary file; a device never ends, and a pipe may never begin."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_UNPACKED:
            raise UnreadableFile("error.package_not_there", path=str(path))
        return path.read_bytes()
    except OSError:
        raise UnreadableFile("error.package_not_there", path=str(path)) from None


def _archive(source: Path | bytes) -> dict[str, bytes]:
    """The files of a zip archive, also where they lie in one folder inside it."""
    archive = open_archive(_content(source) if isinstance(source, Path) else source)
    descriptors = [name for name in archive.namelist() if name.rpartition("/")[2] == DESCRIPTOR]
    inside = min(descriptors, key=len, default=DESCRIPTOR).removesuffix(DESCRIPTOR)
    names = [name for name in archive.namelist() if name.startswith(inside) and "/" not in name[len(inside) :]]
    return {name[len(inside) :]: unpack(archive, name) for name in names if name != inside}


def _listed(descriptor: bytes) -> dict[str, str]:
    """Path of every resource, by table.  Only plain names of CSV files beside the descriptor are followed."""
    try:
        resources = json.loads(descriptor)["resources"]
        paths = {str(resource["name"]): str(resource["path"]) for resource in resources}
    except (ValueError, KeyError, TypeError):
        raise UnreadableFile("error.package_descriptor", descriptor=DESCRIPTOR) from None
    for path in paths.values():
        if not _PLAIN_NAME.fullmatch(path):
            raise UnreadableFile("error.package_path", path=path)
    return paths
