"""What is handed on says of each figure where it comes from; of a hidden one only its batch and file."""

import csv
import io
import zipfile

import openpyxl
import pytest

from azory_monitor.exporting import exported
from azory_monitor.words import speaker
from azory_monitor.words.tables import origin_table


@pytest.fixture(scope="module")
def view(lived):
    monitor, _ = lived
    return monitor.view()


@pytest.fixture(scope="module")
def package(view):
    return exported(view, "package", "")


def test_a_package_lists_file_hash_row_batch_author_and_moment_of_every_figure(view, package, lived):
    monitor, _ = lived
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        listed = list(csv.DictReader(io.StringIO(archive.read("origins.csv").decode("utf-8"))))
    assert len(listed) == len(view.measurements())
    for row in listed[::9]:
        key = " ".join(filter(None, (row["indicator"], row["area"], row["period"], row["variant"])))
        found = monitor.trace(view, "measurements", key)
        if found.origin is None:
            entries = [one for one in found.inputs if one.table != "derivations"]
            assert (row["derivation"], row["file"]) == (found.measurement.locator, "")
            assert int(row["entries"]) >= min(len(entries), 1)
            continue
        told = (
            found.origin.file,
            found.origin.sha256,
            str(found.origin.row or ""),
            str(found.batch.id),
            found.batch.by,
        )
        assert (row["file"], row["sha256"], row["row"], row["batch"], row["by"]) == told


def test_a_package_with_its_origins_is_taken_in_as_one_without(package, lived, tmp_path):
    monitor, _ = lived
    path = tmp_path / "package.zip"
    path.write_bytes(package)
    handed = monitor.check_package(path)
    assert handed.faults == () and "origins" not in handed.tables


def test_of_a_hidden_figure_the_row_is_not_listed(view):
    (hidden,) = [one for one in view.origins() if one.measurement.status == "hidden"]
    assert (hidden.origin.row, hidden.origin.file, hidden.measurement.value) == (0, "ubóstwo.csv", None)


@pytest.mark.parametrize("language", ["pl", "en"])
def test_workbook_and_page_have_the_list(view, language):
    speak = speaker(language)
    table = origin_table(speak, view.programme, view.origins())
    assert len(table.rows) == len(view.measurements())
    book = openpyxl.load_workbook(io.BytesIO(exported(view, "xlsx", language)), read_only=True)
    cells = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell}
    page = exported(view, "html", language).decode("utf-8")
    for told in ("eksmisje.csv", "zasiłki.zip", "Anna Nowak", speak.say("report.section.origins")):
        assert told in page
        assert any(told in cell for cell in cells)


def test_without_a_past_batch_and_row_are_told(view):
    origin = type(view)(view.batch, view.today, *_frames(view)).origins()[0].origin
    assert (origin.batch, origin.file, origin.by) == (1, "", "")


def _frames(view):
    import json

    import pandas as pd

    rows = [(name, row) for name, table in view.tables().items() if name != "measurements" for row in table]
    records = pd.DataFrame(
        {
            "kind": [name for name, _ in rows],
            "key": [" ".join(str(getattr(row, part)) for part in row.key) for _, row in rows],
            "cells": [json.dumps(row.cells()) for _, row in rows],
        }
    )
    measured = view.tables()["measurements"][:1]
    frame = pd.DataFrame([row.model_dump() | {"note": "", "origin": 1, "file_row": 2} for row in measured])
    return records, frame
