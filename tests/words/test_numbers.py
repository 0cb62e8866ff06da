"""Numbers as each language writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from azory_monitor.words.numbers import places
from tests.words.drawn import EN, PL, spaced


@pytest.mark.parametrize(
    ("x", "decimals", "polish", "english"),
    [
        (27.94, 2, "27,94", "27.94"),
        (1234567.5, None, "1 234 567,5", "1,234,567.5"),
        (14000.0, None, "14 000", "14,000"),
        (1377, 0, "1 377", "1,377"),
        (0, 2, "0,00", "0.00"),
        (0.1 + 0.2, None, "0,3", "0.3"),
        (27.5444, None, "27,5444", "27.5444"),
        (-3.1, 1, "−3,1", "−3.1"),
        (7, 2, "7,00", "7.00"),
        (1e20, 0, "100 000 000 000 000 000 000", "100,000,000,000,000,000,000"),
    ],
)
def test_a_number_is_written_as_the_language_does(x, decimals, polish, english):
    assert spaced(PL.number(x, decimals)) == polish
    assert EN.number(x, decimals) == english


@pytest.mark.parametrize(("x", "written"), [(27.945, "27.95"), (0.125, "0.13"), (2.675, "2.68"), (-0.125, "−0.13")])
def test_halves_are_rounded_away_from_zero_as_they_are_printed(x, written):
    assert EN.number(x, 2) == written


@pytest.mark.parametrize(("x", "written"), [(0.004, "0.004"), (-0.0004, "−0.0004"), (0.0, "0.00"), (-0.0, "0.00")])
def test_only_zero_is_written_as_zero(x, written):
    assert EN.number(x, 2) == written


def test_no_line_breaks_inside_a_number_or_before_its_percent_sign():
    assert " " not in PL.number(1234567.5) + PL.percent(95)


def test_percent_has_a_space_in_every_language():
    assert [spaced(one.percent(27.94, 2)) for one in (PL, EN)] == ["27,94 %", "27.94 %"]


@given(some.decimals(min_value=-(10**7), max_value=10**7, places=4, allow_nan=False))
def test_a_number_without_stated_decimals_reads_back_as_itself(x):
    written = EN.number(float(x)).replace(",", "").replace("−", "-")
    assert Decimal(written) == x


@pytest.mark.parametrize(("x", "decimals"), [(27.9, 1), (27.94, 2), (7.0, 0), (100, 0), (0.1 + 0.2, 1)])
def test_the_decimals_of_a_number_are_those_it_is_printed_with(x, decimals):
    assert places(x) == decimals
