"""A form of a table: the columns that matter first, an id made from the title, a file of one row."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azory_monitor.model.column import ID_PATTERN
from azory_monitor.model.row import columns
from azory_monitor.model.tables import TABLES
from azory_monitor.templates import entry_file, forms, made_id, one_meaning

FORMLESS = {"programme", "measurements"}
"""The programme's own row is no entry; the measurements have a form of their own."""


def test_every_table_that_a_person_may_fill_in_has_a_form():
    assert set(forms()) == set(TABLES) - FORMLESS


@pytest.mark.parametrize("table", forms())
def test_a_form_asks_every_column_once(table):
    form = forms()[table]
    asked = [column.name for column in (*form.first, *form.more)]
    assert sorted(asked) == sorted(column.name for column in columns(TABLES[table]))


@pytest.mark.parametrize("table", forms())
def test_whatever_is_required_is_asked_in_sight(table):
    form = forms()[table]
    assert [column.name for column in form.more if column.required and column.kind != "id"] == []


@pytest.mark.parametrize("table", forms())
def test_what_a_form_begins_with_and_keeps_are_columns_of_it(table):
    form = forms()[table]
    declared = {column.name: column for column in columns(TABLES[table])}
    assert form.again <= set(declared)
    assert all(value in declared[name].choices for name, value in form.start.items())


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Święto łąki w Azorach", "swieto-laki-w-azorach"),
        ("ULG: spotkanie nr 7", "ulg-spotkanie-nr-7"),
        ("  –  ", "activities"),
        ("", "activities"),
    ],
)
def test_an_id_is_made_from_the_title(title, id):
    assert made_id(title, (), "activities") == id


def test_an_id_is_never_one_that_is_taken():
    assert made_id("Feast", {"feast", "feast-2"}, "activities") == "feast-3"


def test_a_long_title_gives_an_id_that_ends_with_a_word():
    assert made_id("One two three " * 9, (), "x").endswith(("one", "two", "three"))


@given(st.text(), st.sets(st.text(string.ascii_lowercase, max_size=2)))
def test_any_title_gives_an_id_that_may_stand_in_a_file(title, taken):

    made = made_id(title, taken, "key_actions")
    assert re.fullmatch(ID_PATTERN, made) and made not in taken


@pytest.mark.parametrize(
    ("typed", "mark", "meant"),
    [
        ("1.377", ".", "1.3770"),
        ("1.377", ",", "1 377"),
        ("12,500", ",", "12,5000"),
        ("12,500", ".", "12 500"),
        ("12,5", ".", "12,5"),
        ("45", ",", "45"),
        ("", ",", ""),
    ],
)
def test_a_number_that_reads_in_two_ways_is_meant_as_the_reader_writes(typed, mark, meant):
    assert one_meaning(typed, mark) == meant


def test_an_entry_is_a_file_of_one_row_whatever_signs_its_texts_hold():
    assert entry_file({"id": "a", "note_en": 'one; "two"\nthree'}) == b'id;note_en\r\na;"one; ""two""\nthree"\r\n'
