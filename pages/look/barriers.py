"""For decision makers: what stands in the way, where does it pile up, and which decision is asked of whom?"""

from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_barriers import barriers_of, show_barriers, show_decisions, waiting
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_hindrances import ask_barriers, show_changes, show_gaps, show_reviews, show_stalled
from azory_monitor.ui.show_text import show_headline, show_paragraph, show_section

page = open_page("barriers")
everything = barriers_of(page)
standing = [barrier for barrier in everything if barrier.state != "closed"]

show_headline(page, page.count("headline", len(standing)), page.count("waiting", len(waiting(everything))))
show_chart(page, "barriers", everything)

show_section(page, "decisions")
show_decisions(page, waiting(everything))

show_section(page, "changed")
show_changes(page)

show_section(page, "reviews")
show_reviews(page)

show_section(page, "register")
found = barriers_of(page, **ask_barriers(page))
show_paragraph(page, page.count("found", len(found)))
show_barriers(page, found, at_most=20)

show_section(page, "stalled")
show_stalled(page)

show_section(page, "gaps")
show_gaps(page)
