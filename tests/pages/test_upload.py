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


def pressed(app, form):
    """Press the button of a form."""
    next(button for button in app.button if button.form_id == form).click()
    return app.run()


def lines_to_mend(app):
    (editor,) = app.data_editor
    return editor, editor.value[["row", "column", "raw", "nearest"]].to_numpy().tolist()


def mended(app, **lines):
    """Write in the table of corrections: ``mended(app, **{"0": {"text": "9,8"}})``."""
    editor, _ = lines_to_mend(app)
    edits = {int(place): cells for place, cells in lines.items()}
    app.session_state[editor.key] = {"edited_rows": edits, "added_rows": [], "deleted_rows": []}
    next(button for button in app.button if button.form_id.startswith("mend-")).click()
    return app.run()


def told_of(app):
    """What is told as headings and in folds."""
    return "\n".join([shown(app), *(expander.label for expander in app.expander)])


@pytest.mark.parametrize("language", languages())
def test_problems_stand_in_groups_that_say_how_many_cells(followed, language):
    indicator, area = followed
    rows = [f"{indicator};nowhere;{year};1" for year in range(2001, 2015)] + [f"{indicator};{area};2021;dużo"]
    app = handed_in(polish_excel(*rows), language)
    say = speaker(language)
    unknown, number = say.say("rule.unknown_ref"), say.say("rule.not_a_number")
    assert say.count("page.upload.group.fault.column", 14, rule=unknown, column="area") in told_of(app)
    assert say.count("page.upload.group.fault.column", 1, rule=number, column="value") in told_of(app)
    assert shown(app).count("<td>nowhere</td>") == 14


def test_a_bad_cell_is_mended_on_the_screen_and_the_file_is_read_with_it(followed):
    indicator, area = followed
    app = handed_in(polish_excel(f"{indicator};{area};2021;dużo", f"{indicator};{area};2022;70,5"), "en")
    assert lines_to_mend(app)[1] == [["2", "value", "dużo", ""]]
    app = mended(app, **{"0": {"text": " 9,8 "}})
    assert not app.exception
    say = speaker("en")
    assert say.count("page.upload.no_problems", 2) in shown(app)
    assert say.count("page.upload.mend.mended", 1) in shown(app)
    assert "<td>dużo</td><td>9,8</td>" in shown(app)
    store(app)
    values = {row.period: row.value for row in open_monitor().view().measurements(indicator, area)}
    assert (values["2021"], values["2022"]) == (9.8, 70.5)


def test_mended_cells_are_taken_back_one_by_one_or_all_together(followed):
    indicator, area = followed
    app = handed_in(polish_excel(f"{indicator};{area};2021;dużo", f"{indicator};{area};2022;mało"), "en")
    app = mended(app, **{"0": {"text": "9"}, "1": {"text": "1"}})
    app = mended(app, **{"0": {"text": ""}})
    say = speaker("en")
    assert say.count("page.upload.faults", 1) in shown(app)
    assert say.count("page.upload.mend.mended", 1) in shown(app)
    app.button(key="mend-take-back").click().run()
    assert say.count("page.upload.faults", 2) in shown(app)


def test_a_correction_that_is_no_better_can_be_corrected_again(followed):
    indicator, area = followed
    app = handed_in(polish_excel(f"{indicator};{area};2021;dużo"), "en")
    app = mended(app, **{"0": {"text": "mało"}})
    editor, lines = lines_to_mend(app)
    assert (lines, editor.value["text"].tolist()) == ([["2", "value", "dużo", ""]], ["mało"])
    app = mended(app, **{"0": {"text": "9,8"}})
    assert speaker("en").count("page.upload.no_problems", 1) in shown(app)
    assert "<td>dużo</td><td>9,8</td>" in shown(app)


def test_a_name_misspelt_in_many_rows_is_mended_once_and_its_suggestion_only_when_ticked(followed):
    indicator, area = followed
    typo = f"{area[:-1]}x"
    app = handed_in(polish_excel(*(f"{indicator};{typo};{year};1,5" for year in (2021, 2022, 2023))), "en")
    assert lines_to_mend(app)[1] == [["2, 3, 4", "area", typo, area]]
    app = mended(app)
    assert speaker("en").count("page.upload.faults", 3) in shown(app)
    app = mended(app, **{"0": {"take": True}})
    assert speaker("en").count("page.upload.no_problems", 3) in shown(app)


