"""One value typed in with its note; it goes the way of a file: the same checks, the same preview, the same keeping."""

import csv
import hashlib
import io

import streamlit as st

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import columns, header
from azory_monitor.ui.frame import Page
from azory_monitor.ui.incoming import Incoming, bring
from azory_monitor.ui.named import area_name, indicator_name

VALUE = "value"
_ROUND = "value-round"
_STAYS = ("indicator", "area", "period", "source")
"""What is kept for the next value."""


def ask_value(page: Page) -> None:
    """The cells of one measurement."""
    with st.form("value", border=False):
        cells = {"indicator": _ask_indicator(page), "area": _ask_area(page)}
        for names in (("period", "value", "qualifier"), ("numerator", "denominator"), ("source",), ("note",)):
            for place, name in zip(st.columns(len(names)), names, strict=True):
                with place:
                    cells[name] = _ask_qualifier(page) if name == "qualifier" else _ask_text(page, name)
        if st.form_submit_button(page.say("value.check")):
            content = _written(page, cells)
            bring(VALUE, Incoming(hashlib.sha256(content).hexdigest(), page.say("value.file"), content))


def forget_value() -> None:
    """Empty the form for the next value; what the next one will most likely share stays."""
    bring(VALUE, None)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _key(name: str) -> str:
    return f"value-{name}" if name in _STAYS else f"value-{name}-{st.session_state.get(_ROUND, 0)}"


def _ask_indicator(page: Page) -> str:
    indicators = [row.id for row in page.programme.indicators.values() if not row.same_as]
    return (
        st.selectbox(
            page.speaker.say("column.indicator"),
            indicators,
            index=None,
            format_func=lambda id: indicator_name(page, id),
            placeholder=page.say("value.choose"),
            key=_key("indicator"),
            persist_state="session",
        )
        or ""
    )


def _ask_area(page: Page) -> str:
    areas = list(page.programme.areas)
    return st.selectbox(
        page.speaker.say("column.area"),
        areas,
        index=areas.index(page.programme.area.id),
        format_func=lambda id: area_name(page, id),
        key=_key("area"),
        persist_state="session",
    )


def _ask_qualifier(page: Page) -> str:
    (choices,) = (column.choices for column in columns(Measurement) if column.name == "qualifier")
    return (
        st.selectbox(
            page.speaker.say("column.qualifier"),
            choices,
            index=None,
            format_func=lambda choice: page.speaker.say(f"choice.qualifier.{choice}"),
            placeholder=page.say("value.exact"),
            key=_key("qualifier"),
            persist_state="session",
        )
        or ""
    )


def _ask_text(page: Page, name: str) -> str:
    examples = {"period": page.say("value.period_example"), "numerator": page.say("value.counts_example")}
    label = page.speaker.say(f"column.{name}")
    typed = st.text_input(label, key=_key(name), placeholder=examples.get(name), persist_state="session")
    return (typed or "").strip()


def _written(page: Page, cells: dict[str, str]) -> bytes:
    """The form as a file of one row; a note is in the language of the page."""
    named = {header(name, page.speaker.language) if name == "note" else name: cell for name, cell in cells.items()}
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([named.keys(), named.values()])
    return out.getvalue().encode("utf-8")
