"""For whoever presents to the local group: what moved, how it stands, what must be decided, one answer a screen?"""

from azory_monitor.ui.ask_note import ask_note
from azory_monitor.ui.ask_plan import ask_plan
from azory_monitor.ui.frame import open_page
from azory_monitor.ui.meeting import open_meeting
from azory_monitor.ui.show_meeting import dress_meeting, preparing, show_handout, show_screen, show_steering

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
