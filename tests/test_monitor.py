"""The whole chain on the real programme: a coordinator's file becomes a batch, a verdict, a snapshot, and is undone."""

import datetime
import io
import shutil
import zipfile
from pathlib import Path

import pytest

from azory_monitor.access import Actor
from azory_monitor.errors import AlreadyThere, NotAllowed, Refused, Unknown
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor

DATA = Path(__file__).parents[1] / "data"
ANNA = Actor("Anna", "coordinator")
DISTRICT, CITY, POVERTY = "district-4", "krakow", "hardship-poverty"


@pytest.fixture
def monitor(filled_home, tmp_path):
    shutil.copytree(filled_home, tmp_path / "home")
    monitor = Monitor(Home(tmp_path / "home"))
    yield monitor
    monitor.close()


def hand_in(monitor, text, name="file.csv"):
    return monitor.check(name, text.strip().encode("utf-8"))


PLAIN = """
indicator,area,period,value,numerator,denominator,source,note
hardship-poverty,district-4,2020,,900,67000,Municipal Social Welfare Centre,
hardship-poverty,krakow,2020,,12000,770000,Municipal Social Welfare Centre,
"""

POLISH_EXCEL = (
    "\ufeffindicator;area;period;value;numerator;denominator;source;note\r\n"
    "hardship-poverty;district-4;2020;1,34;900;67000;MOPS;\r\n"
    "hardship-poverty;krakow;2020;1,56;12000;770000;MOPS;\r\n"
)


def verdict(view):
    (found,) = view.comparisons(area=DISTRICT, indicator=POVERTY, benchmark=CITY)
    return found


def test_a_coordinators_file_turns_the_verdict_and_undo_turns_it_back(monitor):
    before = verdict(monitor.view())
    assert (before.standing, before.clear) == ("worse", True)
    batch = monitor.keep(hand_in(monitor, PLAIN), ANNA, why="new figures")
    after = verdict(monitor.view())
    assert (after.standing, after.clear, after.period) == ("better", True, "2020")
    assert verdict(monitor.view(as_of=batch.id - 1)) == before, "as of before, it is as it was"
    monitor.undo(batch.id, ANNA, why="wrong year")
    assert verdict(monitor.view()) == before


def test_both_variants_of_the_long_file_give_the_same_verdict(monitor):
    monitor.keep(hand_in(monitor, PLAIN), ANNA)
    plain = verdict(monitor.view())
    handed = monitor.check("excel.csv", POLISH_EXCEL.encode("utf-8"))
    assert (handed.reading.delimiter, handed.reading.decimal) == (";", ",")
    assert (handed.preview.new, handed.preview.changed) == (0, 2), "the source and the printed value are other"
    monitor.keep(handed, ANNA)
    polish = verdict(monitor.view())
    assert (polish.value, polish.standing) == (plain.value, plain.standing)


def test_the_same_file_twice_changes_nothing_and_says_so(monitor):
    monitor.keep(hand_in(monitor, PLAIN), ANNA)
    digest = monitor.digest()
    again = hand_in(monitor, PLAIN)
    assert (again.preview.new, again.preview.changed, again.preview.unchanged) == (0, 0, 2)
    assert monitor.keep(again, ANNA) is None
    assert monitor.digest() == digest


def test_checking_stores_nothing(monitor):
    digest = monitor.digest()
    hand_in(monitor, PLAIN)
    hand_in(monitor, PLAIN.replace("900", "nine hundred"))
    assert monitor.digest() == digest
    assert len(monitor.batches()) == 1


def test_a_file_with_problems_is_kept_whole_or_not_at_all_or_its_sound_rows_on_request(monitor):
    handed = hand_in(monitor, PLAIN.replace("900", "nine hundred"))
    assert [(problem.row, problem.column, problem.value) for problem in handed.faults] == [
        (2, "numerator", "nine hundred")
    ]
    with pytest.raises(Refused) as refused:
        monitor.keep(handed, ANNA)
    assert refused.value.key == "error.problems"
    assert len(monitor.batches()) == 1
    batch = monitor.keep(handed, ANNA, only_sound=True)
    assert batch.rows == {"measurements": 1}


