"""Messages are compiled once, and again when a file of theirs has changed."""

import pytest

from azory_monitor.words.compiled import compiled


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "one.po").write_text("one")
    return tmp_path


def joined(files):
    return b"+".join(file.read_bytes() for file in files)


def never(files):
    raise AssertionError(f"{files} were compiled although they had been")


def test_what_was_compiled_is_read_and_not_compiled_again(folder):
    assert compiled(folder, joined) == compiled(folder, never) == b"one"


@pytest.mark.parametrize("name", ["one.po", "two.po"])
def test_a_file_that_changed_or_came_is_taken_up_and_what_was_kept_before_goes(folder, name):
    compiled(folder, joined)
    (folder / name).write_text("two")
    assert b"two" in compiled(folder, joined)
    assert b"two" in compiled(folder, never)
    assert len(list((folder / "__pycache__").iterdir())) == 1


def test_where_nothing_can_be_kept_they_are_compiled_each_time(folder):
    (folder / "__pycache__").write_text("in the way")
    assert [compiled(folder, joined) for _ in range(2)] == [b"one", b"one"]
