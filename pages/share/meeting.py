"""For whoever presents to the local group: what moved, how it stands, what must be decided, one answer a screen?"""

from azory_monitor.ui import (
    ask_note,
    ask_plan,
    dress_meeting,
    open_meeting,
    open_page,
    preparing,
    show_handout,
    show_screen,
    show_steering,
)

meeting = open_meeting(open_page("meeting"))
dress_meeting(meeting)

if preparing():
    ask_plan(meeting)
else:
    show_screen(meeting)
    if meeting.item.kind == "noted":
        ask_note(meeting)
    show_steering(meeting)
    show_handout(meeting)
