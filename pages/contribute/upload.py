"""For coordinators: hand in a file as it is, see what is wrong in which cell, store what is sound, take it back."""

from azory_monitor.ui import (
    ask_file,
    ask_keep,
    ask_questions,
    ask_undo,
    may_write,
    open_page,
    show_headline,
    show_history,
    show_kept,
    show_preview,
    show_problems,
    show_reading,
    show_section,
)

page = open_page("upload")
show_headline(page, page.say("headline"), page.say("lead"))
show_kept(page)

writing = may_write(page)
handed = ask_file(page) if writing else None
if handed:
    show_section(page, "reading")
    show_reading(page, handed)
if handed and handed.questions:
    ask_questions(page, handed)
elif handed:
    show_section(page, "problems")
    show_problems(page, handed)
    show_section(page, "preview.title")
    show_preview(page, handed.preview)
    show_section(page, "keep")
    ask_keep(page, handed)

show_section(page, "history")
show_history(page)
if writing:
    ask_undo(page)
