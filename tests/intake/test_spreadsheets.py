"""XLS, ODS, XML spreadsheets, tables of web pages and archives hold the same table, and nothing in it changes."""

import datetime
import io
import struct
import zipfile
from xml.sax.saxutils import escape

import pytest
import xlsxwriter
import xlwt

from azory_monitor import intake
from azory_monitor.errors import UnreadableFile
from tests.intake.estate import checked, told, values

HEADINGS = ["indicator", "area", "period", "value", "note"]
DAY, MONTH, YEAR, PERCENT = "yyyy-mm-dd", "mmm yy", "yyyy", "0.00%"
TABLE = [
    ["meetings", "azory", 2016, 27.94, "001"],
    ["meetings", "azory", (datetime.date(2018, 4, 6), DAY), 1e-07, ""],
    ["meetings", "azory", (datetime.date(2018, 4, 1), MONTH), 123456789012345.0, "Łódź & <b>"],
    ["meetings", "krakow", (datetime.date(2019, 1, 1), YEAR), 68.08609377647656, "27,94"],
]


def xlsx(rows, merged=(), hidden_row=None, hidden_column=None, **options):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, options) as book:
        page = book.add_worksheet("Dane")
        for row, line in enumerate(rows):
            for column, cell in enumerate(line):
                if isinstance(cell, tuple) and isinstance(cell[0], datetime.date):
                    page.write_datetime(row, column, cell[0], book.add_format({"num_format": cell[1]}))
                elif isinstance(cell, tuple):
                    page.write(row, column, cell[0], book.add_format({"num_format": cell[1]}))
                elif cell != "":
                    page.write(row, column, cell)
        for top, left, bottom, right in merged:
            page.merge_range(top, left, bottom, right, rows[top][left])
        if hidden_row is not None:
            page.set_row(hidden_row, None, None, {"hidden": True})
        if hidden_column is not None:
            page.set_column(hidden_column, hidden_column, None, None, {"hidden": True})
        book.add_worksheet("Pusta").hide()
    return out.getvalue()


def xls(rows, merged=(), hidden_row=None, hidden_column=None, dates_1904=False):
    book = xlwt.Workbook()
    book.dates_1904 = dates_1904
    page = book.add_sheet("Dane")
    spans = {(top, left): (top, bottom, left, right) for top, left, bottom, right in merged}
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            value, style = cell if isinstance(cell, tuple) else (cell, "General")
            style = xlwt.easyxf(num_format_str=style)
            if (row, column) in spans:
                page.write_merge(*spans[row, column], value, style)
            elif value != "":
                page.write(row, column, value, style)
    if hidden_row is not None:
        page.row(hidden_row).hidden = True
    if hidden_column is not None:
        page.col(hidden_column).hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(rows, merged=(), hidden_row=None, hidden_column=None):
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merged}
    lines = []
    for row, line in enumerate(rows):
        cells = "".join(ods_cell(cell, spans.get((row, column))) for column, cell in enumerate(line))
        hidden = ' table:visibility="collapse"' if row == hidden_row else ""
        lines.append(f"<table:table-row{hidden}>{cells}</table:table-row>")
    folded = [' table:visibility="collapse"' if column == hidden_column else "" for column in range(len(rows[0]))]
    columns = "".join(f"<table:table-column{mark}/>" for mark in folded)
    return ods_file(columns + "".join(lines) + '<table:table-row table:number-rows-repeated="1048000"/>')


ROW_END = "</table:table-row>"


def ods_rows(*rows):
    return "".join("<table:table-row>" + "".join(map(ods_cell, row)) + ROW_END for row in rows)


