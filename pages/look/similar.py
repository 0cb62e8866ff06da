"""For everybody: whom is the estate compared with, and how does its situation look taken all together?"""

from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_situation import show_index, show_peers, told_indices
from azory_monitor.ui.show_text import show_empty, show_headline, show_paragraph, show_section

page = open_page("similar")
indices = page.answer("indices")
alike = page.answer("peers")

if indices:
    show_headline(page, *told_indices(page, indices))
    for index in indices:
        show_index(page, index)
else:
    show_headline(page, page.say("nothing"))
    show_empty(page, "no_index")

show_section(page, "alike")
show_paragraph(page, page.say("alike_lead" if alike else "no_group"))
for peers in alike:
    show_peers(page, peers)

page.show_link("baseline", page.say("to_baseline"))
