"""From every number to the cell of the file, the person and the moment that it comes from."""

import datetime
import hashlib

import openpyxl
import pytest

from azory_monitor.errors import Unknown
from azory_monitor.model.tables import TABLES
from azory_monitor.trace.place import Places
from azory_monitor.words import sentences, speaker, tables
from tests.trace import home
from tests.trace.independent import is_said_by, sheet_in, text_in, unzipped


@pytest.fixture(scope="session")
def trace(lived):
    monitor, _ = lived
    return lambda key, table="measurements", as_of=None: monitor.trace(monitor.view(as_of=as_of), table, key)


def cell_of(found, column="value"):
    (cell,) = [cell for cell in found.place.cells if cell.column == column and cell.where != "heading"]
    return cell


def steps_of(found, column="value"):
    return [(step.rule, step.before, step.after) for step in found.place.steps if step.column == column]


TEXTS = [
    ("evictions-rate azory 2016", "eksmisje.csv", home.POLISH, ";", "1 007,25", [("thousands", "1 007,25", "1007.25")]),
    (
        "residents krakow 2017", "LUDN_CREL.csv", home.BDL, ";", "767,3",
        [("decimal", "767,3", "767.3"), ("unit", "767.3", "767300")],
    ),
    ("housing-benefits-rate azory 2017", "zasiłki.zip", unzipped(home.ZIPPED), ",", "27.5", []),
    ("offences-rate krakow 2016", "policja.csv", home.LONG, ",", "10.2", []),
]  # fmt: skip


@pytest.mark.parametrize(("key", "file", "content", "delimiter", "raw", "steps"), TEXTS, ids=[one[1] for one in TEXTS])
def test_the_text_of_a_text_file_is_told_as_it_stands_with_every_step_to_the_value(
    trace, key, file, content, delimiter, raw, steps
):
    found = trace(key)
    cell = cell_of(found)
    assert (found.origin.file, found.place.agrees, cell.raw) == (file, True, raw)
    assert text_in(content, "utf-8-sig", delimiter, cell.row, cell.number) == raw
    assert cell.row == found.origin.row
    assert steps_of(found) == steps


@pytest.mark.parametrize(
    ("key", "content", "place"),
    [
        ("welfare-aid-rate azory 2017", home.WIDE, "C7"),
        ("welfare-aid-rate krakow 2018", home.WIDE, "D8"),
        ("unemployed-share azory 2017", home.PERCENT, "D2"),
    ],
)
def test_the_text_of_a_workbook_is_told_with_its_sheet_and_cell(trace, key, content, place):
    found = trace(key)
    cell, sheet = cell_of(found), sheet_in(content, "Dane")
    assert found.place.reading.sheet == "Dane"
    assert f"{openpyxl.utils.get_column_letter(cell.number)}{cell.row}" == place
    assert is_said_by(cell.raw, sheet[place])


def test_a_year_above_its_column_is_told_as_a_heading_and_what_the_person_said_as_an_answer(trace):
    found = trace("welfare-aid-rate azory 2017")
    (year,) = [cell for cell in found.place.cells if cell.column == "period"]
    assert (year.where, year.row, year.number, year.raw) == ("heading", 6, 3, "2017")
    said = cell_of(found, "indicator")
    assert (said.where, said.raw, said.number) == ("answer", "welfare-aid-rate", 0)


def test_a_percent_sign_and_a_unit_are_told_as_steps(trace):
    assert steps_of(trace("unemployed-share azory 2017")) == [("percent", "5.12%", "5.12")]
    (unit,) = [step for step in trace("residents krakow 2017").place.steps if step.rule == "unit"]
    assert unit.values == {"unit": "tys. osób", "heading": "Jednostka miary", "factor": 1000.0}


def test_of_a_mended_cell_the_text_of_the_file_and_the_mend_are_told(trace):
    found = trace("long-term-unemployed-share azory 2017")
    cell = cell_of(found)
    assert (cell.raw, cell.mend, found.batch.by) == ("ok. 12,5", "12,5", "Anna Nowak")
    assert text_in(home.BAD, "utf-8", ";", cell.row, cell.number) == cell.raw
    assert steps_of(found)[0] == ("mended", "ok. 12,5", "12,5")


def test_who_brought_it_when_and_why_is_told(trace, lived):
    _, batches = lived
    found = trace("evictions-rate azory 2016")
    assert found.batch == batches["eksmisje.csv"]
    assert (found.origin.by, found.origin.taken, found.batch.why) == ("Anna Nowak", found.batch.taken, "Kwartał")
    assert found.origin.sha256 == found.batch.sha256


