"""Columns as codes: what is done to each distinct text is done to every row that has it."""

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from azory_monitor import coded

TEXTS = ["b", " a", "", "b", "a ", "  "]


@pytest.fixture(params=["texts", "codes"])
def column(request):
    plain = pd.Series(TEXTS, dtype="str")
    return plain if request.param == "texts" else plain.astype("category")


def test_distinct_texts_stand_in_the_order_of_the_file_whatever_holds_them(column):
    codes, texts = coded.apart(column)
    assert texts.to_pylist() == ["b", " a", "", "a ", "  "]
    assert [texts[code].as_py() for code in codes] == TEXTS
    assert coded.distinct(column) == ["b", "a", ""]
    assert coded.is_blank(column).tolist() == [False, False, True, False, False, True]


def test_texts_of_rows_that_were_left_out_are_not_among_them(column):
    assert coded.apart(column[3:])[1].to_pylist() == ["b", "a ", "  "]


@pytest.mark.parametrize("beyond", [0, 2**40], ids=["near", "far"])
def test_codes_are_numbered_in_the_order_in_which_they_first_stand(beyond):
    codes = np.array([3, 1, 3, 0, 7 + beyond, 1])
    numbers, used = coded.by_first_use(codes)
    assert (numbers.tolist(), used.tolist()) == ([0, 1, 0, 2, 3, 1], [3, 1, 0, 7 + beyond])
    assert coded.by_first_use(codes[:0])[0].tolist() == []


def test_several_texts_may_mean_one_value():
    found = coded.meant(np.array([0, 1, 2, 1]), ["azory", "krakow", "azory"])
    assert found.tolist() == ["azory", "krakow", "azory", "krakow"]
    assert found.cat.categories.tolist() == ["azory", "krakow"]
    assert coded.replaced(found, np.array([True, False, False, False]), "krakow").tolist() == [
        "krakow", "krakow", "azory", "krakow",
    ]  # fmt: skip


def test_a_column_of_mostly_different_texts_is_not_coded():
    many = pa.chunked_array([pa.array([str(number) for number in range(5000)])]).dictionary_encode()
    few = pa.chunked_array([pa.array(["x", "y"] * 2500)] * 2).dictionary_encode()
    assert not coded.is_coded(coded.of_dictionary(many))
    assert coded.is_coded(coded.of_dictionary(few)) and len(coded.of_dictionary(few)) == 10_000


@pytest.mark.parametrize("reach", [4, 10**9])
def test_a_number_that_stands_twice_is_found_near_and_far(reach):
    assert coded.is_each_once(np.array([3, 0, 1]), reach)
    assert not coded.is_each_once(np.array([3, 0, 3]), reach)
