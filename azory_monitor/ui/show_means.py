"""Means: what institutions have to share, what is looked for, and what pays for the programme."""

from itertools import groupby

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.partners import Resource
from azory_monitor.model.partnership import FundingState, Holding, ResourceMap
from azory_monitor.model.trace import Subject
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page
from azory_monitor.ui.led import funding_led, resources_led, years_led
from azory_monitor.ui.markup import element, listed, together
from azory_monitor.ui.named import institution_name
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_table import show_state_table
from azory_monitor.ui.show_text import show_empty, show_paragraph
from azory_monitor.ui.where_from import where_from
from azory_monitor.words import sentences, tables


def show_resources(page: Page) -> None:
    """What is looked for, then what there is, institution by institution."""
    found = page.answer("resource_map")
    show_paragraph(page, sentences.resource_headline(page.speaker, found))
    if not found.holdings:
        show_empty(page, "no_resources")
        return
    if found.of("needed"):
        st.html(_looked_for(page, found))
    there = _there(page, found)
    if there:
        st.html(there)
    with st.expander(page.say("resource_table")):
        show_state_table(page, tables.resource_table, found, name=f"{page.name}-resources", lead=resources_led)


def show_funding(page: Page) -> None:
    """The way from idea to money, the years that are paid for, running costs that nothing pays."""
    found = page.answer("funding")
    if not found.staged:
        show_paragraph(page, sentences.funding_headline(page.speaker, found))
        show_empty(page, "no_funding")
        return
    show_chart(page, "funding", found, lead=funding_led)
    show_chart(page, "funding_years", found, lead=years_led)
    st.html(_open_costs(page, found))
    st.html(_besides(page, found))


@finished
def _open_costs(page: Page, found: FundingState) -> Markup:
    costs = [
        where_from(
            page, Subject(table="funding", key=one.entry), sentences.open_cost_phrase(page.speaker, page.programme, one)
        )
        for one in found.open_costs
    ]
    told = element("p", sentences.open_costs_sentence(page.speaker, found), class_="text")
    return together([element("h3", page.say("open_costs")), told, listed(costs, class_="plain") if costs else ""])


@finished
def _besides(page: Page, found: FundingState) -> Markup:
    chains = [sentences.chain_sentence(page.speaker, page.programme, one) for one in found.chains]
    facts = listed([*chains, *sentences.funding_facts(page.speaker, found)], class_="plain")
    return together([element("h3", page.say("besides")), facts])


@finished
def _looked_for(page: Page, found: ResourceMap) -> Markup:
    needed = [page.programme.resources[id] for id in found.of("needed")]
    items = listed([_needed(page, row) for row in needed], class_="entries small")
    return together([element("h3", page.say("looked_for")), items])


def _needed(page: Page, row: Resource) -> Markup:
    said = [page.speaker.label("choice.kind", row.kind), institution_name(page, row.institution)]
    return together(
        [
            element("p", page.speaker.text(row.name), class_="title"),
            element("p", " · ".join(filter(None, said)), class_="meta"),
            element("p", page.speaker.text(row.note)) if row.note else "",
        ]
    )


@finished
def _there(page: Page, found: ResourceMap) -> Markup | str:
    by_institution = groupby(found.holdings, lambda one: one.institution)
    items = [item for id, holdings in by_institution if (item := _held_by(page, id, list(holdings)))]
    return together([element("h3", page.say("there")), listed(items, class_="entries small")]) if items else ""


def _held_by(page: Page, institution: str, holdings: list[Holding]) -> Markup | None:
    states = ("available", "shared", "lost")
    ids = [id for one in holdings for state in states for id in getattr(one, state)]
    if not ids:
        return None
    name = institution_name(page, institution) or page.say("nobodys")
    rows = listed([_resource(page, page.programme.resources[id]) for id in ids], class_="plain")
    return together([element("p", name, class_="title"), rows])


def _resource(page: Page, row: Resource) -> Markup:
    speaker = page.speaker
    amount = "" if row.amount is None else f"{speaker.number(row.amount)} {speaker.text(row.unit)}".strip()
    said = [speaker.label("choice.kind", row.kind), speaker.label("choice.state", row.state), amount]
    told = page.say("resource", name=speaker.text(row.name), facts=", ".join(filter(None, said)))
    return where_from(page, Subject(table=row.table, key=row.id), told)
