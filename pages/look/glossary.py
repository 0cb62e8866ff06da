"""For everybody: what do the words and letters mean that partners use?"""

from azory_monitor.ui import ask_words, open_page, show_empty, show_headline, show_terms

page = open_page("glossary")

if page.programme.glossary:
    show_headline(page, page.count("headline", len(page.programme.glossary)))
    show_terms(page, ask_words(page.say("find"), "find"))
else:
    show_headline(page, page.say("nothing"))
    show_empty(page, "empty")
