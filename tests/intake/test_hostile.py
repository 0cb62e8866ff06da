"""Whatever a file was made to do, it is refused with a reason or read right, within ten seconds and a gigabyte."""

import json
import subprocess
import sys

import pytest

from azory_monitor.errors import UnreadableFile
from tests.intake.estate import checked, told, values
from tests.intake.hostile import FILES
from tests.source import ROOT

"""What one run of all the files has measured, both tests read."""

SECONDS, MEGABYTES = 10, 1024
READ = {
    "names that lead elsewhere", "names with controls", "a workbook that lies", "a workbook that claims every cell",
    "a workbook of empty rows", "a workbook of empty cells", "a workbook as deep as it is long",
    "a workbook of a million cells", "a workbook of merged cells", "cells of digits and spaces", "cells of marks",
}  # fmt: skip
"""Files that are only large or odd, which may be read."""


def run(step, folder):
    done = subprocess.run(
        [sys.executable, "-m", "tests.intake.hostile", step, str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """What was said of every file, read one after the other in a process of its own."""
    folder = tmp_path_factory.mktemp("hostile")
    run("make", folder)
    return run("measure", folder)


def test_every_hostile_file_is_answered_in_bounded_time(measured):
    assert [one["name"] for one in measured] == list(FILES)
    assert [one for one in measured if one["seconds"] > SECONDS] == []


def test_every_hostile_file_is_answered_in_bounded_memory(measured):
    assert [one for one in measured if one["megabytes"] > MEGABYTES] == []


def test_every_hostile_file_is_refused_with_a_sentence_or_read(measured):
    refused = {one["name"]: one["said"] for one in measured if one["said"].startswith("error.")}
    assert set(FILES) - set(refused) <= READ
    assert "died" not in [one["said"] for one in measured]


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "<script>alert(1)</script>", "![](http://x.example/y)", "=cmd|' /C calc'!A0", "{n} %s"]
)
def test_what_looks_like_code_in_a_cell_stays_a_text(text):
    outcome = checked(f'indicator;area;period;value;note\nmeetings;azory;2016;5;"{text}"\n')
    assert (values(outcome), told(outcome)) == ([5], [])
    assert text in outcome.rows.iloc[0].to_numpy()


@pytest.mark.parametrize("heading", ["=1+1", "<b>x</b>", "{n}", "a" * 30_000, "\x1b[31m"])
def test_what_looks_like_code_in_a_heading_is_a_column_to_be_asked_about(heading):
    outcome = checked(f"indicator;area;period;value;{heading}\nmeetings;azory;2016;5;said\n")
    assert [asked.key for asked in outcome.questions] == [f"column:{heading}"]
    assert outcome.rows.empty


def test_the_reason_of_a_refusal_does_not_repeat_a_whole_file():
    with pytest.raises(UnreadableFile) as refused:
        checked("x" * 10**6 + ";y\n1;2\n")
    assert len(str(refused.value.values)) < 2000
