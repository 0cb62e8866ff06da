"""Everything that a trace may say has words, and a cell is named as a spreadsheet names it."""

from typing import get_args

import pytest

from azory_monitor.intake.tracing.cells import BESIDE
from azory_monitor.model.trace import Cell, EditionState, StepRule, Where
from azory_monitor.words.speaker import languages, speaker
from azory_monitor.words.tables.trace import cell_place, letters


@pytest.mark.parametrize("language", languages())
def test_every_step_state_place_and_role_has_words(language):
    say = speaker(language).say
    values = {"factor": "1000", "unit": "tys.", "batch": "3"}
    for rule in get_args(StepRule):
        assert say(f"trace.step.{rule}", **values)
    for state in get_args(EditionState):
        assert say(f"trace.edition.{state}", **values)
    for where in get_args(Where):
        assert where == "cell" or say(f"trace.where.{where}")
    for role in BESIDE:
        assert say(f"trace.role.{role.removeprefix('@')}")


@pytest.mark.parametrize(
    ("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA"), (16384, "XFD")]
)
def test_a_column_has_the_letters_of_a_spreadsheet(number, name):
    assert letters(number) == name
    assert cell_place(speaker("pl"), Cell(column="value", row=6, number=number)) == f"{name}6"
