"""For decision makers and coordinators: what has each objective come to, what moves it, what is not known?"""

from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_objectives import show_objective, show_rest
from azory_monitor.ui.show_text import show_headline, told_progress

page = open_page("objectives")
progress = page.answer("progress")

show_headline(page, told_progress(page, progress))
show_chart(page, "progress", progress, title=False)

for objective in page.programme.objectives.values():
    show_objective(page, objective)
show_rest(page)
