"""Whatever comes from data is shown as text."""

import csv
import html
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import escape

from azory_monitor.model.presented import Table
from azory_monitor.ui.markup import element, plain, word_in_style
from azory_monitor.ui.show_table import table_csv, table_html

HOSTILE = (
    "<script>alert(1)</script>",
    "![](http://elsewhere/x.png)",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:y)",
)
text = st.one_of(st.sampled_from(HOSTILE), st.text())


@given(text)
def test_an_element_holds_its_text_and_nothing_else(words):
    assert str(element("p", words)) == f"<p>{escape(words)}</p>"


@given(text)
def test_an_attribute_cannot_be_left(words):
    assert str(element("a", "x", title=words)).count('"') in (0, 2)


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), min_size=1))
def test_a_label_has_no_markdown(words):
    drawn = MarkdownIt("commonmark").renderInline(plain(words))
    assert "<a " not in drawn and "<img" not in drawn and "<em>" not in drawn and "<code>" not in drawn


@pytest.mark.parametrize(
    "words", ["Kto? – 2.a Spotkania (ULG): co 3 mies., 27,9 % i < 5", "Anna Nowak, MOPS", "1.a 50+ / ½ | «x» = y"]
)
def test_ordinary_words_are_read_aloud_as_they_are_written(words):
    assert plain(words).replace("\\<", "<") == words


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), min_size=1))
def test_a_label_says_all_that_it_was_given(words):
    drawn = html.unescape(MarkdownIt("commonmark").renderInline(plain(words)))
    assert "".join(drawn.replace("\u2060", "").split()) == "".join(words.replace("\u2060", "").split())


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("http://x.example/y", "http:\u2060//x"),
        ("www.x.example", "www\u2060."),
        ("anna@x.example", "anna@\u2060x"),
        (":material/home:", ":\u2060material"),
        (":smile:", ":\u2060smile"),
        ("2016 -> 2018", "-\u2060>"),
    ],
)
def test_what_streamlit_makes_links_and_pictures_of_is_kept_apart(words, apart):
    assert apart in plain(words)


def test_a_word_in_a_style_sheet_cannot_end_it():
    made = str(word_in_style("x", 'a"}</style><script>b\\'))
    assert made.count("<") == 2 and made.count('"') == 2 and made.endswith('"}</style>')


@given(st.lists(st.tuples(text, text), min_size=1))
def test_a_table_on_the_page_has_the_cells_of_the_table(rows):
    drawn = table_html(Table("Caption", ("a", "b"), tuple(rows), (False, True)))
    assert drawn.count("<td") == len(rows)
    assert "<script" not in drawn and "<img" not in drawn


def test_no_cell_of_a_downloaded_table_is_a_formula():
    cells = (
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "＝1",
        "−3,1",
        "-3,1",
        "+4 %",
        "27,94 %",
        "plain",
    )
    content = table_csv(Table("", ("cell",), tuple((cell,) for cell in cells)), sign=";")
    read = [row[0] for row in csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")][1:]
    assert read == [f"'{cell}" for cell in cells[:6]] + list(cells[6:])
