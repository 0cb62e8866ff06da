"""Columns of a table on paper: none is cut, words stay whole, and a page is turned only where it must be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azory_monitor.model.presented import Table
from azory_monitor.snapshot.columns import ACROSS, LONGEST, SIZES, UPRIGHT, laid_out, parted

TEXTS = st.text(alphabet="ab żó\u00a0-", max_size=60)


def of(*rows, head=None):
    return Table("", tuple(head or ("head",) * len(rows[0])), rows)


@given(st.integers(1, 40).flatmap(lambda wide: st.lists(st.tuples(*[TEXTS] * wide), min_size=1, max_size=5)))
def test_all_columns_fit_the_page(rows):
    layout = laid_out(of(*(tuple(map(parted, row)) for row in rows)))
    assert len(layout.widths) == len(rows[0])
    assert min(layout.widths) > 0
    assert sum(layout.widths) <= (ACROSS if layout.across else UPRIGHT) + 0.01


def test_a_table_of_short_texts_keeps_its_type_and_its_page():
    layout = laid_out(of(("Poverty", "Azory", "2016", "1.47 %")))
    assert (layout.size, layout.across) == (SIZES[0], False)


@pytest.mark.parametrize(("columns", "across"), [(4, False), (15, True)])
def test_a_page_is_turned_for_many_columns_of_long_texts(columns, across):
    assert laid_out(of(("some quite ordinary words that go on and on for a while",) * columns)).across is across


def test_a_table_without_rows_or_columns_has_a_layout():
    assert laid_out(Table("", ("one", "two"), ())).widths
    assert laid_out(Table("", (), ())).widths == ()


@given(st.text(max_size=200))
def test_parting_adds_nothing_that_can_be_seen(text):
    text = text.replace("\u200b", "")
    assert parted(text).replace("\u200b", "") == text


def test_only_words_too_long_for_any_column_are_parted():
    assert parted("x" * LONGEST) == "x" * LONGEST
    assert max(map(len, parted("x" * 10_000).split("\u200b"))) <= LONGEST
