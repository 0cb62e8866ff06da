"""An Excel workbook is read in a process of its own, and what its reader would drop is seen."""

import datetime
import io
import zipfile

import pytest
import xlsxwriter

from azory_monitor import intake
from azory_monitor.errors import UnreadableFile
from tests.intake.estate import checked, told, values

HEADINGS = ["indicator", "area", "period", "value", "note"]


def workbook(*rows, sheets=None, formats=None):
    """A workbook of sheets by name, each a list of rows; ``formats`` gives the number format of single cells."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, lines in (sheets or {"Dane": [HEADINGS, *rows]}).items():
            sheet = book.add_worksheet(name)
            for row, line in enumerate(lines):
                for column, cell in enumerate(line):
                    style = book.add_format({"num_format": (formats or {}).get((row, column), "General")})
                    if isinstance(cell, datetime.date):
                        sheet.write_datetime(row, column, cell, book.add_format({"num_format": "yyyy-mm-dd"}))
                    else:
                        sheet.write(row, column, cell, style)
    return out.getvalue()


def repacked(content, **parts):
    """The same workbook with some of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name.rpartition("/")[2].removesuffix(".xml") not in parts:
                new.writestr(name, old.read(name))
        for name, text in parts.items():
            new.writestr(f"xl/worksheets/{name}.xml", text)
    return out.getvalue()


def part(content, name="sheet1"):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(f"xl/worksheets/{name}.xml").decode()


def refusal(content):
    with pytest.raises(UnreadableFile) as refused:
        intake.read("file.xlsx", content)
    return refused.value.key


def test_a_workbook_is_read_like_the_same_table_in_a_text_file():
    content = workbook(
        ["meetings", "azory", 2016, 27.94, "001"],
        ["meetings", "azory", datetime.date(2018, 4, 6), 5, ""],
        ["meetings", "krakow", "II kw. 2018", "1 234,5", ""],
    )
    outcome = checked(content, name="file.xlsx")
    assert (outcome.problems, outcome.questions) == ((), ())
    assert values(outcome) == [27.94, 5, 1234.5]
    assert list(outcome.rows["period"]) == ["2016", "2018-04-06", "2018-Q2"]
    assert list(outcome.rows["note"]) == ["001", "", ""]
    assert (outcome.reading.container, outcome.reading.sheet, outcome.reading.header_row) == ("xlsx", "Dane", 1)


def test_a_number_of_the_workbook_is_never_taken_for_thousands():
    outcome = checked(workbook(["meetings", "azory", 2016, 1.377, ""], ["meetings", "azory", 2017, "27,94", ""]))
    assert (values(outcome), outcome.questions, outcome.problems) == ([1.377, 27.94], (), ())


def test_a_number_typed_as_text_is_asked_about_where_it_can_be_read_in_two_ways():
    outcome = checked(workbook(["meetings", "azory", 2016, "1.377", ""], ["meetings", "azory", 2017, 0.5, ""]))
    assert ([asked.about for asked in outcome.questions], values(outcome)) == (["1.377"], [0.5])


def test_very_small_and_very_large_numbers_are_read_exactly():
    numbers = [1e-07, 123456789012345.0, 68.08609377647656, 0.1 + 0.2]
    rows = [["meetings", "azory", 2000 + place, number, ""] for place, number in enumerate(numbers)]
    content = workbook(*rows)
    exact = repacked(content, sheet1=part(content).replace("<v>0.3</v>", "<v>0.30000000000000004</v>"))
    assert values(checked(exact)) == numbers


def test_cells_that_show_percent_are_told():
    outcome = checked(workbook(["meetings", "azory", 2016, 0.2794, ""], formats={(1, 3): "0.00%"}))
    assert told(outcome) == [(2, "value", "27.94%", "percent_sign")]


def test_failed_formulas_and_formulas_without_a_result_are_told():
    content = workbook(["meetings", "azory", 2016, "FAILED", ""], ["meetings", "azory", 2017, "UNCACHED", ""])
    sheet = part(content)
    first, second = (cell for cell in sheet.split("<c ") if cell.startswith(('r="D2"', 'r="D3"')))
    sheet = sheet.replace(first, 'r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>' + first.partition("</c>")[2])
    sheet = sheet.replace(second, 'r="D3"><f>B2*2</f></c>' + second.partition("</c>")[2])
    assert told(checked(repacked(content, sheet1=sheet))) == [
        (2, "value", "#DIV/0!", "formula_error"),
        (3, "value", "=B2*2", "formula_error"),
    ]


def test_data_may_stand_below_a_preamble_on_another_sheet_beside_notes():
    content = workbook(sheets={
        "Opis": [["Dane o osiedlu"], ["2016"]],
        "Dane": [["Raport"], [], HEADINGS, ["meetings", "azory", 2016, 5, "", "", "a remark beside"]],
    })  # fmt: skip
    outcome = checked(content)
    assert (outcome.reading.sheet, outcome.reading.header_row, values(outcome)) == ("Dane", 3, [5])
    assert told(outcome) == [(4, "", "a remark beside", "no_heading")]


def test_several_sheets_of_data_are_asked_about():
    lines = [HEADINGS, ["meetings", "azory", 2016, 5, ""]]
    content = workbook(sheets={"2016": lines, "2017": [*lines, ["meetings", "azory", 2017, 6, ""]]})
    assert [(asked.key, asked.choices) for asked in checked(content).questions] == [("sheet", ("2016", "2017"))]
    answered = checked(content, sheet="2017")
    assert (answered.questions, values(answered)) == ((), [5, 6])


def test_a_single_cell_far_away_does_not_make_a_giant_of_the_sheet():
    content = workbook(["meetings", "azory", 2016, 5, ""])
    far = part(content).replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    assert refusal(repacked(content, sheet1=far)) == "error.workbook_too_big"


def test_a_far_cell_in_disguise_makes_no_giant_either():
    content = workbook(["meetings", "azory", 2016, 5, ""])
    far = '<row r="1048576"><c r="&#88;FD1048576"><v>1</v></c></row></sheetData>'
    assert refusal(repacked(content, sheet1=part(content).replace("</sheetData>", far))) == "error.workbook_unreadable"


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ({"sheet1": "<a>" + "0" * 50_000_000 + "</a>"}, "error.archive_ratio"),
        ({f"sheet{number}": "<a/>" for number in range(1, 600)}, "error.archive_parts"),
        ({"sheet1": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "error.workbook_entities"),
        ({"sheet1": "no sheet at all"}, "error.workbook_unreadable"),
    ],
    ids=["ratio", "parts", "entities", "no-sheet"],
)
def test_a_hostile_workbook_is_refused(parts, key):
    assert refusal(repacked(workbook(["meetings", "azory", 2016, 5, ""]), **parts)) == key


def test_a_workbook_with_macros_is_refused():
    content = io.BytesIO(workbook(["meetings", "azory", 2016, 5, ""]))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    assert refusal(content.getvalue()) == "error.macros"


def test_a_cut_workbook_is_refused():
    assert refusal(workbook(["meetings", "azory", 2016, 5, ""])[:-200]) == "error.archive_damaged"
