"""A coordinator hands in a file, reads what is wrong, stores what is sound, takes it back."""

import pytest

from azory_monitor.monitor import open_monitor
from azory_monitor.words.speaker import languages, speaker
from tests.pages.conftest import shown, visit

pytestmark = pytest.mark.usefixtures("own_home")


def polish_excel(*rows):
    return ("\ufeff" + "\r\n".join(["indicator;area;period;value", *rows, ""])).encode("utf-8")


@pytest.fixture
def followed(own_home):
    """An indicator that has a value, and the area that the programme is for."""
    view = open_monitor().view()
    area = view.programme.area.id
    return next(row.indicator for row in view.measurements(area=area) if row.period.isdigit()), area


def handed_in(content, language):
    app = visit("upload", lang=language)
    app.file_uploader[0].upload("dane.csv", content)
    return app.run()


def store(app, name="Anna Nowak"):
    app.text_input(key="who-keep").set_value(name)
    next(button for button in app.button if button.form_id == "keep").click()
    return app.run()


@pytest.mark.parametrize("language", languages())
def test_both_bad_cells_are_named_and_the_sound_rows_can_be_stored(followed, language):
    indicator, area = followed
    rows = (f"{indicator};{area};2021;12,5", f"{indicator};{area};2022;dużo", f"{indicator};nowhere;2023;3")
    app = handed_in(polish_excel(*rows), language)
    assert not app.exception
    table = shown(app)
    assert "dużo" in table and "nowhere" in table
    say = speaker(language)
    assert say.count("page.upload.faults", 2) in table
    before = len(open_monitor().batches())
    app = store(app)
    assert not app.exception
    assert len(open_monitor().batches()) == before + 1
    assert [row.value for row in open_monitor().view().measurements(indicator, area) if row.period == "2021"] == [12.5]


def test_the_button_says_how_many_rows_it_will_store(followed):
    indicator, area = followed
    app = handed_in(polish_excel(f"{indicator};{area};2021;1,5", f"{indicator};{area};2022;2,5"), "en")
    assert "Store 2 rows" in [button.label for button in app.button]


def test_nothing_is_stored_without_a_name(followed):
    indicator, area = followed
    before = len(open_monitor().batches())
    app = store(handed_in(polish_excel(f"{indicator};{area};2021;1,5"), "en"), name="")
    assert 'role="alert"' in shown(app)
    assert len(open_monitor().batches()) == before


def test_the_same_file_twice_has_nothing_to_store(followed):
    indicator, area = followed
    content = polish_excel(f"{indicator};{area};2021;1,5")
    store(handed_in(content, "en"))
    app = handed_in(content, "en")
    assert speaker("en").say("page.upload.nothing_to_store") in shown(app)
    assert not [button for button in app.button if button.form_id == "keep"]


def test_a_changed_value_is_shown_old_beside_new(followed):
    indicator, area = followed
    store(handed_in(polish_excel(f"{indicator};{area};2021;1,5"), "en"))
    app = handed_in(polish_excel(f"{indicator};{area};2021;1,75"), "en")
    cells = shown(app)
    assert "<td>1.5</td>" in cells and "<td>1.75</td>" in cells
    assert speaker("en").count("page.upload.preview.rewrites", 1) in cells


def test_a_batch_is_taken_back_with_a_reason(followed):
    indicator, area = followed
    app = store(handed_in(polish_excel(f"{indicator};{area};2021;1,5"), "en"))
    app.text_input(key="who-undo").set_value("Anna Nowak")
    app.text_input(key="undo-why").set_value("wrong year")
    next(button for button in app.button if button.form_id == "undo").click()
    app.run()
    assert not app.exception
    assert not [row for row in open_monitor().view().measurements(indicator, area) if row.period == "2021"]


def test_an_ambiguous_number_is_asked_and_never_guessed(followed):
    indicator, area = followed
    app = handed_in(f"indicator;area;period;value\n{indicator};{area};2021;1.377\n".encode(), "en")
    assert not app.exception
    assert len(app.radio) == 1
    app.radio[0].set_value(".")
    next(button for button in app.button if button.form_id == "questions").click()
    app.run()
    assert not app.exception
    store(app)
    assert [row.value for row in open_monitor().view().measurements(indicator, area) if row.period == "2021"] == [1.377]


def test_a_file_that_is_no_table_is_refused_in_words():
    app = handed_in(b"\x00\x01\x02\x03" * 50, "en")
    assert not app.exception
    assert 'role="alert"' in shown(app)
