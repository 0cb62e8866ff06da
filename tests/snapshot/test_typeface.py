"""What type lacks is shown as an empty box; everything else stays as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azory_monitor.charts.style import PALETTES
from azory_monitor.snapshot.pdf import document
from azory_monitor.snapshot.typeface import LACKING, legible
from tests.snapshot.test_pdf import MADE, of


@pytest.mark.parametrize("text", ["Zażółć gęślą jaźń ZAŻÓŁĆ GĘŚLĄ JAŹŃ", "≥ − – — „” × ² → ● ■ ◆ ✚ △", "Київ Ελλάδα"])
def test_letters_and_signs_of_the_monitor_are_there(text):
    assert legible(text) == text


@pytest.mark.parametrize("text", ["漢", "😀", "\ue000", "\ud800", "\uffff"])
def test_what_the_type_lacks_is_an_empty_box(text):
    assert legible(f"a{text}b") == f"a{LACKING}b"


def test_texts_are_found_at_any_depth_and_numbers_stay():
    assert legible({"a": ["漢", {"b": ("z\u0307", 1.5, None, True)}]}) == {
        "a": [LACKING, {"b": ["ż", 1.5, None, True]}]
    }


@given(st.text(alphabet=st.characters(), max_size=40))
def test_any_text_at_all_can_be_set(text):
    assert document(of(f"x{text}"), PALETTES["light"], lambda figure, highest: [], MADE).startswith(b"%PDF")
