"""For coordinators: hand in a file as it is or one value, see what is wrong, store what is sound, take it back."""

from azory_monitor.ui.ask_actor import may_write
from azory_monitor.ui.ask_door import ask_data, ask_door
from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_history import ask_undo, show_history
from azory_monitor.ui.show_text import show_headline, show_section
from azory_monitor.ui.show_upload import show_handed, show_kept

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