def ends(monitor, view, subject, seen):
    """Whether every way from a row leads to a cell of a kept file, at once or through what it was made of."""
    if subject in seen:
        return True
    seen.add(subject)
    found = monitor.trace(view, subject.table, subject.key)
    if found.hidden:
        return found.place is None and found.batch is not None
    if found.place is not None and not (found.place.agrees and any(cell.number for cell in found.place.cells)):
        return False
    of_itself = found.place is not None or bool(found.inputs)
    return of_itself and all(ends(monitor, view, one, seen) for one in found.inputs)


def test_every_figure_that_is_shown_ends_in_cells_of_kept_files(lived):
    monitor, _ = lived
    view, seen = monitor.view(), set()
    lost = [
        row
        for row in view.measurements()
        if not ends(monitor, view, monitor.trace(view, "measurements", key_of(row)).subject, seen)
    ]
    assert lost == []
    assert len(view.origins()) == len(view.measurements()) > 100


def key_of(row):
    return " ".join(filter(None, (row.indicator, row.area, row.period, row.variant)))


@pytest.mark.parametrize("table", [table for table in TABLES if table != "measurements"])
def test_entries_of_every_table_are_found_in_their_file(lived, table):
    monitor, _ = lived
    view = monitor.view()
    for row in view.tables()[table][::25]:
        key = " ".join(str(getattr(row, name)) for name in row.key)
        found = monitor.trace(view, table, key)
        assert found.place.agrees and found.origin.inside == f"{table}.csv"
        assert any(cell.raw in key for cell in found.place.cells)


def states(found):
    return [(one.value, one.state, one.brought.id, one.began.id, one.ended and one.ended.id) for one in found.editions]


def test_every_version_is_told_with_what_became_of_it(trace, lived):
    _, batches = lived
    first, corrected, undone, again = (batches[name].id for name in ("policja.csv", "corrected", "undone", "again"))
    found = trace("offences-rate azory 2016")
    assert found.measurement.value == 6.4
    assert cell_of(found).raw == "6.4"
    assert states(found) == [
        (6.4, "stands", again, again, None),
        (6.1, "replaced", first, undone, again),
        (6.3, "undone", corrected, corrected, undone),
        (6.1, "replaced", first, first, corrected),
    ]


def test_an_earlier_state_is_traced_as_it_was(trace, lived):
    _, batches = lived
    for name, value, brought in (
        ("policja.csv", "6.1", "policja.csv"),
        ("corrected", "6.3", "corrected"),
        ("undone", "6.1", "policja.csv"),
    ):
        found = trace("offences-rate azory 2016", as_of=batches[name].id)
        assert (cell_of(found).raw, found.batch) == (value, batches[brought])
        assert found.editions[0].state == "stands"
        assert all(one.brought.id <= batches[name].id for one in found.editions)


def test_of_a_hidden_figure_nothing_but_its_batch_and_file_is_told(trace):
    found = trace("hardship-poverty azory 2019")
    assert (found.hidden, found.measurement.status) == (True, "hidden")
    assert (found.origin.file, found.origin.row, found.place, found.formula) == ("ubóstwo.csv", 0, None, None)
    told = found.model_dump_json(exclude={"origin", "batch"})
    assert "13100" not in told
    assert [(one.value, one.origin.row) for one in found.editions] == [(None, 0)]


def test_no_hash_lets_a_hidden_number_be_tried_out(lived, trace):
    monitor, batches = lived
    view, trial = monitor.view(), hashlib.sha256(home.COUNTS).hexdigest()
    found = trace("hardship-poverty azory 2019")
    assert ("Its SHA-256", "hidden") in tables.trace_facts(speaker("en"), found)
    told = [found.model_dump_json(), *(one.model_dump_json() for one in monitor.batches())]
    told += [one.model_dump_json() for one in view.origins()]
    assert all(trial not in one for one in told)
    assert view.batches[batches["policja.csv"].id].sha256 == hashlib.sha256(home.LONG).hexdigest()
    assert trace("residents krakow 2017").origin.sha256 == hashlib.sha256(home.BDL).hexdigest()
    again = monitor.check("inna.csv", home.COUNTS)
    assert monitor.desk.brought_before(again) == batches["ubóstwo.csv"].model_copy(update={"sha256": trial})


