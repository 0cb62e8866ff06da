"""One entry in the register moves every figure that follows from it, and taking it back puts all of them back."""

import csv
import datetime
import io
import shutil
import zipfile
from pathlib import Path

import pytest

from azory_monitor.access import Actor
from azory_monitor.exporting import exported
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor

DATA = Path(__file__).parents[1] / "data"
ANNA = Actor("Anna", "coordinator")
NOW = datetime.datetime(2019, 6, 30, 12, 0)

# Three institutions meet residents at one meeting of the group and at one feast.
ENTRIES = """
id,date,kind,title_pl,title_en,state,organisers,partners,participants
ulg-7,2019-06-11,group_meeting,Siódme spotkanie,Seventh meeting,held,mops tpd,schools,45
feast-2019-06,2019-06-15,feast,Festyn,Feast,held,mops tpd,schools,45
"""


class Clock:
    def __init__(self):
        self.now = NOW

    def __call__(self):
        self.now += datetime.timedelta(minutes=1)
        return self.now


@pytest.fixture(scope="module")
def seeded_home(tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("seeded"))
    monitor = Monitor(home, Clock())
    monitor.seed(monitor.check_package(DATA))
    monitor.close()
    return home


@pytest.fixture
def monitor(seeded_home, tmp_path):
    shutil.copytree(seeded_home.path, tmp_path / "home")
    monitor = Monitor(Home(tmp_path / "home"), Clock())
    yield monitor
    monitor.close()


def enter(monitor, text=ENTRIES):
    handed = monitor.check("register.csv", text.strip().encode("utf-8"), table="activities")
    assert [problem.rule for problem in handed.problems] == []
    return monitor.keep(handed, ANNA)


def figures(view, *names):
    found = {count.derivation: (count.value, count.qualifier, count.period) for count in view.counts()}
    return [found[name] for name in names]


MOVED = ("group-meetings", "attendance", "joint-actions-a-year", "joint-projects-so-far", "institutions-so-far")


def test_a_meeting_of_three_institutions_moves_everything_that_follows_from_it(monitor):
    assert figures(monitor.view(), *MOVED) == [
        (6, "", ""), (None, "", "2019"), (4, "", "undated"), (7, "", ""), (11, "", ""),
    ]  # fmt: skip
    enter(monitor)
    # Two other events of 2019 have no number of participants, so the 45 of each of these two are at least 90.
    assert figures(monitor.view(), *MOVED) == [
        (7, "", ""), (90, "at_least", "2019"), (2, "", "2019"), (9, "", ""), (13, "", ""),
    ]  # fmt: skip


def test_undo_puts_every_figure_back_exactly(monitor):
    before = monitor.view()
    batch = enter(monitor)
    entered = monitor.view()
    monitor.undo(batch.id, ANNA, "entered by mistake")
    after = monitor.view()
    assert after.counts() == before.counts() != entered.counts()
    assert after.measurements() == before.measurements() != entered.measurements()
    assert after.progress() == before.progress() != entered.progress()


def test_as_of_before_the_figures_are_the_former_ones(monitor):
    before = monitor.view()
    enter(monitor)
    assert monitor.view(as_of=1).counts() == before.counts()
    assert monitor.view(as_of=monitor.batches()[0].taken).measurements() == before.measurements()


def test_progress_and_series_see_what_is_counted(monitor):
    enter(monitor)
    view = monitor.view()
    (meetings,) = view.progress(indicator="local-group-meetings")
    assert (meetings.latest, meetings.latest_period, meetings.qualifier) == (7, "2019", "")
    points = [point for point in view.points("local-group-meetings") if point.status != "conflicting"]
    assert [(point.period, point.value) for point in points] == [
        ("2017", 1), ("2018", 4), ("2019", 7),
    ]  # fmt: skip
    assert view.conflicts(indicator="local-group-meetings") == []


def test_counts_are_found_by_derivation_and_by_indicator(monitor):
    view = monitor.view()
    assert [count.derivation for count in view.counts(indicator="local-group-meetings")] == ["group-meetings"]
    assert [count.indicator for count in view.counts(derivation="usable")] == ["usable-indicators"]
    assert view.counts(indicator="estate-safe") == []


def test_the_data_package_holds_what_was_handed_in_and_starts_the_same_counts_elsewhere(monitor, tmp_path):
    enter(monitor)
    view = monitor.view()
    package = exported(view, "package", "en")
    with zipfile.ZipFile(io.BytesIO(package)) as files:
        rows = files.read("measurements.csv").decode("utf-8").splitlines()
    assert not any(",register," in row for row in rows)
    assert any(row.startswith("local-group-meetings,azory,undated,6") for row in rows)
    (tmp_path / "package.zip").write_bytes(package)
    other = Monitor(Home(tmp_path / "other"), Clock())
    other.seed(other.check_package(tmp_path / "package.zip"))
    assert other.view().counts() == view.counts()
    assert other.view().measurements() == view.measurements()
    other.close()


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("style", ["csv", "csv-pl", "sdmx-csv"])
def test_an_export_says_what_was_counted_and_taken_in_again_changes_nothing(monitor, style, language):
    file = exported(monitor.view(), style, language)
    handed = monitor.check("export.csv", file)
    assert (handed.preview.new, handed.preview.changed) == (0, 0)
    assert handed.preview.unchanged == handed.accepted > 30
    (told,) = [problem for problem in handed.problems if problem.rule == "left_out_counted"]
    assert (told.warning, told.values["n"]) == (True, file.count(b",register,") + file.count(b";register;"))
    counted = monitor.view().measurements(source="register")
    assert told.values["n"] == sum(style != "sdmx-csv" or row.period != "undated" for row in counted)


def test_small_numbers_of_people_are_hidden_in_counts_as_in_measurements(monitor):
    enter(monitor)
    rows = (DATA / "indicators.csv").read_text(encoding="utf-8-sig").splitlines()
    heading = rows[0].split(",")
    line = next(row for row in rows if row.startswith("event-participants,"))
    (cells,) = [dict(zip(heading, one, strict=True)) for one in csv.reader([line])]
    cells["hide_below"] = "100"
    out = io.StringIO()
    writer = csv.DictWriter(out, heading)
    writer.writeheader()
    writer.writerow(cells)
    monitor.keep(monitor.check("indicators.csv", out.getvalue().encode("utf-8"), table="indicators"), ANNA)
    (count,) = monitor.view().counts(derivation="attendance")
    assert (count.value, count.reason) == (None, "hidden")
    assert all(tally.value is None for tally in count.tallies)
    hidden = [row for row in monitor.view().measurements(indicator="event-participants") if row.status == "hidden"]
    assert [(row.period, row.value) for row in hidden] == [("2019", None)]


def test_a_note_handed_in_in_one_language_takes_the_other_ones_away_only_if_it_says_something_else(monitor):
    def notes():
        return [row.note for row in monitor.view().measurements(indicator="outdoor-event-place") if row.note]

    (before,) = notes()
    text = (
        exported(monitor.view(), "csv", "en")
        .decode()
        .replace("outdoor-event-place,azory,2019,1,", "outdoor-event-place,azory,2019,2,")
    )
    monitor.keep(monitor.check("export.csv", text.encode()), ANNA)
    assert notes() == [before] and set(before) == {"pl", "en"}
    monitor.keep(monitor.check("export.csv", text.replace(before["en"], "Another note.").encode()), ANNA)
    assert notes() == [{"": "Another note."}]
