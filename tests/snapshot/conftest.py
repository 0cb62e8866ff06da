"""One state in every format and both languages, made once for all tests that compare what stands in them."""

from functools import cache

import pytest

from azory_monitor.access import Actor
from azory_monitor.exporting import exported
from azory_monitor.home import Home, seed_folder
from azory_monitor.monitor import Monitor
from azory_monitor.words import speaker
from tests.small import Clock
from tests.snapshot.opened import book_sections, page_sections, paper_sections

ANNA = Actor("Anna", "coordinator")
SURVEYS = "indicator,area,period,numerator,denominator,source\n" + "".join(
    f"estate-safe,azory,{year},{safe},{asked},own\n"
    for year, safe, asked in [(2014, 168, 400), (2015, 181, 398), (2016, 203, 407), (2017, 214, 401), (2018, 239, 411)]
)
TARGET = (
    "indicator,area,state,operator,value,period,baseline_value,baseline_period\n"
    "estate-safe,azory,agreed,>=,70,2021,42,2014\n"
)


@pytest.fixture(scope="session")
def monitored(tmp_path_factory):
    """The programme of the estate, with a survey handed in besides: it brings intervals, a trend and a chance."""
    home = Home(tmp_path_factory.mktemp("same") / "home")
    monitor = Monitor(home, Clock())
    monitor.seed(monitor.check_package(seed_folder()))
    for table, text in (("measurements", SURVEYS), ("targets", TARGET)):
        handed = monitor.check(f"{table}.csv", text.encode(), table=table)
        assert [problem.message for problem in handed.problems] == []
        monitor.keep(handed, ANNA)
    yield monitor, home
    monitor.close()


@pytest.fixture(scope="session")
def state(monitored):
    """The state that every format is made of."""
    return monitored[0].view()


@pytest.fixture(scope="session")
def made(state):
    """The state in a format and a language, made once."""
    return cache(lambda form, language: exported(state, form, language))


@pytest.fixture(scope="session")
def read(made):
    """The sections that a reader finds in the state's file of a format and a language, read once."""
    readers = {
        "html": lambda content, language: page_sections(content),
        "pdf": lambda content, language: without(paper_sections(content), speaker(language).say("report.contents")),
        "xlsx": book_sections,
    }
    return cache(lambda form, language: readers[form](made(form, language), language))


def without(sections, contents):
    """A document's sections but its table of contents, which is a list of links on the page."""
    kept = [told for told in sections if told.title != contents]
    assert len(kept) == len(sections) - 1
    return kept
