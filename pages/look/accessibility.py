"""For everybody, as Polish public bodies must say: who can use the monitor, and what still bars the way?"""

from azory_monitor.ui import open_page, show_headline, show_statement

page = open_page("accessibility")
show_headline(page, page.say("headline"))
show_statement(page)
