"""A template that was filled in is read back without a question."""

import csv
import io

import pytest
import xlsxwriter

from azory_monitor import intake
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.quality import Due, Unscheduled
from azory_monitor.model.tables import TABLES
from azory_monitor.templates import empty_csv, template_csv, template_xlsx
from azory_monitor.templates.files import unique_name
from azory_monitor.words.speaker import languages, speaker
from tests.intake.estate import PROGRAMME, checked, told, values

LAST = Measurement(indicator="seniors", area="azory", period="2015", value=27.94)
ROWS = [
    Due(indicator="seniors", area="azory", period="2025", owner="", due_on="2025-12-31", state="late", last=LAST),
    Unscheduled(indicator="meetings", area="widok", period="2025", owner="", frequency=""),
]
FIGURES = [12.5, 1.377]


def filled_csv(language, content):
    """What a spreadsheet of that country saves after the values were typed in."""
    written = speaker(language).number
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    separator = ";" if "," in written(0.5) else ","
    head, *lines = csv.reader(text, delimiter=separator)
    for line, figure in zip(lines, FIGURES, strict=True):
        line[3] = written(figure, 4)
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows([head, *lines])
    return out.getvalue().encode("utf-8-sig")


def filled_xlsx(content):
    """What a spreadsheet saves after the values were typed in."""
    sheet = intake.read("template.xlsx", content)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet(sheet.sheet)
        page.write_row(0, 0, sheet.headings)
        for at, (line, figure) in enumerate(zip(sheet.cells.to_numpy(), FIGURES, strict=True), start=1):
            page.write_row(at, 0, line)
            page.write_number(at, 3, figure)
    return out.getvalue()


@pytest.mark.parametrize("language", languages())
def test_a_filled_csv_template_is_read_without_a_question(language):
    found = checked(filled_csv(language, template_csv(speaker(language), PROGRAMME, ROWS)))
    assert (told(found), found.questions) == ([], ())
    assert found.rows[["indicator", "area", "period"]].to_numpy().tolist() == [
        ["seniors", "azory", "2025"],
        ["meetings", "widok", "2025"],
    ]
    assert values(found) == FIGURES


@pytest.mark.parametrize("language", languages())
def test_a_filled_workbook_template_is_read_without_a_question(language):
    found = checked(filled_xlsx(template_xlsx(speaker(language), PROGRAMME, ROWS)), "template.xlsx")
    assert (told(found), found.questions) == ([], ())
    assert found.rows["area"].tolist() == ["azory", "widok"]
    assert values(found) == FIGURES


@pytest.mark.parametrize("language", languages())
def test_a_template_that_is_handed_in_empty_only_lacks_its_values(language):
    found = checked(template_xlsx(speaker(language), PROGRAMME, ROWS), "template.xlsx")
    assert {one.rule for one in found.problems} == {"no_value"}
    assert found.questions == ()


def test_the_last_value_stands_beside_for_people_and_is_not_read():
    sheet = intake.read("template.csv", template_csv(speaker("pl"), PROGRAMME, ROWS))
    assert sheet.cells.iloc[0, -1] == "27,94\u00a0% (2015)"
    assert sheet.cells.iloc[1, -1] == speaker("pl").say("cell.missing")
    assert sheet.match.columns[-2:] == ("@told", "@told")


def test_the_same_template_is_the_same_file():
    assert template_xlsx(speaker("pl"), PROGRAMME, ROWS) == template_xlsx(speaker("pl"), PROGRAMME, ROWS)


def test_a_name_that_two_rows_go_by_is_written_as_an_id():
    assert unique_name(speaker("pl"), PROGRAMME.areas, "widok") == "widok"
    assert unique_name(speaker("pl"), PROGRAMME.areas, "azory") == "Osiedle Azory"


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", languages())
def test_an_empty_template_of_any_table_has_headings_that_are_known(table, language):
    sheet = intake.read(f"{table}.csv", empty_csv(speaker(language), table))
    assert sheet.match.table == table
    assert "" not in sheet.match.columns
