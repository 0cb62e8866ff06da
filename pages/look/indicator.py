"""For whoever asks about one figure: what is it, how has it developed, what is it compared with, what moves it?"""

from azory_monitor.ui.ask_programme import ask_figure
from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_barriers import barriers_of, show_barriers
from azory_monitor.ui.show_counted import show_counted
from azory_monitor.ui.show_indicator import (
    show_actions_of,
    show_conflicts,
    show_definition,
    show_measurements,
    show_series,
)
from azory_monitor.ui.show_standing import show_standing
from azory_monitor.ui.show_survey import show_beside, show_milestones, show_scale, show_survey
from azory_monitor.ui.show_text import show_headline, show_section, told_comparisons, told_one
from azory_monitor.ui.show_verdicts import show_verdicts, show_way

page = open_page("indicator")
asked, area = ask_figure(page)
indicator = page.programme.indicators[asked]

values = page.answer("measurements", indicator=indicator.id, areas=page.view.shown_beside(area))
compared = page.answer("comparisons", indicator=indicator.id, area=area, comparable=True)
progress = page.answer("progress", indicator=indicator.id)

widest = [one for one in compared if one.against == "area"] or compared
told = told_comparisons(page, widest[-1:]) or told_one(page, progress)
show_headline(page, told or page.speaker.text(indicator.name))
show_verdicts(page, indicator, area, compared)
show_series(page, indicator, values, area)
show_standing(page, compared)
show_survey(page, indicator, area)
show_beside(page, indicator, area)
show_way(page, indicator, progress)
show_milestones(page, indicator)
show_counted(page, indicator)

if values:
    show_section(page, "values")
    show_measurements(page, values, indicator.id)
    show_conflicts(page, page.answer("conflicts", indicator=indicator.id))

show_section(page, "definition")
show_definition(page, indicator)
show_scale(page, indicator)
show_section(page, "actions")
show_actions_of(page, indicator)
show_section(page, "barriers")
show_barriers(page, barriers_of(page, indicator=indicator.id))
