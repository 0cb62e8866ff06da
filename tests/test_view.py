"""What a view answers of standing: filters, flags, waves, and what is read beside what."""

import json

import pandas as pd
import pytest

from azory_monitor.errors import Refused
from azory_monitor.model.measurement import Measurement
from azory_monitor.view import View
from tests.compare.drawn import measured, programme
from tests.compare.yardsticks import given
from tests.words.drawn import TODAY

PLACES = """
id   | kind   | parent
hill | estate | town
lake | estate | town
town | city   |
"""
INDICATORS = """
id    | beside | question_en
poor  |        |
theft | safe   |
safe  |        | Is it safe?
alone |        |
"""
FIGURES = """
indicator | area | period | value | x   | n
poor      | hill | 2018   |       | 60  | 1000
poor      | hill | 2016   |       | 30  | 1000
poor      | town | 2018   |       | 400 | 9000
poor      | lake | 2018   |       | 50  | 1000
safe      | hill | 2018   | 62    |     | 500
"""


@pytest.fixture(scope="module")
def view():
    plan = given(programme(INDICATORS, PLACES), "id | indicator | value\nnorm | poor | 3")
    tables = {"programme": {"plan": plan.profile}}
    tables |= {name: getattr(plan, name) for name in ("areas", "indicators", "standards")}
    records = pd.DataFrame(
        [(kind, key, row.model_dump_json()) for kind, rows in tables.items() for key, row in rows.items()],
        columns=["kind", "key", "cells"],
    )
    rows = [row.model_dump() | {"note": json.dumps(row.note)} for row in measured(FIGURES)]
    return View(None, TODAY, records, pd.DataFrame(rows, columns=list(Measurement.model_fields)))


def test_comparisons_can_be_asked_for_by_kind(view):
    told = [f"{one.against} {one.benchmark}" for one in view.comparisons(indicator="poor")]
    assert told == ["area town", "earlier hill", "standard norm"]
    for kind in ("area", "earlier", "standard"):
        assert [one.against for one in view.comparisons(indicator="poor", against=kind)] == [kind]


def test_a_period_can_be_asked_for_of_any_area(view):
    assert [one.reason for one in view.comparisons(period="2016", against="area")] == ["other_period"]
    (one,) = view.comparisons(period="2016", against="area", other_period=True)
    assert (one.value, one.period, one.benchmark_period) == (3.0, "2016", "2018")
    assert [one.area for one in view.comparisons(area="lake", period="2018")] == ["lake", "lake"]
    with pytest.raises(Refused):
        view.comparisons(period="whenever")


def test_only_areas_are_widest(view):
    assert [one.against for one in view.compared_widely] == ["area"]


def test_flags_are_expected_of_what_is_asked(view):
    assert view.flags(indicator="poor").tested == 3
    assert view.flags(against="area").expected == pytest.approx(0.05)


def test_waves_of_surveys_are_told(view):
    assert [(one.indicator, one.asked, one.worked_out) for one in view.waves()] == [("safe", 500, True)]
    assert view.waves("poor") == view.waves(area="lake") == []


def test_what_is_felt_and_what_is_recorded_are_beside_each_other_both_ways(view):
    assert (view.beside("theft"), view.beside("safe"), view.beside("alone")) == ("safe", "theft", "")
