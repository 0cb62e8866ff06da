"""Which state the pages show: the present one, or an earlier one on request; it stays in the link."""

import streamlit as st

from azory_monitor.errors import MonitorError
from azory_monitor.monitor import Monitor
from azory_monitor.ui.clock import moment
from azory_monitor.ui.markup import element
from azory_monitor.ui.show_error import show_error
from azory_monitor.view import View
from azory_monitor.words.speaker import Speaker

SNAPSHOT, AS_OF = "snapshot", "as_of"


def ask_state(monitor: Monitor, speaker: Speaker) -> View:
    """The choice of an earlier state, out of the way below the menu."""
    names = [batch.name for batch in monitor.snapshots()]
    numbers = [str(batch.id) for batch in monitor.batches()[:-1]]
    with st.sidebar.expander(speaker.say("ask.state.title")):
        snapshot = _ask(speaker, SNAPSHOT, names)
        as_of = _ask(speaker, AS_OF, numbers)
    try:
        return monitor.view(as_of=int(as_of) if as_of and not snapshot else None, snapshot=snapshot or "")
    except MonitorError as error:
        show_error(speaker, error)
        return monitor.view()


def _ask(speaker: Speaker, key: str, choices: list[str]) -> str | None:
    return st.selectbox(
        speaker.say(f"ask.state.{key}"),
        choices,
        index=None,
        key=key,
        bind="query-params",
        placeholder=speaker.say("ask.state.now" if choices else f"ask.state.no_{key}"),
        disabled=not choices,
    )


def show_past(view: View, speaker: Speaker) -> bool:
    """Tell that an earlier state is shown, with the way back; False when it is the present one."""
    snapshot, as_of = st.session_state.get(SNAPSHOT), st.session_state.get(AS_OF)
    if not snapshot and not as_of:
        return False
    when = moment(speaker, view.batch.taken)
    key = SNAPSHOT if snapshot else AS_OF
    with st.container(horizontal=True, vertical_alignment="center", key="past"):
        st.html(element("p", speaker.say(f"show.past.{key}", name=snapshot or as_of, when=when)), width="stretch")
        st.button(speaker.say("show.past.back"), key="back-to-now", on_click=_back)
    return True


def _back() -> None:
    st.session_state[SNAPSHOT] = st.session_state[AS_OF] = None
