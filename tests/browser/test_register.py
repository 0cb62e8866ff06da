"""A meeting entered on the screen by keyboard and mouse, seen in the register, and taken back."""

import pytest
from playwright.sync_api import expect

from azory_monitor.words.speaker import languages, speaker
from tests.browser.test_accessibility import DRESSES, findings
from tests.browser.window import PATIENCE, place, settled
from tests.test_datapackage import by_id

WHO, TITLE, DAY, PEOPLE = "Anna Nowak", "ULG 7", "2019-09-12", "45"
CAME = 3
"""So many institutions came."""


class Coordinator:
    """A person at the register, who reads one language."""

    def __init__(self, window, language):
        self.window, self.language = window, language
        self.say = speaker(language).say

    def field(self, column, star=""):
        return self.window.get_by_label(f"{self.say(f'column.{column}')}{star}", exact=True)

    def chooses(self, column, name, star=""):
        """Type the beginning of a name and take the first that is offered."""
        box = self.window.get_by_role("combobox", name=f"{self.say(f'column.{column}')}{star}")
        box.click()
        self.window.keyboard.type(name)
        self.window.get_by_role("option").first.click()

    def types(self, column, text, star=""):
        self.field(column, star).fill(text)

    def presses(self, key):
        self.window.get_by_role("button", name=self.say(f"page.register.{key}"), exact=True).click()

    def sees(self, text):
        expect(self.window.get_by_text(text).first).to_be_visible(timeout=PATIENCE)


@pytest.mark.parametrize("language", languages())
def test_a_meeting_is_entered_stored_seen_and_taken_back(own_monitor, visit, language):
    came = list(by_id("institutions").values())[:CAME]
    shown = "; ".join(speaker(language).text(row.short) or row.name[language] for row in came)
    anna = Coordinator(visit(place(own_monitor, "register", language)), language)
    settled(anna.window)
    anna.types("title", TITLE, " *")
    anna.types("date", DAY, " *")
    anna.chooses("kind", anna.say("choice.kind.group_meeting"), " *")
    anna.types("participants", PEOPLE)
    for row in came:
        anna.chooses("present", row.name[language])
    anna.window.keyboard.press("Escape")
    anna.presses("check")
    anna.sees(anna.say("page.register.preview"))
    anna.sees(shown)

    anna.window.get_by_label(anna.say("ask.actor.label"), exact=True).fill(WHO)
    anna.presses("store")
    anna.sees(anna.say("page.register.stored", name=TITLE, batch=2))
    expect(anna.field("title", " *")).to_have_value("")

    entry = Coordinator(visit(place(own_monitor, "register", language, table="activities", entry="ulg-7")), language)
    settled(entry.window)
    expect(entry.field("participants")).to_have_value(PEOPLE)

    anna.presses("undo")
    anna.sees(anna.say("page.register.taken_back", batch=2))


FIGURES = ("local-group-meetings", "event-participants", "joint-actions")


def seen(window, own_monitor, language):
    """What stands on the screen of the three figures and of the picture of who works with whom."""
    told = []
    for indicator in FIGURES:
        window.goto(place(own_monitor, "indicator", language, indicator=indicator))
        told.append(" ".join(settled(window).locator("p.headline, p.text").all_inner_texts()))
    window.goto(place(own_monitor, "partners", language))
    told.append(settled(window).locator(".headline").inner_text())
    told.append(window.get_by_role("figure").first.get_attribute("aria-label") or "")
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in told]


def test_a_meeting_of_three_institutions_moves_every_figure_and_taking_it_back_returns_them(own_monitor, visit):
    language, beside = "en", visit("about:blank")
    before = seen(beside, own_monitor, language)
    anna = Coordinator(visit(place(own_monitor, "register", language)), language)
    settled(anna.window)
    anna.types("title", TITLE, " *")
    anna.types("date", DAY, " *")
    anna.chooses("kind", anna.say("choice.kind.group_meeting"), " *")
    anna.types("participants", PEOPLE)
    for row in list(by_id("institutions").values())[:CAME]:
        anna.chooses("organisers", row.name[language])
    anna.window.keyboard.press("Escape")
    anna.presses("check")
    anna.sees(anna.say("page.register.preview"))
    anna.window.get_by_label(anna.say("ask.actor.label"), exact=True).fill(WHO)
    anna.presses("store")
    anna.sees(anna.say("page.register.stored", name=TITLE, batch=2))

    after = seen(beside, own_monitor, language)
    assert "Meetings of the local group: 7 meetings, 2 of them undated." in after[0]
    assert "at least 45 people" in after[1] and "45" not in before[1]
    assert "Joint actions in a year (2019): 1 action;" in after[2]
    assert [one == other for one, other in zip(before[-2:], after[-2:], strict=True)] == [False, False]

    anna.presses("undo")
    anna.sees(anna.say("page.register.taken_back", batch=2))
    assert seen(beside, own_monitor, language) == before


@pytest.mark.parametrize(("language", "theme"), DRESSES)
def test_anyone_can_use_the_form_with_every_fold_open_and_a_fault_told(monitor, visit, language, theme):
    barrier = next(iter(by_id("barriers")))
    anna = Coordinator(
        visit(place(monitor, "register", language, table="barriers", entry=barrier), theme=theme), language
    )
    settled(anna.window)
    anna.types("next_review", "?")
    anna.presses("check")
    expect(anna.window.get_by_role("alert")).to_be_visible(timeout=PATIENCE)
    for fold in settled(anna.window).get_by_test_id("stMain").get_by_test_id("stExpander").locator("summary").all():
        fold.click()
    assert findings(settled(anna.window)) == []
