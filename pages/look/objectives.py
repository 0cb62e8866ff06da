"""For decision makers and coordinators: what has each objective come to, what moves it, what is not known?"""

from azory_monitor.ui import open_page, show_chart, show_headline, show_objective, show_rest, told_progress

page = open_page("objectives")
progress = page.answer("progress")

show_headline(page, told_progress(page, progress))
show_chart(page, "progress", progress, title=False)

for objective in page.programme.objectives.values():
    show_objective(page, objective)
show_rest(page)
