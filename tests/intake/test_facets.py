"""What a heading says of the cells below it, and what turns one unit into another."""

import pytest

from azory_monitor.intake.recognising.facets import facets
from azory_monitor.intake.recognising.units import factor_of, multiplied
from tests.intake.field_programme import INDICATORS, KNOWN

UNITS = {row.id: row for row in INDICATORS}


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        (("2016",), {"period": "2016"}),
        (("2016 r.",), {"period": "2016 r."}),
        (("2019*",), {"period": "2019"}),
        (("2014 [YR2014]",), {"period": "2014"}),
        (("Kraków",), {"area": "Kraków"}),
        (("Liczba mieszkańców",), {"indicator": "Liczba mieszkańców"}),
        (("Liczba mieszkańców [tys. osób]",), {"indicator": "Liczba mieszkańców", "@unit": "tys. osób"}),
        (("Liczba mieszkańców (kobiety)",), {}),
        (("Zmiana 2018/2017",), {}),
        (("2016", "kobiety"), {"period": "2016", "indicator": "kobiety"}),
        (("ludność;ogółem;2016;[osoba]",), {"period": "2016", "@unit": "osoba", "indicator": "ludność"}),
        (("ludność;kobiety;2016;[osoba]",), {"period": "2016", "@unit": "osoba", "indicator": "ludność – kobiety"}),
        (("2018", "I kwartał"), {"period": "I kwartał 2018"}),
        (("Średni wiek", "2016"), {"period": "2016", "indicator": "Średni wiek"}),
        (("2018", "2018-04"), {"period": "2018-04"}),
        (("2016", "2017"), None),
        (("Lp.",), {}),
        ((), {}),
    ],
)
def test_a_heading_says_period_area_indicator_and_unit_in_any_order(heading, said):
    assert facets(heading, KNOWN) == said


@pytest.mark.parametrize(
    ("unit", "indicator", "factor"),
    [
        ("osoba", "residents", 1),
        ("OSÓB", "residents", 1),
        ("tys. osób", "residents", 1000),
        ("w tys.", "residents", 1000),
        ("mln osób", "residents", 1_000_000),
        ("tys. zł", "benefits", 1),
        ("zł", "benefits", 0.001),
        ("mln zł", "benefits", 1000),
        ("%", "unemployment", 1),
        ("percent", "unemployment", 1),
        ("km", "residents", None),
        ("na 1000 mieszkańców", "unemployment", None),
    ],
)
def test_a_unit_is_turned_into_that_of_the_indicator_or_left_to_be_asked(unit, indicator, factor):
    assert factor_of(unit, UNITS[indicator]) == factor


@pytest.mark.parametrize(
    ("line", "speaks"),
    [
        ("Tabl. 3. Ludność w tysiącach", True),
        ("Dane w tys. osób", True),
        ("in millions of PLN", True),
        ("Stan w dniu 31 XII 2018", False),
        ("Tysiąclecie osiedle", False),
    ],
)
def test_a_title_that_speaks_of_thousands_is_heard(line, speaks):
    assert bool(multiplied([line])) is speaks
