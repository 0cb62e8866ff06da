"""One period type for every way a period is written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azory_monitor import period
from azory_monitor.model.descriptor import UNDATED as DESCRIBED_UNDATED
from azory_monitor.period import UNDATED, parse

SAME = """
2016       | 2016 | 2016 r. | 2016r. | rok 2016 | 2016 rok | 2016-A1
2018-04    | 2018-04 | 2018M04 | 2018-M04 | 201804 | 04.2018 | 4/2018 | kwiecień 2018 | Kwietnia 2018 | kwietniu 2018
2018-04    | April 2018 | Apr 2018 | APR. 2018 | 2018 kwi | 2018 April
2018-10    | październik 2018 | pazdziernik 2018 | PAŹDZIERNIKA 2018 | paź 2018 | October 2018
2018-05    | maj 2018 | May 2018 | maja 2018 r.
2018-04-06 | 2018-04-06 | 06.04.2018 | 6.4.2018 | 6 kwietnia 2018 | 6 kwietnia 2018 r. | 20180406 | 2018.04.06
2018-04-06 | 2018/04/06 | 6 April 2018 | 6th of April 2018 | April 6, 2018 | 2018-04-06 00:00:00 | 2018-04-06T00:00:00
2018-Q2    | 2018-Q2 | 2018Q2 | 2018 Q2 | Q2 2018 | Q2/2018 | II kw. 2018 | II kwartał 2018 | 2 kwartał 2018
2018-Q2    | 2 kw. 2018 | 2018 II kwartał | 2018, II kw. | II kwartał 2018 r. | 2nd quarter 2018 | 2nd quarter of 2018
2018-Q4    | IV kw. 2018 | 4 kwartał 2018 | Q4 2018
2018-H1    | 2018-H1 | 2018H1 | H1 2018 | 2018S1 | 2018-S1 | I półrocze 2018 | 1 półrocze 2018
2018-H1    | 2018 I półrocze | 1st half of 2018
2018-H2    | II półrocze 2018 r. | 2018H2
2001/2002  | 2001/02 | 2001/2002 | rok szkolny 2001/02
1999/2000  | 1999/00
undated    | undated | bez daty | Bez  Daty | no date
"""

REFUSED = [
    *["", " ", "nd.", "bd.", "n/a", ":", "-", "18", "2018,5", "2018 2019", "2018-2019", "2018-1", "summer 2018"],
    *["2018-13", "2018-00", "2018M13", "201813", "2018-02-30", "2017-02-29", "31.04.2018", "30 lutego 2018"],
    *["2018-Q5", "2018Q0", "V kw. 2018", "2018-H3", "III półrocze 2018", "2001/03", "2001/2001", "2002/2001"],
    *["1899", "2101", "0000", "1899-12-31", "2100/01", "06/04/2018", "13/04/2018", "06-04-2018", "20١٨"],
]


def spellings():
    for line in SAME.strip().splitlines():
        canonical, *written = [cell.strip() for cell in line.split("|")]
        yield from ((text, canonical) for text in written)


@pytest.mark.parametrize(("written", "canonical"), list(spellings()))
def test_every_way_of_writing_a_period_gives_the_same_text(written, canonical):
    assert parse(written).text == canonical


@pytest.mark.parametrize("written", REFUSED)
def test_what_is_no_period_is_refused(written):
    with pytest.raises(ValueError, match=r"."):
        parse(written)


@pytest.mark.parametrize(
    ("text", "grain", "start", "end"),
    [
        ("2016", "year", date(2016, 1, 1), date(2016, 12, 31)),
        ("2018-02", "month", date(2018, 2, 1), date(2018, 2, 28)),
        ("2016-02", "month", date(2016, 2, 1), date(2016, 2, 29)),
        ("2018-Q3", "quarter", date(2018, 7, 1), date(2018, 9, 30)),
        ("2018-H2", "half", date(2018, 7, 1), date(2018, 12, 31)),
        ("2018-04-06", "day", date(2018, 4, 6), date(2018, 4, 6)),
        ("2001/2002", "school_year", date(2001, 9, 1), date(2002, 8, 31)),
        ("undated", "undated", None, None),
    ],
)
def test_a_period_knows_its_first_and_last_day(text, grain, start, end):
    found = parse(text)
    assert (found.grain, found.start, found.end) == (grain, start, end)


def test_periods_are_ordered_by_their_end_and_undated_is_never_the_latest():
    written = ["2017-Q4", "2018", "undated", "2017", "2018-Q2", "2018-12-31", "2018-04", "2017/2018", "2018-H2", "2016"]
    expected = "undated 2016 2017-Q4 2017 2018-04 2018-Q2 2017/2018 2018-12-31 2018-H2 2018"
    assert " ".join(map(str, sorted(map(parse, written)))) == expected


def test_the_end_of_a_period_as_a_decimal_year():
    assert parse("2016").year_fraction == parse("2016-Q4").year_fraction == 2017.0
    assert parse("2018-H1").year_fraction == pytest.approx(2018 + 181 / 365)
    with pytest.raises(ValueError, match="no place in time"):
        _ = UNDATED.year_fraction


def test_a_period_is_after_a_day_only_when_it_has_not_begun():
    assert parse("2019").is_after(date(2018, 12, 31))
    assert not parse("2019").is_after(date(2019, 1, 1))
    assert not UNDATED.is_after(date(1900, 1, 1))


def test_undated_is_spelt_as_the_data_package_describes_it():
    assert UNDATED.text == DESCRIBED_UNDATED


years = st.integers(period.FIRST_YEAR, period.LAST_YEAR)
periods = st.one_of(
    st.just(UNDATED),
    st.builds(period.year, years),
    st.builds(period.half, years, st.integers(1, 2)),
    st.builds(period.quarter, years, st.integers(1, 4)),
    st.builds(period.month, years, st.integers(1, 12)),
    st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(lambda it: period.day(it.year, it.month, it.day)),
    st.integers(1900, 2099).map(lambda first: period.school_year(first, first + 1)),
)


@given(periods)
def test_a_canonical_text_is_read_back_as_the_period_itself(it):
    assert parse(it.text) == it


@given(st.text("0123456789 -/.QqHhMmIVXivr. kwstyczenlp", max_size=14))
def test_any_text_is_either_refused_or_read_once_and_for_all(text):
    try:
        found = parse(text)
    except ValueError:
        return
    assert parse(found.text) == found


@given(periods, periods)
def test_two_periods_are_either_the_same_or_one_is_earlier(one, other):
    assert [one < other, one == other, one > other].count(True) == 1
