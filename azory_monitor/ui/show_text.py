"""Sentences, headings and notes."""

from collections.abc import Sequence

import streamlit as st

from azory_monitor.model.verdicts import Comparison, Progress, Ranking
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, plain
from azory_monitor.words import sentences


def show_headline(page: Page, sentence: str, more: str = "") -> None:
    """The answer to the page's question, before anything else; ``more`` in smaller type below it."""
    st.html(element("p", sentence, class_="headline"))
    if more:
        st.html(element("p", more, class_="lead"))


def show_section(page: Page, key: str, **values: object) -> None:
    """The heading of a section, ``page.<page>.<key>``."""
    st.header(plain(page.say(key, **values)), anchor=False)


def show_note(page: Page, text: str) -> None:
    """A quiet remark."""
    if text:
        st.html(element("p", text, class_="note"))


def show_paragraph(page: Page, text: str) -> None:
    """A sentence or two of ordinary text."""
    if text:
        st.html(element("p", text, class_="text"))


def show_empty(page: Page, key: str, **values: object) -> None:
    """Why nothing stands here, and who could change that."""
    st.html(element("p", page.say(key, **values), class_="empty"))


@finished
def told_comparisons(page: Page, comparisons: Sequence[Comparison]) -> str:
    """The answer that comparisons give together; nothing for none."""
    return sentences.comparison_headline(page.speaker, page.programme, comparisons) if comparisons else ""


@finished
def told_progress(page: Page, progress: Sequence[Progress]) -> str:
    """The answer that indicators on their way give together; nothing for none."""
    return sentences.progress_headline(page.speaker, page.programme, progress) if progress else ""


@finished
def told_one(page: Page, progress: Sequence[Progress]) -> str:
    """How far the one indicator has come; nothing where it is none of the programme's."""
    return " ".join(sentences.progress_sentence(page.speaker, page.programme, one) for one in progress[:1])


@finished
def told_rankings(page: Page, rankings: Sequence[Ranking]) -> str:
    """Each ranking's answer, one after another."""
    return " ".join(sentences.ranking_sentence(page.speaker, page.programme, one) for one in rankings)
