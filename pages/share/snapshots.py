"""For whoever takes the monitor to a meeting: freeze a state, take its files along, see what changed between two."""

from azory_monitor.ui import (
    ask_freeze,
    may_write,
    open_page,
    show_between,
    show_briefs,
    show_exports,
    show_headline,
    show_section,
    show_snapshots,
)

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
