"""The report tells everything that the monitor knows, the same twice, in every language."""

import re
import shutil
import time
from contextlib import closing

import pytest

from azory_monitor.errors import Unknown
from azory_monitor.exporting import brief_page, exported, html
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from azory_monitor.report import brief, report, topic_name, topics
from azory_monitor.report.brief import AT_MOST
from azory_monitor.words import languages, speaker
from tests.changes.drawn import state

LANGUAGES = sorted(languages())


@pytest.fixture(scope="module")
def view(filled_home, tmp_path_factory):
    home = Home(shutil.copytree(filled_home, tmp_path_factory.mktemp("report") / "home"))
    with closing(Monitor(home)) as monitor:
        return monitor.view()


@pytest.fixture(scope="module", params=LANGUAGES)
def made(request, view):
    return view, speaker(request.param), report(view, speaker(request.param))


def every_table(made):
    return [table for part in made.sections for table in (*part.tables, *(chart.table for chart in part.charts))]


def cells(made):
    return {cell for table in every_table(made) for row in table.rows for cell in row}


def test_every_measurement_is_in_it(made):
    view, say, whole = made
    counted = [len(table.rows) for table in every_table(whole)]
    assert len(view.measurements()) in counted
    names = cells(whole)
    assert all(say.text(view.programme.indicators[row.indicator].short or view.programme.indicators[row.indicator].name)
               in names for row in view.measurements())  # fmt: skip


def test_every_barrier_decision_action_and_source_is_in_it(made):
    view, say, whole = made
    found = cells(whole)
    for row in view.programme.barriers.values():
        assert say.text(row.title) in found
        assert not row.decision or row.state == "closed" or say.text(row.decision) in found
    assert all(say.text(row.title) in found for row in view.programme.sources.values())


def test_the_progress_of_every_indicator_is_said(made):
    view, say, whole = made
    said = " ".join(words for part in whole.sections for words in part.sentences)
    for one in view.progress():
        indicator = view.programme.indicators[one.indicator]
        assert not indicator.objective or say.text(indicator.name) in said


def test_it_begins_with_one_minute_and_ends_with_sources(made):
    _, say, whole = made
    assert whole.sections[0].title == say.say("report.section.minute")
    assert len(whole.sections[0].sentences) <= 8
    assert whole.sections[-1].title == say.say("report.section.sources")


def test_no_section_is_empty_and_no_title_stands_twice(made):
    *_, whole = made
    assert all(part.sentences or part.charts or part.tables for part in whole.sections)
    titles = [part.title for part in whole.sections]
    assert len(titles) == len(set(titles))


def test_no_sentence_says_what_the_title_of_its_picture_says(made):
    *_, whole = made
    assert [w for part in whole.sections for w in part.sentences if w in {c.title for c in part.charts}] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_the_same_twice_asks_nobody_and_is_quick(view, language):
    start = time.perf_counter()
    once = html(view, language)
    assert time.perf_counter() - start < 30  # far above the second that it takes
    assert once == html(view, language)
    page = once.decode("utf-8")
    assert not re.search(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="?http', page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_with_next_to_nothing_still_makes_a_report(language):
    whole = report(state(), speaker(language))
    assert whole.sections and all(part.title for part in whole.sections)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_makes_a_brief_with_what_is_asked_first(view, language):
    say = speaker(language)
    for topic in topics(view):
        made = brief(view, say, topic)
        assert made.sections[0].title == say.say("report.section.asked")
        assert topic_name(view, say, topic) in made.title
        assert sum(len(part.sentences) for part in made.sections) <= 7 * (AT_MOST + 1)


def test_the_brief_of_a_theme_asks_for_each_of_its_decisions(view):
    say = speaker("en")
    for theme in view.programme.themes:
        asked = [one for one in view.hindrances(theme=theme) if one.asked]
        if 0 < len(asked) <= AT_MOST:
            said = " ".join(brief(view, say, theme).sections[0].sentences)
            assert all(say.text(view.programme.barriers[one.barrier].decision).rstrip(".") in said for one in asked)


def test_an_objective_with_the_id_of_a_theme_is_a_topic_of_its_own(view):
    both = set(view.programme.themes) & set(view.programme.objectives)
    for id in both:
        names = {topic_name(view, speaker("en"), topic) for topic in (id, f"objective:{id}")}
        assert len(names) == 2 and f"objective:{id}" in topics(view)


@pytest.mark.parametrize("topic", ["", "nothing", "objective:nothing"])
def test_what_is_no_topic_is_refused(view, topic):
    with pytest.raises(Unknown):
        exported(view, "brief", "en", topic=topic)


def test_a_brief_is_small_and_carries_no_drawing_program(view):
    page = brief_page(view, topics(view)[0], "en")
    assert len(page) < 1_000_000 and b"Plotly" not in page
    assert page == brief_page(view, topics(view)[0], "en")
