"""For coordinators and whoever doubts: which indicators can be followed, what is owed by whom, what looks odd?"""

from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_gaps import show_coverage, show_outliers, show_owed, show_readiness
from azory_monitor.ui.show_indicator import show_conflicts
from azory_monitor.ui.show_quality import show_misfits
from azory_monitor.ui.show_text import show_paragraph, show_section
from azory_monitor.ui.show_withheld import show_withheld

page = open_page("quality")
conflicts = page.answer("conflicts")

show_readiness(page, page.answer("readiness"))

show_section(page, "owed")
show_owed(page, page.answer("dues"), page.answer("unscheduled"))
page.show_link("upload", page.say("to_template"))

show_section(page, "coverage")
show_coverage(page, page.answer("coverage"))

show_section(page, "outliers")
show_outliers(page, page.answer("outliers"))

show_section(page, "conflicts")
show_paragraph(page, page.count("conflicting", len(conflicts)))
show_conflicts(page, conflicts)

show_section(page, "misfits")
show_misfits(page, page.answer("misfits"))
page.show_link("method", page.say("to_method"))

show_withheld(page)
