"""A coordinator enters something once, sees what is wrong, stores it, changes it, takes it back."""

import pytest

from azory_monitor.access import Actor
from azory_monitor.model.row import header
from azory_monitor.monitor import open_monitor
from azory_monitor.templates import forms
from azory_monitor.words.speaker import languages, speaker
from tests.pages.conftest import shown, visit

pytestmark = pytest.mark.usefixtures("own_home")

WHO = "Anna Nowak"
TYPED = {"period": "2019-05-14", "date": "2019-05-14", "number": "12", "integer": "97", "url": "https://example.org"}


def rows(table):
    return getattr(open_monitor().view().programme, table)


def widget(app, heading):
    """The widget of a cell."""
    kinds = (app.text_input, app.text_area, app.selectbox, app.multiselect, app.checkbox)
    (found,) = [one for kind in kinds for one in kind if one.key and one.key.split("/")[0::4] == ["entry", heading]]
    return found


def fill(app, **cells):
    for heading, value in cells.items():
        widget(app, heading).set_value(value)
    return app


def press(app, form):
    next(button for button in app.button if button.form_id == form).click()
    return app.run()


def check(app):
    return press(app, "typed")


def store(app, why=""):
    app.text_input(key="who-keep").set_value(WHO)
    app.text_input(key="entry-why").set_value(why)
    return press(app, "keep")


def entered(table, language="en", **cells):
    return store(check(fill(visit("register", table=table, lang=language), **cells)))


def sound(app, table, language):
    """A value for every column in sight that the form requires, and for those that are not required as well."""
    programme = open_monitor().view().programme
    cells = {}
    for column in forms()[table].first:
        heading = header(column.name, language) if column.kind == "translated" else column.name
        if column.kind == "choice":
            taken = column.choices[-1]
            cells[heading] = taken
        elif column.kind in ("ref", "refs"):
            ids = list(getattr(programme, column.to))
            chosen = ids[-1] if ids and column.name not in ("other", "reference") else (ids[0] if ids else None)
            if chosen:
                cells[heading] = chosen if column.kind == "ref" else [chosen]
        elif column.kind in ("text", "translated"):
            cells[heading] = f"Próba {column.name}"
        elif column.kind != "flag":
            cells[heading] = TYPED[column.kind]
    return cells


def changed_column(table, language):
    """A column in sight that is not part of the key and whose text a person may change freely."""
    form = forms()[table]
    kinds = ("translated", "number", "period", "choice", "text")
    free = [one for one in (*form.first, *form.more) if one.kind in kinds and one.name not in form.key]
    column = min(free, key=lambda one: kinds.index(one.kind))
    return column, header(column.name, language) if column.kind == "translated" else column.name


@pytest.mark.parametrize("table", forms())
def test_an_entry_of_every_table_is_stored_changed_and_taken_back(table):
    if table == "responses":  # every cell of the matrix is filled, until there is another challenge
        entered("challenges", number="6", name_en="Time", short_en="Time")
    before = set(rows(table))
    app = visit("register", table=table, lang="en")
    app = check(fill(app, **sound(app, table, "en")))
    assert not app.exception
    assert 'role="alert"' not in shown(app), shown(app)[-3000:]
    app = store(app)
    assert not app.exception
    new = set(rows(table)) - before
    assert len(new) == 1, shown(app)[-3000:]
    (key,) = new

    column, heading = changed_column(table, "en")
    app = visit("register", table=table, entry=key, lang="en")
    other = {"period": "2020", "number": "13", "choice": column.choices[:1] and column.choices[0]}.get(
        column.kind, "Other"
    )
    app = store(check(fill(app, **{heading: other})), why="corrected")
    assert not app.exception
    assert set(rows(table)) == before | {key}
    versions = open_monitor().history(table, key)
    assert len(versions) == 2 and versions[-1].batch.why == "corrected"

    app.button(key="entry-undo").click()
    app.run()
    assert not app.exception
    assert len(open_monitor().history(table, key)) == 1
    open_monitor().undo(versions[0].batch.id, Actor(WHO, "coordinator"), "test")
    assert set(rows(table)) == before


@pytest.mark.parametrize("language", languages())
def test_a_wrong_cell_is_told_by_name_what_was_typed_stays_and_nothing_is_stored(language):
    before = len(open_monitor().batches())
    title = header("title", language)
    app = visit("register", table="activities", lang=language)
    app = check(fill(app, **{title: "Spotkanie", "date": "kiedyś", "kind": "meeting", "participants": "wielu"}))
    assert not app.exception
    say = speaker(language).say
    assert f"{say('column.date')}: " in shown(app) and f"{say('column.participants')}: " in shown(app)
    assert [widget(app, name).value for name in (title, "date", "participants")] == ["Spotkanie", "kiedyś", "wielu"]
    assert not [button for button in app.button if button.form_id == "keep"]
    assert len(open_monitor().batches()) == before


def test_nothing_is_stored_without_a_name():
    before = len(open_monitor().batches())
    app = check(fill(visit("register", table="themes", lang="en"), name_en="Weather"))
    app = press(app, "keep")
    assert 'role="alert"' in shown(app)
    assert len(open_monitor().batches()) == before


