"""What a person settled for one file holds for the next of its kind, and is never taken for what that is about."""

import shutil

import pytest

from azory_monitor.access import Actor
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor

ANNA = Actor("Anna", "coordinator")
HEADINGS = "Miasto;Rok;Płeć;Wartość\n"
FIRST = HEADINGS + "Stolica;2019;razem;5\nStolica;2019;kobiety;2\nInne;2019;razem;7\n"
SECOND = HEADINGS + "Stolica;2020;razem;6\nStolica;2020;kobiety;3\nInne;2020;razem;8\n"
SAID = {"indicator": "offences-rate", "keep:Płeć": "razem", "name:area:Stolica": "krakow", "name:area:Inne": ""}


@pytest.fixture
def monitor(filled_home, tmp_path):
    monitor = Monitor(Home(shutil.copytree(filled_home, tmp_path / "home")))
    yield monitor
    monitor.close()


def handed(monitor, text, **answers):
    return monitor.check("file.csv", text.encode(), answers=answers)


def test_names_and_parts_hold_again_but_what_the_file_is_about_is_only_proposed(monitor):
    first = handed(monitor, FIRST, **SAID)
    assert (first.questions, first.remembered) == ((), None)
    batch = monitor.keep(first, ANNA)
    second = handed(monitor, SECOND)
    assert second.remembered == batch
    assert [(asked.key, asked.proposed) for asked in second.questions] == [("indicator", "offences-rate")]
    second = handed(monitor, SECOND, indicator="offences-rate")
    assert [(row.area, row.period, row.value) for row in second.tables["measurements"].itertuples()] == [
        ("krakow", "2020", 6)
    ]


def test_a_mapping_can_be_forgotten_and_an_undone_file_is(monitor):
    batch = monitor.keep(handed(monitor, FIRST, **SAID), ANNA)
    forgotten = handed(monitor, SECOND, remember="no")
    assert forgotten.remembered is None
    assert "indicator" in {asked.key for asked in forgotten.questions}
    monitor.undo(batch.id, ANNA, "wrong file")
    assert handed(monitor, SECOND).remembered is None


def test_a_file_with_other_headings_is_another_kind(monitor):
    monitor.keep(handed(monitor, FIRST, **SAID), ANNA)
    other = SECOND.replace("Płeć", "Wiek")
    assert handed(monitor, other).remembered is None


def test_a_mapping_reads_the_next_file_as_the_last_one_was_read(monitor):
    mapping = monitor.desk.mapping_of(handed(monitor, FIRST, **SAID))
    again = handed(monitor, SECOND, **monitor.desk.answers_of(mapping))
    assert again.questions == ()
    assert again.accepted == 1
