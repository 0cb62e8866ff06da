"""Every version of an entry stays, with who handed it in and why; what was undone is no version."""

import pytest

from tests.small import open_books, take, undo

FIRST = """
row,id,name_en,kind
2,school,School,education
3,club,Club,ngo
"""
SECOND = """
row,id,name_en,kind
2,school,Primary school,education
"""
THIRD = """
row,id,name_en,kind
2,school,Primary school 5,education
"""


@pytest.fixture
def books(tmp_path):
    opened = open_books(tmp_path)
    yield opened
    opened.close()


def names(books, key="school", batch=None):
    """Batch and name of each version."""
    last = batch or books.batches()[-1].id
    return [(version.batch.id, version.cells["name_en"]) for version in books.history("institutions", key, last)]


def test_every_version_stays_with_its_batch(books):
    take(books, "institutions", FIRST)
    take(books, "institutions", SECOND)
    assert names(books) == [(1, "School"), (2, "Primary school")]


def test_a_version_is_the_one_that_brought_a_change_not_every_file_that_repeats_it(books):
    take(books, "institutions", FIRST)
    take(books, "institutions", FIRST)
    assert names(books) == [(1, "School")]


def test_what_was_undone_is_no_version(books):
    take(books, "institutions", FIRST)
    undo(books, take(books, "institutions", SECOND))
    assert names(books) == [(1, "School")]


def test_an_undone_undoing_brings_the_version_back(books):
    take(books, "institutions", FIRST)
    second = take(books, "institutions", SECOND)
    undo(books, undo(books, second))
    assert names(books) == [(1, "School"), (2, "Primary school")]


def test_the_history_of_an_earlier_state_ends_with_it(books):
    take(books, "institutions", FIRST)
    undone = take(books, "institutions", SECOND)
    undo(books, undone)
    take(books, "institutions", THIRD)
    assert names(books, batch=undone) == [(1, "School"), (2, "Primary school")]
    assert names(books) == [(1, "School"), (4, "Primary school 5")]


def test_without_a_key_the_history_is_of_every_row_of_the_table(books):
    take(books, "institutions", FIRST)
    take(books, "institutions", SECOND)
    assert {version.key for version in books.history("institutions", "", 2)} == {"school", "club"}


def test_a_row_that_never_was_has_no_history(books):
    take(books, "institutions", FIRST)
    assert names(books, key="nobody") == []
