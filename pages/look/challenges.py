"""For decision makers: how are the difficulties of carrying the programme out met, and what has nobody answered yet?"""

from azory_monitor.ui.frame import open_page
from azory_monitor.ui.show_challenges import (
    ask_key_action,
    show_challenge,
    show_matrix,
    show_questions,
    show_responses,
    told_challenges,
)
from azory_monitor.ui.show_text import show_empty, show_headline, show_section

page = open_page("challenges")
challenges = page.answer("challenges")

if challenges:
    show_headline(page, told_challenges(page), page.say("lead"))
    show_section(page, "each")
    for challenge in challenges:
        show_challenge(page, challenge)
else:
    show_headline(page, told_challenges(page))
    show_empty(page, "nothing")

if page.answer("matrix"):
    show_section(page, "matrix")
    show_matrix(page)
    key_action = ask_key_action(page)
    show_responses(page, key_action)
    show_section(page, "questions")
    show_questions(page, key_action)

page.show_link("lessons", page.say("to_lessons"))
