"""For partners and other cities: what came of the programme, which actions came to nothing yet, what was learned?"""

from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_findings import show_findings
from azory_monitor.ui.show_lessons import show_lessons, show_outcomes, show_unplaced, told_outcomes
from azory_monitor.ui.show_text import show_headline, show_section

page = open_page("lessons")
show_headline(page, told_outcomes(page))

if page.programme.outcomes:
    show_section(page, "outcomes")
    show_outcomes(page)
if page.programme.outcomes and page.answer("without_outcome"):
    show_section(page, "unplaced")
    show_unplaced(page)

if page.programme.findings:
    show_section(page, "found")
    show_findings(page)

show_section(page, "lessons")
show_lessons(page, "lesson")
show_section(page, "hints")
show_lessons(page, "hint")
