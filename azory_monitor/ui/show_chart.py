"""A chart with everything that belongs to it: its answer, its picture, its numbers, its unit and source."""

from typing import Any

import streamlit as st

from azory_monitor.charts.style import CONFIG
from azory_monitor.model.presented import Chart
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element
from azory_monitor.ui.picture import picture
from azory_monitor.ui.show_table import Laid, Lead, laid, show_laid


def show_chart(
    page: Page, name: str, results: Any, *, key: str = "", title: bool = True, lead: Lead | None = None, **more: Any
) -> None:
    """Draw results by the chart ``name``, with its numbers folded below it; ``more`` goes to the chart.

    ``key`` tells apart two charts of one name on a page.  Where the chart has nothing to draw, nothing is shown.
    """
    chart = picture(page, name, results, **more)
    if chart is None:
        return
    place = "-".join(filter(None, (page.name, name, key)))
    if title:
        st.html(element("p", chart.title, class_="answer"))
    st.plotly_chart(chart.figure, theme=None, key=f"chart-{place}", config=CONFIG, alt=chart.alt)
    st.html(element("p", _origin(page, chart), class_="origin"))
    with st.expander(page.speaker.say("show.chart.table")):
        show_laid(page, *_numbers(page, chart, results, lead), place)


@finished
def _numbers(page: Page, chart: Chart, results: Any, lead: Lead | None) -> Laid:
    return laid(page, chart.table, linked=lead(page, chart.table, results) if lead else None)


def _origin(page: Page, chart: Chart) -> str:
    said = [page.speaker.say("show.chart.unit", unit=chart.unit)] if chart.unit else []
    said += [page.speaker.say("show.chart.source", source=chart.source)] if chart.source else []
    return " ".join(said)
