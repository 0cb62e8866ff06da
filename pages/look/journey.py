"""For everybody: what has happened so far, what was planned, what changed on the way, and of what is nothing known?"""

from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_journey import (
    ask_entries,
    show_entries,
    show_small_steps,
    show_steps,
    show_turns,
    told_journey,
)
from azory_monitor.ui.show_text import show_empty, show_headline, show_section

page = open_page("journey")
show_headline(page, *told_journey(page))

if page.answer("entries"):
    kind, action = ask_entries(page)
    found = page.answer("entries", kind=kind, action=action)
    show_chart(page, "journey", found, today=page.view.today)

    show_section(page, "entries")
    show_entries(page, kind, action)
    show_section(page, "changes")
    show_turns(page)
    show_section(page, "small")
    show_small_steps(page)
    show_section(page, "steps")
    show_steps(page)
else:
    show_empty(page, "nothing")
