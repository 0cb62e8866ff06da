"""For everybody: what do the tables of the diagnosis say, and how does each figure stand beside the others?"""

from azory_monitor.ui.ask_programme import ask_source
from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_indicator import show_comparisons, show_measurements
from azory_monitor.ui.show_quality import show_source
from azory_monitor.ui.show_text import show_empty, show_headline, show_section, told_comparisons, told_rankings

page = open_page("baseline")
source = ask_source(page)

if source:
    measured = page.answer("measurements", source=source)
    compared = page.answer("comparisons", source=source, comparable=True, against="area")
    ranked = page.answer("rankings", source=source)
    with_interval = [one for one in compared if one.difference_lower is not None]

    show_headline(page, told_comparisons(page, compared) or told_rankings(page, ranked) or page.say("plain"))
    show_source(page, source, measured)
    show_chart(page, "difference" if with_interval else "standing", compared, title=False)
    for ranking in ranked:
        show_chart(page, "ranking", ranking, key=ranking.indicator)
    show_section(page, "figures")
    show_measurements(page, measured, source, of_source=True)
    if compared:
        show_section(page, "verdicts")
        show_comparisons(page, compared)
else:
    show_headline(page, page.say("nothing"))
    show_empty(page, "no_source")

page.show_link("similar", page.say("to_similar"))
