"""For decision makers with one minute: where does the estate stand, what moves, what blocks, what is owed?"""

from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_barriers import barriers_of, show_decisions, waiting
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_gaps import told_dues
from azory_monitor.ui.show_history import show_last_change
from azory_monitor.ui.show_indicator import show_uncompared
from azory_monitor.ui.show_objectives import show_plan
from azory_monitor.ui.show_text import show_empty, show_headline, show_paragraph, show_section, told_comparisons
from azory_monitor.ui.show_unknown import show_unknown

page = open_page("overview")
comparisons = page.answer("compared_widely")
progress = page.answer("progress")
barriers = barriers_of(page)

if comparisons:
    show_headline(page, told_comparisons(page, comparisons))
    show_chart(page, "standing", comparisons, title=False)
    show_uncompared(page, page.answer("uncompared"))
    page.show_link("baseline", page.say("to_baseline"))
else:
    show_headline(page, page.say("nothing_compared"))
    show_empty(page, "no_comparison")

show_section(page, "plan")
show_plan(page)
page.show_link("objectives", page.say("to_objectives"))

show_section(page, "decisions")
show_decisions(page, waiting(barriers), at_most=4)
page.show_link("barriers", page.count("to_barriers", len(barriers)))

show_section(page, "changed")
show_last_change(page)
page.show_link("upload", page.say("to_history"))

show_section(page, "unknown")
show_unknown(page, progress)
show_paragraph(page, told_dues(page, page.answer("dues")))
page.show_link("quality", page.say("to_unknown"))
