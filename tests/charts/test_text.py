import html
import re

from hypothesis import given
from hypothesis import strategies as st

from azory_monitor.charts.text import lines, plain, wrap


def test_a_one_letter_word_never_ends_a_line():
    assert lines("osoby w pomocy i w domu", 9) == ["osoby", "w\u00a0pomocy", "i\u00a0w\u00a0domu"]


def test_an_empty_text_is_one_empty_line():
    assert lines("", 10) == [""]


def test_mark_up_in_a_text_is_shown_as_it_is_written():
    assert plain("<b>5 & 6</b>") == "&lt;b&gt;5 &amp; 6&lt;/b&gt;"


@given(st.text(alphabet="ab <>&/\"'", max_size=80), st.integers(min_value=3, max_value=30))
def test_wrapping_loses_nothing_but_spaces_and_lets_no_mark_up_through(text, width):
    wrapped = wrap(text, width)
    assert "<" not in wrapped.replace("<br>", "")
    assert re.sub(r"\s", "", html.unescape(wrapped.replace("<br>", ""))) == re.sub(r"\s", "", text)
    assert all(len(html.unescape(line)) <= width for line in wrapped.split("<br>"))