def ods_cell(cell, span=None):
    value, style = cell if isinstance(cell, tuple) else (cell, "")
    attributes = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    if isinstance(value, datetime.date):
        name = {MONTH: "month", YEAR: "year"}.get(style, "day")
        attributes += f' office:value-type="date" office:date-value="{value.isoformat()}" table:style-name="{name}"'
    elif isinstance(value, int | float):
        kind = "percentage" if style == PERCENT else "float"
        attributes += f' office:value-type="{kind}" office:value="{value!r}"'
    elif value:
        attributes += ' office:value-type="string"'
    return f"<table:table-cell{attributes}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def ods_file(table, extra=""):
    kinds = ("office", "table", "text", "style")
    spaces = " ".join(f'xmlns:{kind}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"' for kind in kinds)
    spaces += ' xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"'
    spaces += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    parts = {"day": "<number:day/><number:month/><number:year/>", "month": "<number:month/><number:year/>"}
    parts["year"] = "<number:year/>"
    styles = "".join(
        f'<number:date-style style:name="N{name}">{inner}</number:date-style>'
        f'<style:style style:name="{name}" style:family="table-cell" style:data-style-name="N{name}"/>'
        for name, inner in parts.items()
    )
    styles += '<style:style style:name="off"><style:table-properties table:display="false"/></style:style>'
    xml = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f'<office:spreadsheet><table:table table:name="Dane">{table}</table:table>{extra}</office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": xml})


def xml(rows, merged=(), hidden_row=None, hidden_column=None):
    spans = {(top, left): (bottom - top, right - left) for top, left, bottom, right in merged}
    styles = {DAY: "yyyy\\-mm\\-dd", MONTH: "mmm\\ yy", YEAR: "yyyy", PERCENT: "Percent"}
    head = "".join(
        f'<Style ss:ID="{place}"><NumberFormat ss:Format="{code}"/></Style>' for place, code in styles.items()
    )
    lines = []
    for row, line in enumerate(rows):
        cells = []
        for column, cell in enumerate(line):
            value, style = cell if isinstance(cell, tuple) else (cell, "")
            if value == "":
                continue
            span = spans.get((row, column))
            attributes = f' ss:MergeDown="{span[0]}" ss:MergeAcross="{span[1]}"' if span else ""
            attributes += f' ss:Index="{column + 1}"' + (f' ss:StyleID="{style}"' if style else "")
            kind = (
                "DateTime" if isinstance(value, datetime.date) else "Number" if not isinstance(value, str) else "String"
            )
            text = f"{value}T00:00:00.000" if kind == "DateTime" else escape(str(value))
            cells.append(f'<Cell{attributes}><Data ss:Type="{kind}">{text}</Data></Cell>')
        hidden = ' ss:Hidden="1"' if row == hidden_row else ""
        lines.append(f'<Row ss:Index="{row + 1}"{hidden}>{"".join(cells)}</Row>')
    columns = f'<Column ss:Index="{hidden_column + 1}" ss:Hidden="1"/>' if hidden_column is not None else ""
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        f' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>{head}</Styles>'
        f'<Worksheet ss:Name="Dane"><Table>{columns}{"".join(lines)}</Table></Worksheet></Workbook>'
    ).encode()


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


WRITERS = pytest.mark.parametrize("write", [xlsx, xls, ods, xml], ids=["xlsx", "xls", "ods", "xml"])


@WRITERS
def test_every_kind_of_spreadsheet_holds_the_same_table(write):
    outcome = checked(write([HEADINGS, *TABLE]), name="file.xls")
    assert (outcome.problems, outcome.questions) == ((), ())
    assert values(outcome) == [27.94, 1e-07, 123456789012345.0, 68.08609377647656]
    assert list(outcome.rows["period"]) == ["2016", "2018-04-06", "2018-04", "2019"]
    assert list(outcome.rows["note"]) == ["001", "", "Łódź & <b>", "27,94"]
    assert (outcome.reading.container, outcome.reading.sheet) == (write.__name__, "Dane")


@WRITERS
def test_a_number_shown_as_percent_is_never_stored_as_its_share(write):
    outcome = checked(write([HEADINGS, ["meetings", "azory", 2016, (0.2794, PERCENT), ""]]))
    assert told(outcome) == [(2, "value", "27.94%", "percent_sign")]


@WRITERS
def test_a_name_merged_over_rows_counts_for_each_of_them_and_is_told(write):
    rows = [["meetings", "azory", 2016, 1, "x"], ["", "", 2017, 2, "y"], ["meetings", "krakow", 2016, 3, "z"]]
    outcome = checked(write([HEADINGS, *rows], merged=[(1, 0, 2, 0), (1, 1, 2, 1)]))
    assert (list(outcome.rows["area"]), values(outcome), outcome.problems) == (
        ["azory", "azory", "krakow"],
        [1, 2, 3],
        (),
    )
    assert [(one.row, one.column, one.raw, one.value, one.why) for one in outcome.normalised] == [
        (2, "indicator", "A2:A3", "meetings", "merged"),
        (2, "area", "B2:B3", "azory", "merged"),
    ]


