"""For coordinators: enter what happened, what stands in the way, who takes part and what pays for it; once."""

from azory_monitor.ui.ask_actor import may_write
from azory_monitor.ui.ask_entry import ask_entry, ask_which, handed_entry
from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_entry import show_entered, show_entry
from azory_monitor.ui.show_text import show_headline
from azory_monitor.ui.show_versions import show_versions

page = open_page("register")
show_headline(page, page.say("headline"), page.say("lead"))

writing = may_write(page)
table, entry = ask_which(page)
if writing:
    ask_entry(page, table, entry)
    handed = handed_entry(page, table, entry)
    if handed:
        show_entry(page, handed, table, entry)
    else:
        show_entered(page, table)

if entry:
    show_versions(page, table, entry, writing)
