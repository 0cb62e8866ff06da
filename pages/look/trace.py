"""For whoever doubts a number: which file, which cell, which person does it come from, and what was made of it?"""

from azory_monitor.ui.ask_traced import ask_traced
from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_origin import show_origin

page = open_page("trace")
found = ask_traced(page)

show_origin(page, found)
page.show_link("method", page.say("to_method"))
