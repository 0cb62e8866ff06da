"""What every visit runs first, whichever page it asks for: dress, language, menu, state; then the page."""

import streamlit as st

from azory_monitor.access import may
from azory_monitor.errors import MonitorError
from azory_monitor.monitor import open_monitor
from azory_monitor.ui.ask_sign_in import ask_sign_in, show_wall
from azory_monitor.ui.ask_state import ask_state, show_past
from azory_monitor.ui.frame import Visit, begin, show_foot
from azory_monitor.ui.language import ask_language, state_language
from azory_monitor.ui.look import DARK, LARGE, look
from azory_monitor.ui.markup import element
from azory_monitor.ui.menu import carried, menu
from azory_monitor.ui.show_error import show_error
from azory_monitor.ui.show_keeping import show_keeping
from azory_monitor.ui.visitor import visitor
from azory_monitor.ui.way_back import stand_here

st.set_page_config(layout="wide")
st.html(look())
head = st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="head")

try:
    monitor = open_monitor()
    profile = monitor.view().programme.profile
except MonitorError as error:
    with head:
        speaker = ask_language("")
    state_language(speaker)
    show_error(speaker, error)
    st.stop()

with head:
    name = st.empty()
    speaker = ask_language(profile.language)
    actor = visitor(monitor.access)
    ask_sign_in(speaker, actor)
state_language(speaker)
if not may(actor, "read"):
    show_wall(speaker, actor)
    st.stop()
name.html(element("p", speaker.text(profile.name), class_="programme"), width="stretch")

here = menu(speaker)
stand_here(here.url_path)
large = st.sidebar.toggle(speaker.say("ask.large"), key="large", bind="query-params")
if large:
    st.html(LARGE)
theme = st.context.theme.type or "light"
if theme == "dark":
    st.html(DARK)
view = ask_state(monitor, speaker)
past = show_past(view, speaker)
show_keeping(monitor, speaker, actor, here.url_path)
body, foot = st.container(key="page"), st.container(key="foot")
visit = Visit(monitor, view, speaker, theme, actor, past, large, carried(), st.context.timezone or "")
begin(visit)

with foot:
    show_foot(visit)
with body:
    try:
        here.run()
    except MonitorError as error:
        show_error(speaker, error)
