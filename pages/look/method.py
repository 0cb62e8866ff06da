"""For whoever doubts a figure: how is it made, where does it come from?"""

from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_quality import show_calibration, show_rules, show_sources
from azory_monitor.ui.show_text import show_headline, show_section

page = open_page("method")

show_headline(page, page.say("headline"), page.say("lead"))
show_rules(page, ("four", "comparison", "benchmarks", "chance", "own", "undated", "survey", "movement"))
show_rules(page, ("progress", "prospect", "counted", "ready", "owed", "odd", "hidden", "history"))
page.show_link("quality", page.say("to_quality"))

show_section(page, "calibration")
show_calibration(page)

show_section(page, "sources")
show_sources(page)
page.show_link("glossary", page.say("to_glossary"))
