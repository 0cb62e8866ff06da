"""For whoever asks about one figure: what is it, how has it developed, what is it compared with, what moves it?"""

from azory_monitor.ui import (
    ask_figure,
    barriers_of,
    open_page,
    show_actions_of,
    show_barriers,
    show_chart,
    show_comparisons,
    show_conflicts,
    show_counted,
    show_definition,
    show_headline,
    show_measurements,
    show_progress,
    show_section,
    show_series,
    show_target_changes,
    show_verdicts,
    told_comparisons,
    told_one,
)

page = open_page("indicator")
asked, area = ask_figure(page)
indicator = page.programme.indicators[asked]

values = page.answer("measurements", indicator=indicator.id)
compared = page.answer("comparisons", indicator=indicator.id, area=area, comparable=True)
progress = page.answer("progress", indicator=indicator.id)
conflicts = [one for one in page.answer("conflicts") if one.indicator == page.programme.series_of(indicator.id)]

widest = [one for one in compared if one.against == "area"] or compared
told = told_comparisons(page, widest[-1:]) or told_one(page, progress)
show_headline(page, told or page.speaker.text(indicator.name))
show_verdicts(page, indicator, area, compared)
show_series(page, indicator, values, area)

if compared:
    show_section(page, "comparison")
    show_chart(page, "standing", compared, title=False)
    show_comparisons(page, compared)

if progress:
    show_section(page, "progress")
    show_progress(page, progress[0])
    show_target_changes(page, page.answer("target_changes", indicator=indicator.id))

show_counted(page, indicator)

if values:
    show_section(page, "values")
    show_measurements(page, values, indicator.id)
    show_conflicts(page, conflicts)

show_section(page, "definition")
show_definition(page, indicator)
show_section(page, "actions")
show_actions_of(page, indicator)
show_section(page, "barriers")
show_barriers(page, barriers_of(page, indicator=indicator.id))
