"""For everybody, as Polish public bodies must say: who can use the monitor, and what still bars the way?"""

from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_statement import show_statement
from azory_monitor.ui.show_text import show_headline

page = open_page("accessibility")
show_headline(page, page.say("headline"))
show_statement(page)