@WRITERS
def test_a_number_merged_over_rows_is_a_problem_and_stored_for_none(write):
    rows = [["meetings", "azory", 2016, 5, "x"], ["meetings", "azory", 2017, "", "y"]]
    outcome = checked(write([HEADINGS, *rows], merged=[(1, 3, 2, 3)]))
    assert values(outcome) == []
    assert (2, "value", "5", "merged_value") in told(outcome)


@WRITERS
def test_a_title_merged_over_the_table_stands_once(write):
    title = ["Tabela 2016", "", "", "", ""]
    outcome = checked(write([title, HEADINGS, ["meetings", "azory", 2016, 5, ""]], merged=[(0, 0, 0, 4)]))
    assert (outcome.reading.header_row, values(outcome), outcome.problems) == (2, [5], ())


@WRITERS
def test_hidden_rows_and_columns_are_read_and_told(write):
    outcome = checked(write([HEADINGS, *TABLE], hidden_row=2, hidden_column=4))
    assert len(values(outcome)) == 4
    assert [(one.row, one.column, one.rule, one.warning) for one in outcome.problems] == [
        (1, "note", "hidden_column", True),
        (3, "", "hidden_rows", True),
    ]


@pytest.mark.parametrize(
    "content", [xls([HEADINGS, *TABLE], dates_1904=True), xlsx([HEADINGS, *TABLE], date_1904=True)]
)
def test_days_counted_from_1904_are_the_same_days(content):
    assert list(checked(content).rows["period"]) == ["2016", "2018-04-06", "2018-04", "2019"]


def test_a_hidden_sheet_of_data_is_not_read_but_said():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, value in (("Dane", 5), ("Stare", 6)):
            page = book.add_worksheet(name)
            page.write_row(0, 0, HEADINGS)
            page.write_row(1, 0, ["meetings", "azory", 2016, value])
        book.get_worksheet_by_name("Stare").very_hidden()
    outcome = checked(out.getvalue())
    assert (values(outcome), outcome.questions) == ([5], ())
    assert [(one.rule, one.values, one.warning) for one in outcome.problems] == [
        ("hidden_sheets", {"sheets": ["Stare"]}, True)
    ]


def xls_formula(text):
    return xls([HEADINGS, ["meetings", "azory", 2016, xlwt.Formula(text), ""], ["meetings", "azory", 2017, 5, ""]])


def test_a_formula_of_an_old_workbook_that_nobody_calculated_is_told():
    assert told(checked(xls_formula("B2*2"))) == [(2, "value", "=", "formula_error")]


def test_a_zero_that_waits_for_its_calculation_is_told():
    content = xls_formula("B2*2").replace(struct.pack("<Q", 0xFFFF000000000003) + b"\0\0", b"\0" * 8 + b"\3\0")
    assert told(checked(content)) == [(2, "value", "=", "formula_error")]


def test_a_zero_of_a_workbook_that_is_calculated_on_opening_is_told():
    content = xlsx([HEADINGS, ["meetings", "azory", 2016, "=A9+1", ""]])
    assert told(checked(content)) == [(2, "value", "=A9+1", "formula_error")]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('calcext:value-type="error" office:value-type="string"><text:p>#DIV/0!</text:p>', "#DIV/0!"),
        ('calcext:value-type="error" office:value-type="string"><text:p>Err:502</text:p>', "=Err:502"),
        ('table:formula="of:=[.A1]*2">', "=[.A1]*2"),
    ],
)
def test_failed_formulas_of_an_ods_are_told(cell, value):
    table = ods_rows(HEADINGS, ["meetings", "azory", 2016])
    table = table.removesuffix(ROW_END) + f"<table:table-cell {cell}</table:table-cell>" + ROW_END
    assert told(checked(ods_file(table))) == [(2, "value", value, "formula_error")]


