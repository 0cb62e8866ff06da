"""The journey, the challenges, the lessons and the glossary, as a visitor meets them."""

import pytest

from azory_monitor.access import Actor
from azory_monitor.monitor import open_monitor
from azory_monitor.words.speaker import languages, speaker
from tests.pages.conftest import frozen, shown, visit

NEW = ("journey", "challenges", "lessons", "glossary")

pytestmark = pytest.mark.usefixtures("seeded")


@pytest.fixture
def view(seeded):
    return open_monitor().view()


def test_a_link_opens_the_entries_of_one_kind_and_action(view):
    wanted = next(entry for entry in view.entries() if entry.actions and entry.kind == "feast")
    app = visit("journey", lang="en", kind=wanted.kind, action=wanted.actions[0])
    assert app.selectbox(key="kind").value == wanted.kind
    assert app.selectbox(key="action").value == wanted.actions[0]
    found = view.entries(kind=wanted.kind, action=wanted.actions[0])
    assert speaker("en").count("page.journey.found", len(found)) in shown(app)


def test_a_choice_of_a_kind_stays_in_the_link(view):
    app = visit("journey", lang="en")
    app.selectbox(key="kind").select("group_meeting").run()
    assert app.query_params["kind"] in ("group_meeting", ["group_meeting"])
    assert not app.exception


def test_a_choice_that_no_entry_answers_is_told(view):
    kinds = {entry.kind for entry in view.entries()}
    pairs = [(kind, action) for kind in kinds for action in view.programme.actions]
    used = {action for entry in view.entries() for action in entry.actions}
    kind, action = next(pair for pair in pairs if pair[1] in used and not view.entries(*pair))
    app = visit("journey", lang="en", kind=kind, action=action)
    assert speaker("en").say("page.journey.nothing_found") in shown(app)
    assert not app.get("plotly_chart") and not app.exception


def test_an_unknown_choice_in_a_link_shows_everything(view):
    app = visit("journey", lang="en", kind="no-such-kind")
    assert not app.exception
    assert speaker("en").count("page.journey.found", len(view.entries())) in shown(app)


def test_a_plan_that_is_past_says_that_nothing_was_recorded_since():
    assert "nothing recorded since" in shown(visit("journey", lang="en"))


def test_all_entries_are_shown_when_asked_for(view):
    app = visit("journey", lang="en")
    before = shown(app).count('class="title"')
    app.toggle(key="all-entries").set_value(True).run()
    assert shown(app).count('class="title"') - before == len(view.entries()) - 20


def test_every_challenge_and_every_empty_cell_is_visible(view):
    for key_action in view.programme.key_actions:
        app = visit("challenges", lang="en", key_action=key_action)
        page = shown(app)
        empty = sum(len(cell.empty) for cell in view.matrix if cell.key_action == key_action)
        assert page.count(f">{speaker('en').say('page.challenges.empty')}<") == empty
        assert page.count('<section class="challenge">') == len(view.programme.challenges)


def test_questions_whose_use_nobody_recorded_stay_visible(view):
    key_action = next(iter(view.programme.key_actions))
    asked = [row for row in view.programme.questions.values() if row.key_action == key_action]
    page = shown(visit("challenges", lang="en", key_action=key_action))
    assert page.count(speaker("en").say("page.challenges.no_use")) == sum(
        not any(row.use_made.values()) for row in asked
    )


def test_actions_in_no_outcome_are_listed(view):
    page = shown(visit("lessons", lang="en"))
    assert view.without_outcome
    for one in view.without_outcome:
        assert view.programme.actions[one.action].name["en"].split("–")[0].strip() in page


@pytest.mark.parametrize("language", languages())
def test_the_glossary_finds_letters_by_the_link_in_every_language(language, view):
    page = shown(visit("glossary", lang=language, find="ulsg"))
    (found,) = view.terms("ulsg").terms
    assert speaker(language).text(view.programme.glossary[found].term) in page
    assert speaker(language).count("page.glossary.found", 1) in page


def test_what_is_typed_stays_in_the_link_and_letters_with_several_meanings_say_so():
    app = visit("glossary", lang="en")
    app.text_input(key="find").set_value(" LAP ").run()
    assert app.query_params["find"] in ("LAP", ["LAP"])
    assert "“LAP” means 3 different things here." in shown(app)
    app.text_input(key="find").set_value("").run()
    assert "find" not in app.query_params


def test_a_word_that_is_not_there_is_told_as_text():
    app = visit("glossary", lang="en", find="<b>zzz</b>")
    assert "&lt;b&gt;zzz" in shown(app) and "<b>zzz" not in shown(app)


@pytest.mark.usefixtures("own_home")
@pytest.mark.parametrize("page", NEW)
def test_a_page_is_shown_as_it_was(page):
    frozen("June")
    app = visit(page, lang="en", snapshot="June")
    assert not app.exception
    assert "snapshot “June”" in shown(app) and 'class="headline"' in shown(app)


HEADINGS = "indicator,area,state,operator,value,upper,period,every,baseline_value,baseline_period,why_en"


@pytest.mark.usefixtures("own_home")
def test_a_target_that_was_changed_stands_in_the_journey_with_its_reason():
    monitor, actor = open_monitor(), Actor("Anna", "coordinator")
    programme = monitor.view().programme
    indicator, area = next(iter(programme.targets.values())).indicator, programme.area.id
    for value, why in (("500", "agreed at a meeting"), ("300", "the park is smaller")):
        row = f"{indicator},{area},agreed,>=,{value},,2027,,10,2020,{why}"
        monitor.keep(monitor.check("targets.csv", f"{HEADINGS}\n{row}\n".encode(), "targets"), actor)
    page = shown(visit("journey", lang="en", kind="target_change"))
    assert "the park is smaller" in page and "by Anna" in page
    assert speaker("en").say("page.journey.no_changes") not in page
