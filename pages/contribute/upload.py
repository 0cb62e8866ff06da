"""For coordinators: hand in a file as it is or one value, see what is wrong, store what is sound, take it back."""

from azory_monitor.ui import (
    ask_data,
    ask_door,
    ask_undo,
    may_write,
    open_page,
    show_handed,
    show_headline,
    show_history,
    show_kept,
    show_section,
)

page = open_page("upload")
show_headline(page, page.say("headline"), page.say("lead"))
show_kept(page)

writing = may_write(page)
if writing:
    door = ask_door(page)
    handed = ask_data(page, door)
    if handed:
        show_handed(page, handed, door)

show_section(page, "history")
show_history(page)
if writing:
    ask_undo(page)
