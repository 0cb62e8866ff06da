"""How files of one kind are read, kept apart from any one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake import holds_again, read_mapping, write_mapping

texts = some.text(some.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1)
keys = some.one_of(
    some.sampled_from(["encoding", "delimiter", "header_row", "indicator", "period"]),
    some.builds("{}:{}".format, some.sampled_from(["column", "fill", "keep", "unit"]), texts),
    some.builds("name:{}:{}".format, some.sampled_from(["area", "indicator"]), texts),
)


@given(some.dictionaries(keys, some.text(), min_size=1))
def test_a_mapping_says_again_what_was_answered(answers):
    assert read_mapping(write_mapping(answers)) == answers


def test_a_mapping_is_a_file_that_a_person_can_read_and_write():
    answers = {
        "indicator": "residents", "column:Nazwa": "area", "keep:Wiek": "ogółem", "unit:tys. osób": "1000",
        "name:area:Powiat m. Kraków": "krakow",
    }  # fmt: skip
    written = write_mapping(answers).decode()
    assert written.splitlines() == [
        "[column]", 'Nazwa = "area"', "",
        "[file]", 'indicator = "residents"', "",
        "[keep]", 'Wiek = "ogółem"', "",
        "[name.area]", '"Powiat m. Kraków" = "krakow"', "",
        "[unit]", '"tys. osób" = "1000"',
    ]  # fmt: skip


def test_cells_that_a_person_mended_belong_to_one_file_and_to_no_mapping():
    assert write_mapping({"cell:5:Wartość": "6,1", "remember": "no", "decimal": ","}) == b'[file]\ndecimal = ","\n'
    with pytest.raises(UnreadableFile):
        read_mapping(b'[cell]\n"5:a" = "1"\n')


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[column", b"= 1", b"PK\x03\x04", b"a" * (2**20 + 1)])
def test_what_is_no_mapping_is_refused(content):
    with pytest.raises(UnreadableFile) as refused:
        read_mapping(content)
    assert refused.value.key == "error.mapping_unreadable"


@pytest.mark.parametrize(
    ("key", "again"),
    [
        ("column:Nazwa", True), ("keep:Wiek", True), ("name:area:Kraków", True), ("unit:tys. zł", True),
        ("indicator", False), ("period", False), ("unit", False), ("decimal", False), ("header_row", False),
    ],
)  # fmt: skip
def test_only_what_means_the_same_again_holds_for_the_next_file(key, again):
    assert holds_again(key) is again
