"""Files as they are in the field: whatever becomes of one, no wrong figure is ever taken from it."""

import pytest

from tests.intake.field import lacking, outcome_of, read_case, steps, wrong_cells
from tests.intake.field_cases import Case, cases

CORPUS = cases()
TEXTS = [case for case in CORPUS if not case.made and case.is_utf8]
drawn = pytest.mark.parametrize("case", CORPUS, ids=[case.name for case in CORPUS])


@drawn
def test_no_wrong_cell_is_taken_from_a_file_however_many_questions_were_answered(case: Case):
    for answers in steps(case):
        outcome = read_case(case, answers)
        assert wrong_cells(case, answers, outcome) == [], answers
        assert not lacking(case, outcome) or outcome.told, answers


@pytest.mark.parametrize("case", [case for case in CORPUS if case.works], ids=lambda case: case.name)
def test_a_file_that_can_be_read_gives_all_its_rows(case: Case):
    outcome = read_case(case, case.answers)
    if case.refused:
        assert case.refused in outcome.kinds
        assert outcome.accepted == []
    elif case.rows:
        assert (outcome.asked, [] if case.some else lacking(case, outcome)) == ((), [])
        assert case.layout in ("", outcome.checked.reading.layout)


def test_a_file_in_utf_16_with_other_line_ends_and_empty_lines_around_it_gives_the_same_rows():
    differing = []
    for case in TEXTS:
        lines = ["", "", *case.content.decode("utf-8-sig").splitlines(), "", ""]
        answers = {key: text for key, text in case.answers.items() if not key.startswith("cell:")}
        one, other = (
            outcome_of(case.name, content, answers) for content in (case.content, "\r\n".join(lines).encode("utf-16"))
        )
        if (one.kinds, one.asked, one.found) != (other.kinds, other.asked, other.found):
            differing.append(case.name)
    assert differing == []
