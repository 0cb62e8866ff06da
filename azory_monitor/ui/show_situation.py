"""Several indicators at once: an index with all that it rests on, and the areas that are most alike."""

from collections.abc import Sequence

import streamlit as st

from azory_monitor.model.situation import IndexResult, Peers
from azory_monitor.ui.frame import Page
from azory_monitor.ui.led import index_led, parts_led, peers_led
from azory_monitor.ui.markup import facts, plain
from azory_monitor.ui.named import area_name
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_table import show_table
from azory_monitor.ui.show_text import show_note, show_paragraph, show_section
from azory_monitor.words import sentences, tables


def told_indices(page: Page, results: Sequence[IndexResult]) -> tuple[str, str]:
    """What the indices say, one after another, and by how much."""
    told = (sentences.index_headline, sentences.index_detail)
    headline, detail = (" ".join(tell(page.speaker, page.programme, one) for one in results) for tell in told)
    return headline, detail


def show_index(page: Page, result: IndexResult) -> None:
    """The index and its parts as a picture, the parts as a table, how it is made and what other ways would give."""
    speaker, programme = page.speaker, page.programme
    index = programme.indices[result.index]
    show_section(page, "index", name=speaker.text(index.name))
    show_paragraph(page, speaker.text(index.about))
    show_chart(page, "situation", result, key=result.index, title=False, lead=index_led)
    if result.own:
        parts = tables.index_parts_table(speaker, programme, result)
        show_table(page, parts, f"{result.index}-parts", caption=False, linked=parts_led(page, parts, result))
        show_note(page, " ".join(sentences.index_whys(speaker, programme, result)))
    rules = sentences.index_rules(speaker, programme, result)
    if rules:
        with st.expander(page.say("how_index")):
            st.html(facts(rules, class_="facts wide"))
            show_table(page, tables.scenario_table(speaker, programme, result), f"{result.index}-ways")


def show_peers(page: Page, result: Peers) -> None:
    """Who belongs to a stated group, and which of them are nearest by which features, or why that cannot be told."""
    speaker, programme = page.speaker, page.programme
    group = programme.areas[result.group]
    st.subheader(plain(area_name(page, result.group)), anchor=False)
    show_paragraph(page, speaker.text(group.note))
    members = [area_name(page, member) for member in programme.members_of(result.group)]
    if len(members) > 1:
        show_note(page, page.count("members", len(members), areas=speaker.join(members)))
    show_paragraph(page, sentences.peers_sentence(speaker, programme, result))
    show_chart(page, "peers", result, key=result.group, title=False, lead=peers_led)
    rules = sentences.peers_rules(speaker, programme, result)
    if rules:
        with st.expander(page.say("how_peers")):
            st.html(facts(rules, class_="facts wide"))
