"""Choices among what the programme knows: indicators, areas, sources."""

import streamlit as st

from azory_monitor.ui.ask_choice import ask_choice
from azory_monitor.ui.frame import Page
from azory_monitor.ui.named import area_name, indicator_name, source_name


def ask_indicator(page: Page) -> str:
    """One indicator of all, in the order of the programme; the first that has a value where the link names none."""
    measured = page.view.measured
    indicators = list(page.programme.indicators)
    first = next((id for id in indicators if id in measured), indicators[0])
    return ask_choice(
        page.speaker.say("ask.indicator"), "indicator", indicators, lambda id: indicator_name(page, id), first
    )


def ask_area(page: Page, indicator: str) -> str:
    """One of the areas that the indicator has values for; the followed one where it is among them."""
    measured = page.view.measured_in(indicator)
    areas = [area for area in page.programme.areas if area in measured]
    followed = [area for area in page.programme.profile.areas if area in measured]
    if len(areas) < 2:
        return next(iter(areas), page.programme.area.id)
    default = next(iter(followed), areas[0])
    return ask_choice(page.speaker.say("ask.area"), "area", areas, lambda id: area_name(page, id), default)


def ask_figure(page: Page) -> tuple[str, str]:
    """An indicator and an area, beside each other."""
    left, right = st.columns([2, 1])
    with left:
        indicator = ask_indicator(page)
    with right:
        return indicator, ask_area(page, indicator)


def ask_source(page: Page) -> str:
    """One of the printed tables that give figures; empty where there is none."""
    tables = [source.id for source in page.answer("printed_tables")]
    return (
        ask_choice(page.speaker.say("ask.source"), "source", tables, lambda id: source_name(page, id)) if tables else ""
    )