def test_remarks_in_an_ods_are_no_part_of_a_cell_and_its_spaces_and_lines_are():
    remark = "<office:annotation><text:p>remark</text:p></office:annotation>"
    text = f'{remark}<text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p>'
    table = ods_rows(HEADINGS, ["meetings", "azory", 2016, 5]).removesuffix(ROW_END)
    table += f'<table:table-cell office:value-type="string">{text}</table:table-cell>{ROW_END}'
    assert list(checked(ods_file(table)).rows["note"]) == ["a  b\nc"]


def test_a_hidden_table_of_an_ods_is_not_read():
    rows = ods_rows(HEADINGS, ["meetings", "azory", 2016, 6])
    content = ods_file(
        ods_rows(HEADINGS, ["meetings", "azory", 2016, 5]),
        f'<table:table table:name="Stare" table:style-name="off">{rows}</table:table>',
    )
    assert (values(checked(content)), told(checked(content))) == ([5], [(0, "", "", "hidden_sheets")])


def test_a_workbook_that_leaves_its_cells_to_be_counted_loses_no_percent():
    content = xlsx([HEADINGS, ["meetings", "azory", 2016, (0.2794, PERCENT), ""]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for place in [f' r="{letter}{row}"' for letter in "ABCDE" for row in (1, 2)] + [' r="1"', ' r="2"']:
        sheet = sheet.replace(place, "")
    assert ' r="' not in sheet
    assert told(checked(zipped(parts | {"xl/worksheets/sheet1.xml": sheet}))) == [
        (2, "value", "27.94%", "percent_sign")
    ]


HTML = """<html><head><meta charset="{charset}"></head><body><p>Raport</p><table>
<tr><th>indicator<th>area<th>period<th>value<th>note</tr>
<tr><td rowspan=2>meetings</td><td rowspan=2>Azory&nbsp;I</td><td>2016<td>1 234,5<td>źródło<br>ścisłe</tr>
<tr><td>2017</td><td>=1+1</td><td><script>alert(1)</script></td></tr>
</table>"""


@pytest.mark.parametrize("encoding", ["utf-8", "cp1250", "iso-8859-2", "utf-16"])
def test_a_web_page_called_xls_is_read_as_what_it_shows(encoding):
    content = HTML.format(charset=encoding.replace("cp", "windows-")).encode(encoding)
    outcome = checked(content, name="raport.xls")
    assert (outcome.reading.container, outcome.reading.encoding) == ("html", encoding)
    assert (values(outcome), list(outcome.rows["note"])) == ([1234.5], ["źródło ścisłe"])
    assert told(outcome) == [(3, "value", "=1+1", "formula_error")]


def test_the_one_table_of_an_archive_is_read_and_its_name_told():
    table = "indicator;area;period;value\nmeetings;azory;2016;5\n"
    archive = zipped({"dane/API_X.csv": table, "Metadata_Country_X.csv": "a;b", "__MACOSX/._API_X.csv": "x"})
    outcome = checked(archive, name="API_X.zip")
    assert (values(outcome), outcome.reading.inside, outcome.reading.container) == ([5], "API_X.csv", "csv")


def test_several_tables_in_an_archive_are_named_and_refused():
    with pytest.raises(UnreadableFile) as refused:
        intake.read("a.zip", zipped({"2016.csv": "a;b", "2017.csv": "a;b"}))
    assert (refused.value.key, refused.value.values) == ("error.archive_tables", {"files": "2016.csv, 2017.csv"})


def test_an_archive_without_a_table_is_refused():
    with pytest.raises(UnreadableFile) as refused:
        intake.read("a.zip", zipped({"readme.md": "x"}))
    assert refused.value.key == "error.archive"


def test_a_workbook_that_writes_its_tags_with_a_prefix_loses_no_percent():
    content = xlsx([HEADINGS, ["meetings", "azory", 2016, (0.2794, PERCENT), ""]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode().replace("</", "</x:").replace("xmlns=", "xmlns:x=")
    for tag in ("worksheet", "dimension", "sheetViews", "sheetView ", "sheetFormatPr", "sheetData", "row ", "c ", "v>"):
        sheet = sheet.replace(f"<{tag}", f"<x:{tag}")
    sheet = sheet.replace("<pageMargins", "<x:pageMargins")
    assert told(checked(zipped(parts | {"xl/worksheets/sheet1.xml": sheet}))) == [
        (2, "value", "27.94%", "percent_sign")
    ]
