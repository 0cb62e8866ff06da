"""For whoever takes the monitor to a meeting: freeze a state, take its files along, see what changed between two."""

from azory_monitor.ui.ask_actor import may_write
from azory_monitor.ui.ask_freeze import ask_freeze
from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_between import show_between
from azory_monitor.ui.show_briefs import show_briefs
from azory_monitor.ui.show_exports import show_exports
from azory_monitor.ui.show_snapshots import show_snapshots
from azory_monitor.ui.show_text import show_headline, show_section

page = open_page("snapshots")
show_headline(page, page.say("headline"), page.say("lead"))

show_section(page, "now")
show_exports(page)

show_section(page, "list")
show_snapshots(page)

show_section(page, "compared")
show_between(page)

show_section(page, "briefs")
show_briefs(page)

show_section(page, "new")
if may_write(page):
    ask_freeze(page)
