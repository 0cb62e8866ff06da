"""Periods by name and inside a sentence."""

import pytest

from azory_monitor import period
from tests.words.drawn import EN, PL

NAMES = [
    ("2016", "2016", "2016"),
    ("2018-04", "kwiecień 2018", "April 2018"),
    ("2017-12-08", "8 grudnia 2017", "8 December 2017"),
    ("2018-Q2", "II kwartał 2018", "second quarter of 2018"),
    ("2018-H1", "I półrocze 2018", "first half of 2018"),
    ("2001/2002", "2001/2002", "2001/2002"),
    ("1962/1977", "1962–1977", "1962–1977"),
    ("undated", "bez daty", "undated"),
    ("", "", ""),
]
INSIDE = [
    ("2016", "w 2016 r.", "in 2016"),
    ("2018-04", "w kwietniu 2018 r.", "in April 2018"),
    ("2018-02", "w lutym 2018 r.", "in February 2018"),
    ("2017-12-08", "8 grudnia 2017 r.", "on 8 December 2017"),
    ("2018-Q2", "w II kwartale 2018 r.", "in the second quarter of 2018"),
    ("2018-H1", "w I półroczu 2018 r.", "in the first half of 2018"),
    ("undated", "bez daty", "undated"),
]
BY = [
    ("2020", "do końca 2020 r.", "by the end of 2020"),
    ("2018-04", "do końca kwietnia 2018 r.", "by the end of April 2018"),
    ("2017-12-08", "do 8 grudnia 2017 r.", "by 8 December 2017"),
    ("2018-Q2", "do końca II kwartału 2018 r.", "by the end of the second quarter of 2018"),
    ("1962/1977", "do końca 1977 r.", "by the end of 1977"),
]


@pytest.mark.parametrize(("text", "polish", "english"), NAMES)
def test_a_period_has_a_name(text, polish, english):
    assert [PL.period(text), EN.period(text)] == [polish, english]


@pytest.mark.parametrize(("text", "polish", "english"), INSIDE)
def test_a_period_says_when_inside_a_sentence(text, polish, english):
    assert [PL.period_phrase(text), EN.period_phrase(text)] == [polish, english]


@pytest.mark.parametrize(("text", "polish", "english"), BY)
def test_a_period_says_by_when_inside_a_sentence(text, polish, english):
    assert [PL.period_end(text), EN.period_end(text)] == [polish, english]


def test_a_period_says_since_when_inside_a_sentence():
    assert [PL.period_since("2018-04"), EN.period_since("2018-04")] == ["od kwietnia 2018 r.", "since April 2018"]


@pytest.mark.parametrize("month", range(1, 13))
def test_the_name_of_every_month_is_read_back_as_that_month(month):
    text = f"2018-{month:02}"
    assert period.parse(PL.period(text)).text == period.parse(EN.period(text)).text == text


@pytest.mark.parametrize("text", ["2018-13-01x", "kwiecień", "18"])
def test_a_text_that_is_no_canonical_period_is_refused(text):
    with pytest.raises(ValueError, match=text):
        PL.period(text)
