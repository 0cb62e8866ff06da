"""For everybody: what do the words and letters mean that partners use?"""

from azory_monitor.ui.ask_words import ask_words
from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_glossary import show_terms
from azory_monitor.ui.show_text import show_empty, show_headline

page = open_page("glossary")

if page.programme.glossary:
    show_headline(page, page.count("headline", len(page.programme.glossary)))
    show_terms(page, ask_words(page.say("find"), "find"))
else:
    show_headline(page, page.say("nothing"))
    show_empty(page, "empty")