def test_a_preview_that_another_batch_has_overtaken_is_not_kept_unseen(monitor):
    shown = hand_in(monitor, PLAIN)
    monitor.keep(hand_in(monitor, PLAIN.replace("900", "800")), ANNA)
    with pytest.raises(Refused) as refused:
        monitor.keep(shown, ANNA)
    assert refused.value.key == "error.changed_meanwhile"


def test_the_preview_names_old_and_new_and_what_is_no_longer_present(monitor):
    monitor.keep(hand_in(monitor, PLAIN), ANNA)
    handed = hand_in(monitor, "\n".join(PLAIN.strip().splitlines()[:2]).replace("900", "800").replace("2020", "2021"))
    assert (handed.preview.new, handed.preview.missing) == (1, 1), "2020 stays and is named"
    changed = hand_in(monitor, PLAIN.replace("900", "800"))
    (change,) = changed.preview.changes
    assert change.cells == {"numerator": (900.0, 800.0)}
    assert changed.preview.rewrites == 1


def test_any_other_table_comes_in_by_the_same_door(monitor):
    text = (
        "indicator,area,state,operator,value,period,why_en\nestate-safe,azory,agreed,>=,60,2027,Agreed by the group\n"
    )
    batch = monitor.keep(hand_in(monitor, text), ANNA)
    assert batch.rows == {"targets": 1}
    (found,) = monitor.view().progress(indicator="estate-safe")
    assert (found.target, found.status) == (60, "no_data")


def test_a_reader_changes_nothing(monitor):
    reader = Actor("Jan", "reader")
    handed = hand_in(monitor, PLAIN)
    digest = monitor.digest()
    for deed in (
        lambda: monitor.keep(handed, reader),
        lambda: monitor.undo(1, reader, "because"),
        lambda: monitor.freeze("one", reader),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert monitor.digest() == digest


def test_a_home_is_seeded_once(monitor):
    with pytest.raises(AlreadyThere):
        monitor.seed(monitor.check_package(DATA))


def test_a_snapshot_stays_what_it_was_and_freezes_the_same_bytes_for_the_same_state(monitor):
    monitor.freeze("March", ANNA)
    frozen = monitor.frozen_files("March")
    before = verdict(monitor.view())
    monitor.keep(hand_in(monitor, PLAIN), ANNA)
    assert verdict(monitor.view(snapshot="March")) == before
    assert monitor.frozen_files("March") == frozen
    with pytest.raises(AlreadyThere):
        monitor.freeze("March", ANNA)
    with pytest.raises(Unknown):
        monitor.view(snapshot="April")


def test_a_snapshot_is_a_package_that_starts_another_monitor_in_the_same_state(monitor, tmp_path):
    monitor.keep(hand_in(monitor, PLAIN), ANNA)
    monitor.freeze("March", ANNA)
    package = tmp_path / "package.zip"
    package.write_bytes(monitor.frozen_files("March")["package.zip"])
    other = Monitor(Home(tmp_path / "other"))
    other.seed(other.check_package(package))
    ours, theirs = monitor.view(snapshot="March"), other.view()
    assert theirs.measurements() == ours.measurements()
    assert theirs.programme == ours.programme
    assert theirs.comparisons() == ours.comparisons()
    other.close()
    with zipfile.ZipFile(io.BytesIO(package.read_bytes())) as archive:
        assert "datapackage.json" in archive.namelist()


def test_a_state_before_the_first_batch_is_unknown(monitor):
    with pytest.raises(Unknown):
        monitor.view(as_of=datetime.datetime(1999, 1, 1))
    with pytest.raises(Unknown):
        monitor.view(as_of=99)


def test_everything_kept_verifies_against_the_ledger(monitor):
    batch = monitor.keep(hand_in(monitor, PLAIN), ANNA)
    monitor.undo(batch.id, ANNA, why="test of undo")
    assert monitor.verify() == monitor.digest()
