"""A text file becomes a grid, exactly as a spreadsheet would show it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as some

from azory_monitor import intake
from azory_monitor.errors import UnreadableFile
from tests.intake.estate import drawn

HEADINGS = ["indicator", "area", "period", "value"]


def grid(content):
    sheet = intake.read("file.csv", drawn(content) if isinstance(content, str) else content)
    return {row: list(cells) for row, cells in zip(sheet.cells.index, sheet.cells.to_numpy().tolist(), strict=True)}


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_the_one_under_which_the_headings_are_known(delimiter):
    content = delimiter.join(HEADINGS) + "\n" + delimiter.join(["a", "b", "2016", "5"])
    sheet = intake.read("file.csv", content.encode())
    assert (sheet.delimiter, sheet.headings) == (delimiter, tuple(HEADINGS))


def test_a_single_column_of_decimal_commas_does_not_make_the_comma_a_delimiter():
    sheet = intake.read("file.csv", b"indicator;area;period;value\na;b;2016;27,94\nc;d;2016;1,5\n")
    assert sheet.delimiter == ";"


@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_every_line_ending_ends_a_row(ending):
    content = ending.join(["indicator;area;period;value", "a;b;2016;5", "c;d;2017;6"]).encode()
    assert grid(content) == {2: ["a", "b", "2016", "5"], 3: ["c", "d", "2017", "6"]}


def test_a_row_keeps_its_number_in_the_spreadsheet_after_cells_of_several_lines_and_blank_rows():
    content = """
        indicator;area;period;value
        "a
        b";x;2016;1

        c;y;2017;2
    """
    shown = {row: cells for row, cells in grid(content).items() if any(cells)}
    assert shown == {2: ["a\nb", "x", "2016", "1"], 4: ["c", "y", "2017", "2"]}


def test_headings_may_follow_a_preamble():
    sheet = intake.read(
        "file.csv",
        drawn("""
        Dane za rok 2016;;;
        ;;;
        indicator;area;period;value
        a;b;2016;5
    """),
    )
    assert (sheet.header_row, list(sheet.cells.index)) == (3, [4])


@pytest.mark.parametrize("above", ["indicator;value", "indicator,area,period", "indicator;area;period;what;x"])
def test_a_row_that_knows_more_headings_is_the_header_although_it_stands_lower(above):
    content = f"{above}\n\nindicator;area;period;value\na;b;2016;5\n"
    sheet = intake.read("file.csv", content.encode())
    assert (sheet.header_row, sheet.delimiter, sheet.headings) == (3, ";", tuple(HEADINGS))


def test_rows_of_another_length_are_told_and_left_out():
    sheet = intake.read(
        "file.csv",
        drawn("""
        indicator;area;period;value
        a;b;2016
        c;d;2016;5
        e;f;2016;5;6
    """),
    )
    assert list(sheet.cells.index) == [3]
    assert [(fault.row, fault.rule, fault.value) for fault in sheet.faults] == [
        (2, "uneven_row", "a;b;2016"),
        (4, "uneven_row", "e;f;2016;5;6"),
    ]


def test_quotation_marks_inside_a_cell_are_text():
    assert grid('indicator;area;period;value\n5" rury;"tak ""to""";2016;1\n')[2][:2] == ['5" rury', 'tak "to"']


@pytest.mark.parametrize("cell", ['"open', '"closed" and more'])
def test_a_quotation_mark_that_is_not_closed_is_refused_with_its_row(cell):
    with pytest.raises(UnreadableFile) as refused:
        grid(f"indicator;area;period;value\na;b;2016;1\n{cell};b;2016;1\nc;d;2016;2\n")
    assert (refused.value.key, refused.value.values) == ("error.open_quote", {"row": 3})


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"indicator;area;period;value\n" + b"a" * 40_000 + b";b;2016;5\n", "error.cell_too_long"),
        (b"indicator;area;period;value\n" + b"a;" * 10_000_000, "error.line_too_long"),
        (b";" * 50_000_000, "error.too_many_columns"),
        (b"indicator;area;period;value\n" + b"\n" * 60_000_000, "error.too_many_rows"),
        (b"indicator;area;period;value\n" + b"a\n" * 20_000, "error.uneven_rows"),
        (b"name;value of it\n1;2\n", "error.not_measurements"),
    ],
    ids=["cell", "line", "columns", "blank", "rows", "headings"],
)
def test_what_would_choke_a_reader_is_refused(content, key):
    with pytest.raises(UnreadableFile) as refused:
        intake.read("file.csv", content)
    assert refused.value.key == key


def test_a_refusal_for_unknown_headings_says_what_was_found_and_what_is_expected():
    with pytest.raises(UnreadableFile) as refused:
        intake.read("file.csv", b"miesto;rek;ile\nA;16;5\n")
    assert refused.value.values["headings"] == "miesto, rek, ile"
    assert refused.value.values["expected"].startswith("indicator, area, period, value")


def test_answers_overrule_what_was_found():
    content = "indicator;area;period;value\nindicator;area;period;value\nź;b;2016;5\n".encode("cp1250")
    answers = {"encoding": "iso-8859-2", "delimiter": ";", "header_row": "2"}
    sheet = intake.read("file.csv", content, "measurements", answers)
    assert (sheet.encoding, sheet.header_row, sheet.cells.index[0]) == ("iso-8859-2", 2, 3)


letters = some.characters(codec="utf-8", exclude_characters="\0\x1a\ufeff", exclude_categories=["Cs"])
cells = some.text(letters, max_size=8)


@given(
    rows=some.lists(some.tuples(cells, cells, cells, cells), max_size=6),
    delimiter=some.sampled_from([";", ",", "\t", "|"]),
    style=some.sampled_from([("\r\n", csv.QUOTE_MINIMAL), ("\r\n", csv.QUOTE_ALL), ("\n", csv.QUOTE_ALL)]),
)
def test_whatever_a_csv_writer_writes_is_read_back(rows, delimiter, style):
    ending, quoting = style
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ending, quoting=quoting)
    writer.writerows([HEADINGS, *rows])
    assert list(grid(out.getvalue().encode("utf-8")).values()) == [list(row) for row in rows]
