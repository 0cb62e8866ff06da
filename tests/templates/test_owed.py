"""What is due follows from how often an indicator is measured and from its last value."""

import datetime

import pytest

from azory_monitor import period
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.partners import Institution
from azory_monitor.model.programme import Area, Indicator, Profile, Target
from azory_monitor.model.state import Programme
from azory_monitor.templates import NOBODY, Owed, due, owed, owners
from tests.intake.estate import by_id

TODAY = datetime.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("frequency", "last", "expected"),
    [
        ("yearly", "undated", "2025"),
        ("yearly", "2019", "2020"),
        ("yearly", "2025", ""),
        ("yearly", "2019-06", "2019"),
        ("quarterly", "2018-Q4", "2019-Q1"),
        ("quarterly", "undated", "2026-Q3"),
        ("quarterly", "2026-Q3", ""),
        ("monthly", "2018-12", "2019-01"),
        ("monthly", "undated", "2026-10"),
        ("once", "undated", "2025"),
        ("once", "2016", ""),
        ("irregular", "2016", "2025"),
        ("", "2016", "2025"),
        ("", "2025", ""),
        ("", "2026", ""),
    ],
)
def test_a_value_is_due_for_the_period_after_the_last_once_that_is_over(frequency, last, expected):
    found = due(frequency, period.parse(last), TODAY)
    assert (found.text if found else "") == expected


def indicator(id, owner="", frequency="", same_as=""):
    return Indicator(id=id, name={"en": id.title()}, kind="output", measure="count", direction="higher",
                     owner=owner, frequency=frequency, same_as=same_as)  # fmt: skip


PROGRAMME = Programme(
    profile=Profile(id="plan", name={"en": "Plan"}, areas="hill", language="en"),
    areas=by_id(
        Area(id="hill", name={"en": "The Hill"}, kind="estate"), Area(id="town", name={"en": "Town"}, kind="city")
    ),
    institutions=by_id(
        Institution(id="school", name={"en": "School"}, kind="education"),
        Institution(id="club", name={"en": "Club"}, kind="ngo"),
    ),
    indicators=by_id(
        indicator("pupils", "school", "yearly"),
        indicator("guests", "club"),
        indicator("visits", "club", same_as="guests"),
        indicator("trees"),
    ),
    targets={"guests town": Target(indicator="guests", area="town", state="not_set")},
)
MEASURED = [
    Measurement(indicator="pupils", area="hill", period="2019", value=300),
    Measurement(indicator="pupils", area="hill", period="2018", value=290),
    Measurement(indicator="pupils", area="town", period="undated", value=9000),
]


def test_each_institution_that_supplies_values_is_listed_and_nobody_last():
    assert owners(PROGRAMME) == ["school", "club", NOBODY]


def test_an_indicator_is_owed_wherever_it_has_a_value():
    assert owed(PROGRAMME, MEASURED, "school", TODAY) == [
        Owed("pupils", "hill", "2020", MEASURED[0]),
        Owed("pupils", "town", "2025", MEASURED[2]),
    ]


def test_an_indicator_is_owed_where_it_has_a_target_and_a_shared_series_only_once():
    assert owed(PROGRAMME, MEASURED, "club", TODAY) == [Owed("guests", "town", "2025")]


def test_an_indicator_without_value_or_target_is_owed_in_the_programmes_own_area():
    assert owed(PROGRAMME, MEASURED, NOBODY, TODAY) == [Owed("trees", "hill", "2025")]
