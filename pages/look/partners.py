"""For everybody: who works with whom, who comes, what is there to share, and what pays for it?"""

from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_means import show_funding, show_resources
from azory_monitor.ui.show_partners import show_attendance, show_cooperation, show_institutions
from azory_monitor.ui.show_text import show_section

page = open_page("partners")

show_cooperation(page)

show_section(page, "institutions")
show_attendance(page)
show_institutions(page)

show_section(page, "resources")
show_resources(page)

show_section(page, "funding")
show_funding(page)
