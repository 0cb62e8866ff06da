"""What the books give becomes measurements that nothing tells from those that were checked."""

import pickle

import pandas as pd

from azory_monitor.model.measurement import Measurement
from azory_monitor.stored import measurements_of

CELLS = [
    {"indicator": "rate", "area": "vale", "period": "2016", "value": 6.1, "source": "police", "note": {"en": "so"}},
    {"indicator": "rate", "area": "mill", "period": "2016", "numerator": 0.0, "denominator": 50.0, "status": "hidden"},
    {"indicator": "rate", "area": "vale", "period": "undated", "qualifier": "about", "spread": 1.5, "locator": "p. 1"},
]
CHECKED = [Measurement(**cells) for cells in CELLS]


def rows():
    """The same rows as a question to the database gives them."""
    given = [one.model_dump() | {"note": '{"en":"so"}' if one.note else "", "variant": ""} for one in CHECKED]
    return pd.DataFrame(given).assign(file_row=2, origin=1)


def test_they_are_equal_and_print_alike():
    assert measurements_of(rows()) == CHECKED
    assert [repr(one) for one in measurements_of(rows())] == [repr(one) for one in CHECKED]
    assert hash(measurements_of(rows())[1].period) == hash(CHECKED[1].period)


def test_they_can_be_copied_with_another_cell_and_sent_to_another_process():
    first = measurements_of(rows())[0]
    assert first.model_copy(update={"value": None}) == CHECKED[0].model_copy(update={"value": None})
    assert pickle.loads(pickle.dumps(first)) == CHECKED[0]
    assert first.model_fields_set == set(Measurement.model_fields)


def test_a_column_without_anything_in_it_is_empty_whatever_its_type():
    found = measurements_of(
        rows().assign(value=None, spread=float("nan"), source=pd.Series([None] * 3, dtype="object"))
    )
    assert [(one.value, one.spread, one.source) for one in found] == [(None, None, None)] * 3


def test_no_rows_are_no_measurements():
    assert measurements_of(rows()[:0]) == []
