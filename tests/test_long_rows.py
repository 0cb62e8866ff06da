"""Rows of a long table in the ledger: exact both ways, the same bytes for the same rows, and of older homes CSV."""

import numpy as np
import pandas as pd
import pytest

from azory_monitor.ledger import rows as ledger
from azory_monitor.ledger.rows import read_rows, write_rows

ROWS = pd.DataFrame(
    {
        "indicator": ["work", "play", "work"],
        "value": [0.1 + 0.2, np.nan, 1e-300],
        "note_pl": ["żółć, „x”", "", "a\nb"],
        "row": [2, 3, 5],
    }
).astype({"indicator": "category", "note_pl": "str"})


@pytest.fixture(params=["CSV", "Parquet"])
def written(request, monkeypatch):
    if request.param == "Parquet":
        monkeypatch.setattr(ledger, "LONG", 1)
    content = write_rows(ROWS)
    assert content.startswith(b"PAR1") == (request.param == "Parquet")
    return content


def test_rows_come_back_exactly(written):
    found = read_rows("measurements", written)
    assert found["value"].to_numpy() == pytest.approx(ROWS["value"].to_numpy(), rel=0, abs=0, nan_ok=True)
    assert found["row"].tolist() == [2, 3, 5]
    for name in ("indicator", "note_pl"):
        assert found[name].astype("str").fillna("").tolist() == ROWS[name].tolist()


def test_equal_rows_give_equal_bytes_however_their_codes_came_about(written, monkeypatch):
    other = ROWS.assign(indicator=pd.Categorical(ROWS["indicator"].astype("str"), ["idle", "work", "play"]))
    if written.startswith(b"PAR1"):
        monkeypatch.setattr(ledger, "LONG", 1)
    assert write_rows(other) == written