def test_how_the_file_was_read_can_be_changed_and_taken_back(followed):
    indicator, area = followed
    app = handed_in(polish_excel(f"{indicator};{area};2021;1,5"), "en")
    label = speaker("en").say("page.upload.reading_change.delimiter")
    next(box for box in app.selectbox if box.label == label).select("|")
    app = pressed(app, next(button.form_id for button in app.button if button.form_id.startswith("reading-")))
    assert not app.exception
    assert 'role="alert"' in shown(app)
    assert "Columns are separated by vertical bar" in shown(app)
    app.button(key="answers-all").click().run()
    assert speaker("en").count("page.upload.no_problems", 1) in shown(app)


def test_a_column_can_be_left_out(followed):
    indicator, area = followed
    content = f"indicator;area;period;value;note\n{indicator};{area};2021;1,5;secret\n".encode()
    app = handed_in(content, "en")
    next(box for box in app.selectbox if box.label == "note").select("")
    app = pressed(app, next(button.form_id for button in app.button if button.form_id.startswith("reading-")))
    assert "Column “note”: leave this column out" in shown(app)
    store(app)
    (row,) = [row for row in open_monitor().view().measurements(indicator, area) if row.period == "2021"]
    assert row.note == {}


def test_an_answer_is_told_and_can_be_changed(followed):
    indicator, area = followed
    app = handed_in(f"indicator;area;period;value\n{indicator};{area};2021;1.377\n".encode(), "en")
    app.radio[0].set_value(".")
    app = pressed(app, "questions")
    assert "Decimal mark: point" in shown(app)
    app.button(key="answer-decimal").click().run()
    assert len(app.radio) == 1


def test_a_mapping_is_handed_in_beside_the_file(followed):
    indicator, area = followed
    app = handed_in(f"indicator;area;period;value\n{indicator};{area};2021;1.377\n".encode(), "en")
    app.file_uploader[1].upload("mapping.toml", b'decimal = ","\n').run()
    assert not app.exception
    assert not app.radio
    assert "Decimal mark: comma" in shown(app)


def test_the_same_file_again_names_the_batch_that_it_became(followed):
    indicator, area = followed
    content = polish_excel(f"{indicator};{area};2021;1,5")
    store(handed_in(content, "en"))
    app = handed_in(content, "en")
    assert "The same file was taken in before" in shown(app)
    assert "Anna Nowak, batch 2." in shown(app)


def test_a_file_stays_while_the_visitor_looks_through_another_door(followed):
    indicator, area = followed
    app = handed_in(polish_excel(f"{indicator};{area};2021;dużo"), "en")
    app = mended(app, **{"0": {"text": "9,8"}})
    app.segmented_control(key="door").set_value("template").run()
    app.segmented_control(key="door").set_value("file").run()
    assert not app.exception
    assert speaker("en").count("page.upload.no_problems", 1) in shown(app)


def through_the_form(language, **cells):
    app = visit("upload", lang=language)
    app.segmented_control(key="door").set_value("value").run()
    for name, cell in cells.items():
        box = [*app.selectbox, *app.text_input]
        next(one for one in box if (one.key or "").startswith(f"value-{name}")).set_value(cell)
    return pressed(app, "value")


@pytest.mark.parametrize("language", languages())
def test_one_value_goes_the_way_of_a_file(followed, language):
    indicator, area = followed
    app = through_the_form(
        language, indicator=indicator, area=area, period="2021", value="12,5", note="liczono ręcznie"
    )
    assert not app.exception
    app = store(app)
    assert not app.exception
    (row,) = [row for row in open_monitor().view().measurements(indicator, area) if row.period == "2021"]
    assert (row.value, row.note) == (12.5, {language: "liczono ręcznie"})
    assert next(one for one in app.text_input if (one.key or "").startswith("value-value")).value == ""


def test_a_form_with_a_bad_cell_says_what_to_change_and_offers_nothing_to_store(followed):
    indicator, area = followed
    app = through_the_form("en", indicator=indicator, area=area, period="last year", value="12,5")
    assert 'role="alert"' in shown(app)
    assert "period: “last year” is not a period" in shown(app)
    assert not [button for button in app.button if button.form_id == "keep"]


@pytest.mark.parametrize("language", languages())
def test_a_template_says_how_many_values_are_due(language):
    app = visit("upload", lang=language)
    app.segmented_control(key="door").set_value("template").run()
    assert not app.exception
    owners = app.selectbox(key="template-owner").options
    app.selectbox(key="template-owner").set_value("").run()
    assert not app.exception
    assert speaker(language).say("page.upload.template.nobody") == owners[-1]
    assert len(app.get("download_button")) == 3
