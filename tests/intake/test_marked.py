"""The person's own file comes back with its problems beside the rows, and can be handed in again."""

import csv
import io

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as some

from azory_monitor import intake
from azory_monitor.intake.marked import HEADING, marked
from azory_monitor.snapshot.cells import harmless
from tests.intake.estate import brief, checked, told, values

FAULTY = """
    Urząd Miasta;;;
    ;;;
    indicator;area;period;value
    seniors;azory;2016;27,94
    seniors;krakow;2016;dużo
    seniors;krakow;2017
    seniors;nowhere;2018;1,5
"""


def again(content, name="file.csv", said="do poprawy"):
    """A file, what is wrong with it, and the same file with that in one more column."""
    found = checked(content, name)
    uneven = {one.row for one in found.problems if one.rule == "uneven_row"}
    texts = {one.row: said for one in found.problems}
    return found, marked(name, content, {}, found.reading, texts, uneven, harmless)


def encoded(text, encoding="utf-8"):
    return "\n".join(line.strip() for line in text.strip().splitlines()).encode(encoding)


def rows(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "utf-16"])
def test_each_problem_stands_in_its_row_and_everything_else_is_as_it_came(encoding):
    found, made = again(encoded(FAULTY, encoding))
    assert made.startswith(b"\xef\xbb\xbf")
    said = ["", "", f";{HEADING}", ";", ";do poprawy", ";do poprawy", ";do poprawy"]
    as_it_came = [line.strip() for line in FAULTY.strip().splitlines()]
    assert made.decode("utf-8-sig").splitlines() == [line + more for line, more in zip(as_it_came, said, strict=True)]
    assert found.reading.header_row == 3


def test_handed_in_again_it_has_the_very_same_problems_and_rows():
    found, made = again(encoded(FAULTY))
    once_more = checked(made)
    assert [brief(one)[:2] + brief(one)[3:] for one in once_more.problems] == [
        brief(one)[:2] + brief(one)[3:] for one in found.problems
    ]
    assert values(once_more) == values(found)


def test_mended_in_the_downloaded_file_nothing_is_left_to_say():
    _, made = again(encoded("indicator;area;period;value\nseniors;azory;2016;dużo"))
    assert told(checked(made.decode("utf-8-sig").replace("dużo", "1,5").encode("utf-8"))) == []


def test_a_cell_that_a_spreadsheet_would_run_is_text_and_is_read_back_as_it_was():
    content = encoded('indicator;area;period;value;note\nseniors;azory;2016;-1,5;"=cmd|\' /C calc\'!A0"\n'
                      "seniors;azory;2017;-;")  # fmt: skip
    found, made = again(content)
    assert rows(made)[1][3:5] == ["-1,5", "'=cmd|' /C calc'!A0"]
    assert rows(made)[2][3] == "-"
    assert told(checked(made)) == told(found)
    assert checked(made).rows["note"].tolist()[-1:] == found.rows["note"].tolist()[-1:]


numbers = some.sampled_from(["1", "- 5", "+3", "−2,5", "1 234,5", ":", "-", "", "bd.", "2,5", "x"])


@given(some.lists(numbers, min_size=1, max_size=8), some.sampled_from([";", "\t", "|"]))
def test_whatever_was_read_is_read_again(cells, delimiter):
    lines = [f"money;azory;{2000 + at};{cell}" for at, cell in enumerate(cells)]
    content = "\r\n".join(["indicator;area;period;value", *lines]).replace(";", delimiter).encode("utf-8")
    found, made = again(content, said="=1+1")
    once_more = checked(made)
    assert values(once_more) == values(found)
    assert [brief(one) for one in once_more.problems] == [brief(one) for one in found.problems]


def workbook(*lines):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("Dane")
        for row, line in enumerate(lines, start=2):
            page.write_row(row, 0, line)
    return out.getvalue()


def test_a_workbook_comes_back_as_a_workbook_with_its_numbers_in_the_same_rows():
    lines = [["indicator", "area", "period", "value", "note"], ["seniors", "azory", 2016, 1.377, "uwaga"]]
    content = workbook(*lines, ["seniors", "nowhere", 2017, 2.5, ""])
    found, made = again(content, "dane.xlsx")
    once_more = checked(made, "dane.xlsx")
    assert told(found) == told(once_more) != []
    assert values(once_more) == [1.377]
    grid = intake.read("dane.xlsx", made)
    assert (grid.sheet, grid.header_row, grid.headings[-1]) == ("Dane", 3, HEADING)
    assert grid.cells.loc[5].iloc[-1] == "do poprawy"
