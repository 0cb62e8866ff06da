"""For whoever doubts a figure: how is it made, how good is it, where does it come from?"""

from azory_monitor.ui import (
    open_page,
    show_conflicts,
    show_headline,
    show_misfits,
    show_missing,
    show_paragraph,
    show_rules,
    show_section,
    show_sources,
    show_unknown,
)

page = open_page("method")
progress = page.answer("progress")
conflicts = page.answer("conflicts")

show_headline(page, page.say("headline"), page.say("lead"))
show_rules(page, ("four", "comparison", "chance", "own", "undated", "progress", "hidden", "history"))

show_section(page, "missing")
show_unknown(page, progress)
show_missing(page, progress)

show_section(page, "conflicts")
show_paragraph(page, page.count("conflicting", len(conflicts)))
show_conflicts(page, conflicts)

show_section(page, "misfits")
show_misfits(page, page.answer("misfits"))

show_section(page, "sources")
show_sources(page)
page.show_link("glossary", page.say("to_glossary"))
