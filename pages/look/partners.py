"""For everybody: who works with whom, who comes, what is there to share, and what pays for it?"""

from azory_monitor.ui import (
    open_page,
    show_attendance,
    show_cooperation,
    show_funding,
    show_institutions,
    show_resources,
    show_section,
)

page = open_page("partners")

show_cooperation(page)

show_section(page, "institutions")
show_attendance(page)
show_institutions(page)

show_section(page, "resources")
show_resources(page)

show_section(page, "funding")
show_funding(page)
