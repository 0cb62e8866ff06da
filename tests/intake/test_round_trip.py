"""Measurements written in either style of ours come back equal, cell by cell."""

import csv
import io

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as some

from azory_monitor.intake.checking.measured import ABSENT
from tests.intake.estate import checked

KEY = ["indicator", "area", "period"]
COLUMNS = [*KEY, "value", "numerator", "denominator", "source", "note_en", "qualifier", "status"]
PERIODS = ["2016", "2018-04", "2018-04-06", "2018-Q2", "2018-H1", "2001/2002", "undated"]
NUMBERS = {"value", "numerator", "denominator"}

texts = some.text(
    some.characters(codec="cp1250", exclude_categories=["Cc", "Zs", "Zl", "Zp"]) | some.just("\n"), max_size=12
).map(str.strip).filter(lambda text: not text.startswith(("'", "=", "#")))  # fmt: skip
numbers = some.floats(-1e9, 1e9).map(lambda number: round(number, 4) + 0.0) | some.integers(0, 10**9).map(float)
counts = some.none() | some.integers(1, 10**6).map(float)


@some.composite
def measurement(draw):
    value = draw(some.none() | numbers)
    return {
        "indicator": draw(some.sampled_from(["money", "meetings"])),
        "area": draw(some.sampled_from(["azory", "krakow"])),
        "period": draw(some.sampled_from(PERIODS)),
        "value": value,
        "numerator": draw(counts) if value is not None else None,
        "denominator": draw(counts) if value is not None else None,
        "source": draw(texts),
        "note_en": draw(texts),
        "qualifier": draw(some.sampled_from(["", "about", "less_than"])),
        "status": draw(some.sampled_from(["", "final", "provisional"] if value is not None else ABSENT)),
    }


tables = some.lists(measurement(), min_size=1, max_size=8, unique_by=lambda row: tuple(row[name] for name in KEY))


def written(rows, delimiter, mark, ending, encoding):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ending)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_text(row[name]).replace(".", mark) if name in NUMBERS else row[name] for name in COLUMNS])
    return out.getvalue().encode(encoding)


def _text(number):
    if number is None:
        return ""
    return str(int(number)) if number.is_integer() else repr(number)


def workbook(rows):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        for place, line in enumerate([COLUMNS, *([row[name] for name in COLUMNS] for row in rows)]):
            sheet.write_row(place, 0, line)
    return out.getvalue()


def read_back(content, mark=""):
    """The sound rows; ``mark`` answers the question about the decimal mark, where that is asked."""
    outcome = checked(content)
    if outcome.questions:
        outcome = checked(content, decimal=mark)
    assert (outcome.problems, outcome.questions) == ((), ())
    cells = outcome.rows[COLUMNS].astype(object)
    return cells.where(cells.notna(), None).to_dict("records")


@given(tables)
def test_the_plain_variant_comes_back_equal(rows):
    assert read_back(written(rows, ",", ".", "\n", "utf-8"), ".") == rows


@given(tables)
def test_the_polish_excel_variant_comes_back_equal(rows):
    assert read_back(written(rows, ";", ",", "\r\n", "utf-8-sig"), ",") == rows


@given(tables)
def test_windows_1250_comes_back_equal_when_it_is_named(rows):
    content = written(rows, "\t", ",", "\r\n", "cp1250")
    assert checked(content, encoding="cp1250", decimal=",").rows["note_en"].tolist() == [row["note_en"] for row in rows]


@settings(max_examples=10)
@given(tables)
def test_the_same_rows_as_a_workbook_come_back_equal(rows):
    assert read_back(workbook(rows)) == rows
