"""For whoever doubts a figure: how is it made, where does it come from, what do the words mean?"""

from azory_monitor.ui import (
    open_page,
    show_glossary,
    show_headline,
    show_rules,
    show_section,
    show_sources,
)

page = open_page("method")

show_headline(page, page.say("headline"), page.say("lead"))
show_rules(
    page, ("four", "comparison", "chance", "own", "undated", "progress", "ready", "owed", "odd", "hidden", "history")
)
page.show_link("quality", page.say("to_quality"))

show_section(page, "glossary")
show_glossary(page)
show_section(page, "sources")
show_sources(page)
