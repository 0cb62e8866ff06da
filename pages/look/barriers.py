"""For decision makers: what stands in the way, where does it pile up, and which decision is asked of whom?"""

from azory_monitor.ui import (
    actions_without_barrier,
    ask_filters,
    barriers_of,
    open_page,
    show_actions,
    show_barriers,
    show_chart,
    show_decisions,
    show_headline,
    show_paragraph,
    show_section,
    waiting,
)

page = open_page("barriers")
everything = barriers_of(page)
silent = actions_without_barrier(page)

show_headline(page, page.count("headline", len(everything)), page.count("waiting", len(waiting(everything))))
show_chart(page, "barriers", everything)

show_section(page, "decisions")
show_decisions(page, waiting(everything))

show_section(page, "register")
theme, objective = ask_filters(page)
found = barriers_of(page, theme=theme, objective=objective)
show_paragraph(page, page.count("found", len(found)))
show_barriers(page, found, at_most=20)

show_section(page, "silent")
show_paragraph(page, page.count("silent_actions", len(silent)))
show_actions(page, silent)