def test_a_number_is_typed_as_the_reader_writes_it():
    cells = {"date": "14.05.2019", "kind": "meeting", "participants": "12,5"}
    entered("activities", "pl", title_pl="Spotkanie z dziećmi", **cells)
    assert rows("activities")["spotkanie-z-dziecmi"].participants == 12.5
    assert rows("activities")["spotkanie-z-dziecmi"].date == "2019-05-14"


def test_the_form_is_empty_after_success_and_can_begin_like_the_last_entry():
    organiser = next(iter(rows("institutions")))
    app = entered("activities", title_en="Walk", date="2019-05-14", kind="training", organisers=[organiser])
    assert widget(app, "title_en").value == "" and widget(app, "organisers").value == []
    app.button(key="entry-again-button").click()
    app.run()
    assert not app.exception
    assert widget(app, "organisers").value == [organiser] and widget(app, "kind").value == "training"
    assert widget(app, "title_en").value == "" and widget(app, "date").value == ""


def test_an_edit_leaves_the_cells_that_were_not_touched_as_they_are():
    key, old = next((key, row) for key, row in rows("activities").items() if len(row.title) > 1 and row.note)
    app = visit("register", table="activities", entry=key, lang="en")
    store(check(fill(app, participants="45")))
    new = rows("activities")[key]
    assert new.participants == 45
    assert new.model_copy(update={"participants": old.participants}) == old


def test_an_edit_shows_old_beside_new_before_it_is_stored():
    key = next(iter(rows("barriers")))
    app = check(fill(visit("register", table="barriers", entry=key, lang="en"), severity="high"))
    assert f"<td>{speaker('en').say('choice.severity.high')}</td>" in shown(app)


def test_an_id_that_is_taken_is_said_to_change_that_entry():
    key = next(iter(rows("themes")))
    app = check(fill(visit("register", table="themes", lang="en"), id=key, name_en="Another name"))
    assert speaker("en").say("page.register.exists") in shown(app)


def test_an_event_that_looks_like_another_is_linked_and_can_be_said_to_be_the_same():
    other = next(row for row in rows("activities").values() if row.date.count("-") == 2)
    cells = {"title_en": "The same again", "date": other.date, "kind": other.kind}
    app = check(fill(visit("register", table="activities", lang="en"), **cells))
    assert f"entry={other.id}" in shown(app)
    app.button(key="entry-same").click()
    app.run()
    assert not app.exception
    assert f"entry={other.id}" not in shown(app)
    store(app)
    assert rows("activities")["the-same-again"].same_as == other.id


def test_another_sort_of_entry_does_not_keep_the_entry_of_the_first():
    app = visit("register", table="themes", entry=next(iter(rows("themes"))), lang="en")
    say = speaker("en").say
    app.selectbox(key="table").select("barriers").run()
    assert not app.exception
    assert app.selectbox(key="entry").value is None
    assert app.selectbox(key="table").label == say("page.register.sort")


def test_an_earlier_state_only_reads_and_says_why():
    entered("themes", name_en="Weather")
    key = next(iter(rows("themes")))
    app = visit("register", table="themes", entry=key, as_of="1", lang="en")
    assert not app.exception
    assert speaker("en").say("page.register.past") in shown(app)
    assert not [button for button in app.button if button.form_id]


def test_over_the_network_everybody_only_reads_and_is_told_why(monkeypatch):
    import streamlit as st

    real = st.get_option
    monkeypatch.setattr(st, "get_option", lambda name: "0.0.0.0" if name == "server.address" else real(name))
    app = visit("register", table="themes", lang="en")
    assert speaker("en").say("because.network") in shown(app)
    assert not [button for button in app.button if button.form_id]


def test_a_title_with_markup_is_shown_as_text():
    app = entered("themes", name_en="<b>![x](http://example.org/x.png)</b>")
    assert "<b>![x]" not in shown(app)


def test_what_was_typed_waits_while_a_missing_institution_is_added():
    app = check(fill(visit("register", table="activities", lang="en"), title_en="Walk", date="2019-05-14"))
    app.selectbox(key="table").select("institutions").run()
    app = store(check(fill(app, name_en="Chess club", kind="ngo")))
    app.selectbox(key="table").select("activities").run()
    assert not app.exception
    assert (widget(app, "title_en").value, widget(app, "date").value) == ("Walk", "2019-05-14")
    assert "chess-club" in rows("institutions")
    fill(app, organisers=["chess-club"])


def test_a_file_is_told_the_same_as_the_form():
    other = next(row for row in rows("activities").values() if row.date.count("-") == 2)
    content = f"id,title_en,date,kind,state\nnew,New,{other.date},{other.kind},held\n".encode()
    (told,) = open_monitor().check("file.csv", content, table="activities").problems
    assert (told.rule, told.values["other"], told.warning) == ("same_kind_and_time", other.id, True)


def test_the_register_tells_the_versions_of_an_entry_and_takes_the_last_one_back():
    key = next(iter(rows("themes")))
    before = rows("themes")[key]
    store(check(fill(visit("register", table="themes", entry=key, lang="en"), name_en="Renamed")), why="clearer")
    app = visit("register", table="themes", entry=key, lang="en")
    assert "Renamed" in shown(app) and "clearer" in shown(app)
    app.text_input(key="who-take-back").set_value(WHO)
    app.text_input(key="take-back-why").set_value("as it was")
    app = press(app, "take-back")
    assert not app.exception
    assert rows("themes")[key] == before
