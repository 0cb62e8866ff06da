"""Several indicators at once: an index with all that it rests on, and the areas that are most alike."""

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.situation import IndexResult, Peers
from azory_monitor.ui.finished import finished, told
from azory_monitor.ui.frame import Page
from azory_monitor.ui.led import index_led, parts_led, peers_led
from azory_monitor.ui.markup import facts, plain
from azory_monitor.ui.named import area_name
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_table import show_state_table
from azory_monitor.ui.show_text import show_note, show_paragraph, show_section
from azory_monitor.words import sentences, tables


@finished
def told_indices(page: Page, results: Sequence[IndexResult]) -> tuple[str, str]:
    """What the indices say, one after another, and by how much."""
    tellers = (sentences.index_headline, sentences.index_detail)
    headline, detail = (" ".join(tell(page.speaker, page.programme, one) for one in results) for tell in tellers)
    return headline, detail


def show_index(page: Page, result: IndexResult) -> None:
    """The index and its parts as a picture, the parts as a table, how it is made and what other ways would give."""
    index = page.programme.indices[result.index]
    show_section(page, "index", name=page.speaker.text(index.name))
    show_paragraph(page, page.speaker.text(index.about))
    show_chart(page, "situation", result, key=result.index, title=False, lead=index_led)
    if result.own:
        show_state_table(page, tables.index_parts_table, result, name=f"{result.index}-parts", lead=parts_led)
        show_note(page, _whys(page, result))
    rules = _rules(page, sentences.index_rules, result)
    if rules:
        with st.expander(page.say("how_index")):
            st.html(rules)
            show_state_table(page, tables.scenario_table, result, name=f"{result.index}-ways", caption=True)


@finished
def _whys(page: Page, result: IndexResult) -> str:
    return " ".join(sentences.index_whys(page.speaker, page.programme, result))


@finished
def _rules(page: Page, tell: Callable[..., list[tuple[str, str]]], result: IndexResult | Peers) -> Markup | str:
    """By which rules it was made, each with its name; nothing where there are none."""
    rules = tell(page.speaker, page.programme, result)
    return facts(rules, class_="facts wide") if rules else ""


def show_peers(page: Page, result: Peers) -> None:
    """Who belongs to a stated group, and which of them are nearest by which features, or why that cannot be told."""
    speaker, programme = page.speaker, page.programme
    group = programme.areas[result.group]
    st.subheader(plain(area_name(page, result.group)), anchor=False)
    show_paragraph(page, speaker.text(group.note))
    members = [area_name(page, member) for member in programme.members_of(result.group)]
    if len(members) > 1:
        show_note(page, page.count("members", len(members), areas=speaker.join(members)))
    show_paragraph(page, told(page, sentences.peers_sentence, result))
    show_chart(page, "peers", result, key=result.group, title=False, lead=peers_led)
    rules = _rules(page, sentences.peers_rules, result)
    if rules:
        with st.expander(page.say("how_peers")):
            st.html(rules)