def test_a_version_that_was_hidden_stays_hidden_when_a_later_one_is_shown(tmp_path):
    monitor = home.Monitor(home.Home(tmp_path), home.Clock())
    monitor.seed(monitor.check_package(home.seed_folder()))
    head = b"indicator,area,period,value,numerator,denominator\nhardship-poverty,azory,2019,,"
    home.take(monitor, "mniej.csv", head + b"3,13100\n")
    home.take(monitor, "więcej.csv", head + b"30,13100\n")
    found = monitor.trace(monitor.view(), "measurements", "hardship-poverty azory 2019")
    assert not found.hidden
    assert [(one.value, one.status) for one in found.editions][1:] == [(None, "hidden")]
    home.take(monitor, "znowu.csv", head + b"2,13100\n")
    found = monitor.trace(monitor.view(), "measurements", "hardship-poverty azory 2019")
    assert found.hidden
    assert [one.value for one in found.editions] == [None] * 3
    monitor.close()


def test_progress_leads_to_its_target_with_the_former_ones_and_the_reason_of_each(lived, trace):
    _, batches = lived
    found = trace("estate-safe azory 2018")
    assert (found.progress.baseline, found.progress.target, found.progress.share) == (40, 55, pytest.approx(2 / 3))
    assert [(one.effect, one.by, one.why["pl"]) for one in found.target_changes] == [
        ("set", "Anna Nowak", "Tak uchwalono"),
        ("easier", "Anna Nowak", "Próg obniżono"),
    ]
    target = trace(found.target.key, found.target.table)
    assert (cell_of(target).raw, target.origin.file, target.origin.row) == ("55", "targets-2.csv", 2)
    assert [one.brought.id for one in target.editions] == [batches["targets-2.csv"].id, batches["targets.csv"].id, 1]
    assert trace("estate-safe azory 2016").progress == found.progress


def test_a_figure_without_a_printed_value_is_told_as_it_follows_from_its_counts_in_each_version(lived):
    monitor, _ = lived
    view, speak = monitor.view(), speaker("en")
    found = monitor.trace(view, "measurements", "estate-safe azory 2018")
    assert "50.0\u00a0%" in sentences.trace_headline(speak, view.programme, found)
    (edition,) = found.editions
    assert (edition.value, edition.numerator, edition.denominator) == (None, 210, 420)
    (row,) = tables.edition_table(speak, view.programme, found).rows
    assert row[0] == "50.0\u00a0%"


def test_a_standing_leads_to_every_figure_that_it_was_made_from(trace):
    found = trace("hardship-poverty azory 2018")
    (city,) = [one for one in found.comparisons if one.benchmark == "krakow"]
    assert city.method == "newcombe_rest"
    assert "hardship-poverty krakow 2018" in [one.key for one in found.inputs]
    assert (found.formula.numerator, found.formula.denominator, found.formula.per) == (412, 13109, 100)


def test_a_counted_figure_leads_to_its_derivation_and_its_entries(lived, trace):
    monitor, _ = lived
    (row,) = [one for one in monitor.view().measurements(source="register") if one.locator == "group-meetings"][-1:]
    found = trace(key_of(row))
    tables = [one.table for one in found.inputs]
    assert (found.place, tables[0], set(tables[1:])) == (None, "derivations", {"activities"})
    assert len(tables) - 1 == row.value


def test_what_is_not_there_is_told_with_the_nearest(trace):
    for key, table, nearest in (
        ("offence-rate azory 2016", "measurements", "offences-rate"),
        ("offences-rate azor 2016", "measurements", "azory"),
        ("offences-rate azory 2026", "measurements", "2016"),
        ("ulg1", "activities", "ulg-1"),
        ("x", "target", "targets"),
    ):
        with pytest.raises(Unknown) as error:
            trace(key, table)
        assert error.value.values["nearest"] == nearest


def test_a_figure_without_a_period_is_the_last_one(trace):
    assert trace("offences-rate azory").measurement.period == "2016"
    assert trace("offences-rate").measurement.area == "azory"


def test_a_file_that_is_read_otherwise_by_now_is_told_without_its_cells(lived):
    monitor, _ = lived
    view = monitor.view()
    stored = view.measurements(indicator="evictions-rate", area="azory")[-1]
    origin = monitor.trace(view, "measurements", key_of(stored)).origin
    found = Places(monitor._books).place(origin, stored.model_copy(update={"value": 1.0}))
    assert (found.agrees, found.cells, found.steps) == (False, (), ())


def test_a_moment_is_in_utc(trace):
    assert isinstance(trace("offences-rate azory 2016").origin.taken, datetime.datetime)
