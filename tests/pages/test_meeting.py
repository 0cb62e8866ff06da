"""A meeting: every screen in both languages, its link, its order, what is noted in it, and when it only reads."""

import datetime
import re

import pytest

from azory_monitor.access import Actor
from azory_monitor.monitor import open_monitor
from azory_monitor.words.speaker import languages, speaker
from tests.pages.conftest import shown, visit
from tests.pages.test_states import next_to_nothing

__all__ = ["next_to_nothing"]

WHO = "Anna Nowak"
SCREENS = 18
"""Of the seeded programme."""


def screen(app):
    """The screen that is shown, without what is for the printer."""
    (found,) = [one.proto.body for one in app.get("html") if 'class="screen"' in one.proto.body]
    return found


def place(app):
    return re.search(r"<span>(\d+) \S+ (\d+)</span>", screen(app)).groups()


def link_of(app):
    """What the link says; a test's query holds a text or a list of one."""
    return {key: value if isinstance(value, str) else value[0] for key, value in app.query_params.items()}


def press(app, key):
    app.button(key=key).click()
    return app.run()


@pytest.mark.usefixtures("seeded")
@pytest.mark.parametrize("language", languages())
def test_every_screen_opens_with_an_answer_and_none_is_told_twice(language):
    app, told = visit("meeting", lang=language), []
    for n in range(1, SCREENS + 1):
        assert not app.exception
        assert place(app) == (str(n), str(SCREENS))
        told.append(re.search(r'<h2 class="headline[^>]*>(.+?)</h2>', screen(app)).group(1))
        if n < SCREENS:
            app = press(app, "go-on")
    assert len(set(told)) == SCREENS
    assert app.button(key="go-on").disabled


@pytest.mark.usefixtures("seeded")
def test_every_key_of_a_remote_has_its_way_and_none_leads_past_the_ends():
    app = press(visit("meeting", lang="en"), "key-PageUp")
    assert place(app)[0] == "1"
    assert place(press(app, "key-PageDown"))[0] == "2"
    assert place(press(app, "key-End"))[0] == str(SCREENS)
    assert place(press(app, "key-Space"))[0] == str(SCREENS)
    assert place(press(app, "key-Home"))[0] == "1"


@pytest.mark.usefixtures("seeded")
@pytest.mark.parametrize("asked, opened", [("3", "3"), ("0", "1"), ("999", str(SCREENS)), ("²", "1"), ("x", "1")])
def test_the_screen_stands_in_the_link(asked, opened):
    assert place(visit("meeting", lang="en", screen=asked))[0] == opened


@pytest.mark.usefixtures("seeded")
@pytest.mark.parametrize("link", ["", "x", "1", "99_2019-01-01", "1_2999-01-01", "1_1999-01-01", "0_", "1_2026"])
def test_a_link_that_was_cut_or_made_up_begins_a_meeting_now(link):
    app = visit("meeting", lang="en", meeting=link)
    assert not app.exception
    view = open_monitor().view()
    assert link_of(app)["meeting"] == f"{view.batch.id}_{view.today}"


def frozen():
    """The link's word for the state as it is now."""
    view = open_monitor().view()
    return f"{view.batch.id}_{view.today}"


def take(table, text):
    monitor = open_monitor()
    return monitor.keep(monitor.check(f"{table}.csv", text.encode(), table=table), Actor(WHO, "coordinator"))


@pytest.mark.usefixtures("own_home")
def test_what_comes_in_meanwhile_does_not_change_the_meeting():
    link = frozen()
    before = screen(visit("meeting", lang="en", meeting=link, screen="9"))
    id, row = next(iter(open_monitor().view().programme.objectives.items()))
    take("objectives", f"id,number,name_en,short_en\n{id},{row.number},Quite another,Other\n")
    assert screen(visit("meeting", lang="en", meeting=link, screen="9")) == before
    assert "Quite another" in shown(visit("meeting", lang="en"))
    assert "Quite another" not in shown(visit("meeting", lang="en", meeting=link))


@pytest.mark.usefixtures("own_home")
def test_the_next_meeting_tells_what_came_in_since_the_last_one():
    yesterday = open_monitor().view().today - datetime.timedelta(days=1)
    take("activities", f"id,title_en,date,kind,state\nmet,We met,{yesterday},group_meeting,held\n")
    told = screen(visit("meeting", lang="en", screen="2"))
    assert WHO in told


@pytest.mark.usefixtures("seeded")
def test_the_presenter_hides_moves_and_notes_and_the_link_keeps_it():
    app = visit("meeting", lang="en", prepare="1")
    first = next(box for box in app.checkbox if box.key.startswith("show-opening"))
    app = first.uncheck().run()
    app = press(app, "down-moved")
    app.text_input(key="noted-moved").set_value("Thank <b>the</b> police")
    app = app.run()
    assert not app.exception
    link = {key: value for key, value in link_of(app).items() if key != "prepare"}
    again = visit("meeting", **(link | {"lang": "en"}))
    assert place(again) == ("1", str(SCREENS - 1))
    assert speaker("en").say("page.meeting.kind.standing") in screen(again)
    assert "Thank &lt;b&gt;the&lt;/b&gt; police" in screen(press(again, "go-on"))


@pytest.mark.usefixtures("seeded")
def test_the_plan_can_be_begun_taken_back_and_its_last_screen_stays():
    app = visit("meeting", lang="en", prepare="1", plan="owed")
    assert [box.disabled for box in app.checkbox if box.key.startswith("show-owed")] == [True]
    assert place(press(app, "begin")) == ("1", "1")
    app = press(visit("meeting", lang="en", prepare="1", plan="owed"), "as-built")
    assert place(press(app, "begin")) == ("1", str(SCREENS))


