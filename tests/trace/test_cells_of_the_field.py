"""Whatever the layout, the text that is told of a cell is the text that stands there."""

import pytest

from azory_monitor import intake
from azory_monitor.model.measurement import Measurement
from tests.intake.field import TODAY, read_and_check
from tests.intake.field_cases import Case, cases
from tests.intake.field_programme import KNOWN
from tests.trace.independent import is_said_by, sheet_in, text_in

FOUND = [case for case in cases() if case.works and case.rows and not case.refused]
SEVERAL = 6
"""So many rows of a file are followed, spread over all of it."""


def stored(row) -> Measurement:
    """A sound row as it is kept."""
    told = {name: row[name] for name in Measurement.model_fields if name in row and row[name] == row[name]}
    return Measurement(**told)


def wrong(case: Case, reading, cell) -> bool:
    """Whether an independent reader finds another text in a cell."""
    if cell.number == 0:
        return False
    if reading.container != "csv":
        found = sheet_in(case.content, reading.sheet).cell(cell.row, cell.number)
        return cell.where == "cell" and not is_said_by(cell.raw, found)
    text = text_in(case.content, reading.encoding, reading.delimiter, cell.row, cell.number)
    # A heading of several rows is told whole, so what stands in its last row is a part of it.
    return text.strip() not in cell.raw if cell.where == "heading" else text != cell.raw


@pytest.mark.parametrize("case", FOUND, ids=[case.name for case in FOUND])
def test_the_text_that_is_told_stands_in_that_cell(case: Case):
    checked = read_and_check(case.name, case.content, case.answers)
    kept = intake.Kept(case.name, case.content, "measurements", checked.reading, case.answers, TODAY)
    step = max(1, len(checked.rows) // SEVERAL)
    again = intake.read_again(kept, KNOWN, 0)
    for row in checked.rows.iloc[::step].to_dict("records"):
        found = intake.row_again(again, row["row"], stored(row)) if again else None
        assert found is not None, row
        cells, _ = found
        assert [cell for cell in cells if wrong(case, checked.reading, cell)] == []
        told = any(cell.column in ("value", "numerator") and cell.where == "cell" for cell in cells)
        assert told or row["status"] in ("missing", "hidden")