def activities():
    return open_monitor().view().programme.activities


def noting(app, **cells):
    for name, value in cells.items():
        kinds = (app.text_input, app.selectbox)
        (found,) = [one for kind in kinds for one in kind if (one.key or "").startswith(f"note-{name}-")]
        found.set_value(value)
    app.text_input(key="who-note").set_value(WHO)
    next(button for button in app.button if button.form_id == "note").click()
    return app.run()


@pytest.mark.usefixtures("own_home")
@pytest.mark.parametrize("language", languages())
def test_a_decision_is_stored_with_its_meeting_and_its_barrier_and_taken_back(language):
    say, before = speaker(language).say, set(activities())
    programme = open_monitor().view().programme
    barrier = next(row for row in programme.barriers.values() if row.decision and row.actions)
    who = next(iter(programme.institutions))
    app = visit("meeting", lang=language, screen=str(SCREENS), about=f"decision.{barrier.id}")
    app = noting(app, **{"decision-text": "Dwie ławki"}, who=who, when="15 maja")
    assert not app.exception
    (id,) = set(activities()) - before
    row = activities()[id]
    assert (row.kind, row.state, row.date) == ("decision", "held", f"{open_monitor().view().today}")
    assert (row.title, row.organisers, row.actions) == ({language: "Dwie ławki"}, (who,), barrier.actions)
    assert "15 maja" in row.note[language] and speaker(language).text(barrier.title) in row.note[language]
    kept = open_monitor().batches()[-1]
    assert (kept.by, kept.why) == (WHO, say("page.meeting.why", day=speaker(language).day(open_monitor().view().today)))
    assert "Dwie ławki" in shown(app)
    app = press(app, "note-undo")
    assert not app.exception
    assert set(activities()) == before
    assert "Dwie ławki" not in shown(app)


@pytest.mark.usefixtures("own_home")
def test_a_second_decision_of_the_day_is_another_one():
    app = visit("meeting", lang="en", screen=str(SCREENS))
    before = len(activities())
    app = noting(noting(app, **{"decision-text": "Two benches"}), **{"decision-text": "Two benches"})
    assert not app.exception
    assert len(activities()) == before + 2


@pytest.mark.usefixtures("own_home")
def test_a_question_is_stored_among_the_questions():
    app = visit("meeting", lang="en", screen=str(SCREENS))
    (kind,) = [one for one in app.get("button_group") if one.key.startswith("note-kind")]
    app = kind.set_value(["question"] if isinstance(kind.value, list) else "question").run()
    action = next(iter(open_monitor().view().programme.key_actions))
    app = noting(app, **{"question-text": "Who sweeps?"}, key_action=action)
    assert not app.exception
    row = open_monitor().view().programme.questions["who-sweeps"]
    assert (row.kind, row.key_action, row.name) == ("question", action, {"en": "Who sweeps?"})
    assert "Who sweeps?" in shown(app)


@pytest.mark.usefixtures("own_home")
@pytest.mark.parametrize("text, who", [("", WHO), ("Two benches", "")])
def test_nothing_is_stored_without_a_text_or_a_name(text, who):
    before = len(open_monitor().batches())
    app = visit("meeting", lang="en", screen=str(SCREENS))
    app.text_input(key="note-decision-text-0").set_value(text)
    app.text_input(key="who-note").set_value(who)
    next(button for button in app.button if button.form_id == "note").click()
    app = app.run()
    assert not app.exception
    assert 'role="alert"' in shown(app)
    assert len(open_monitor().batches()) == before


def reads_only(app, why):
    assert not app.exception
    assert speaker("en").say(why) in shown(app)
    assert not [button for button in app.button if button.form_id]


@pytest.mark.usefixtures("own_home")
def test_an_earlier_state_only_reads_and_says_why():
    take("themes", "id,name_en\nweather,Weather\n")
    reads_only(visit("meeting", lang="en", as_of="1", screen=str(SCREENS)), "page.meeting.past")


def test_a_meeting_of_an_earlier_day_only_reads_and_says_why(own_home, monkeypatch):
    link, monitor = frozen(), open_monitor()
    monkeypatch.setattr(monitor, "_clock", lambda: datetime.datetime.now() + datetime.timedelta(days=3))
    reads_only(visit("meeting", lang="en", meeting=link, screen=str(SCREENS)), "page.meeting.over")


@pytest.mark.usefixtures("seeded")
def test_over_the_network_everybody_only_reads_and_is_told_why(monkeypatch):
    import streamlit as st

    real = st.get_option
    monkeypatch.setattr(st, "get_option", lambda name: "0.0.0.0" if name == "server.address" else real(name))
    reads_only(visit("meeting", lang="en", screen=str(SCREENS)), "because.network")


@pytest.mark.usefixtures("next_to_nothing")
@pytest.mark.parametrize("language", languages())
def test_a_programme_with_next_to_nothing_has_a_meeting(language):
    app = visit("meeting", lang=language)
    _, screens = place(app)
    for _ in range(int(screens)):
        assert not app.exception
        app = press(app, "key-PageDown")
    assert place(app) == (screens, screens)


@pytest.mark.usefixtures("seeded")
def test_the_printer_gets_every_screen():
    pieces = [one.proto.body for one in visit("meeting", lang="en").get("html")]
    (handout,) = [piece for piece in pieces if piece.startswith('<div class="handout"')]
    assert handout.count("<section") == SCREENS
