"""One state, every format, both languages: what is told twice is told alike, read by programs that wrote none of it."""

import re
from collections import Counter

import pytest

from azory_monitor.model.counts import value_of
from azory_monitor.words import languages, speaker
from tests.snapshot.agreeing import deck_apart, sections_apart, stands, unknown_in_figures, untold
from tests.snapshot.digits import numbers
from tests.snapshot.opened import bare, charts_in, slides


def test_there_is_much_to_compare(read):
    page = read("html", "pl")
    told = [cell for section in page for grid in section.tables for row in grid.rows for cell in row]
    assert sum(len(numbers(cell, "pl")) for cell in told) > 2_000
    assert sum(len(numbers(text, "pl")) for section in page for text in section.texts) > 150
    assert sum(len(section.tables) for section in page) > 35
    assert sum(len(section.drawn) for section in page) > 12


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("form", ["pdf", "xlsx"])
def test_document_and_workbook_say_what_the_page_says(read, form, language):
    assert sections_apart(read("html", language), read(form, language), (language, language), form == "pdf") == []


@pytest.mark.parametrize("form", ["html", "pdf", "xlsx"])
def test_every_number_is_the_same_in_both_languages(read, form):
    first, second = languages()
    assert sections_apart(read(form, first), read(form, second), (first, second)) == []


@pytest.mark.parametrize("language", languages())
def test_the_deck_says_nothing_that_the_page_does_not(made, read, language):
    deck = slides(made("pptx", language))
    own = [deck[0].title, *deck[0].texts, head_of(made("html", language))]
    assert deck_apart(deck[:-1], read("html", language), language, own) == []
    assert sum(len(slide.charts) for slide in deck) > 8


def head_of(page):
    """The line of a page that says which state it shows."""
    return re.search('<p class="state">(.*?)</p>', page.decode())[1]


def test_the_last_slide_says_where_all_of_it_comes_from(made, state):
    rows = dict(slides(made("pptx", "en"))[-1].tables[0].rows)
    assert rows["Batch of data"] == str(state.batch.id)
    assert rows["Check sum of the file (SHA-256)"].replace(" ", "") == state.batch.sha256


def test_the_deck_says_the_same_numbers_in_both_languages(made):
    told = []
    for language in languages():
        deck = slides(made("pptx", language))
        texts = {text for slide in deck for text in (*slide.notes, *slide.texts)}
        told.append(Counter(number for text in texts for number in numbers(text, language)))
    assert told[0] == told[1] and sum(told[0].values()) > 200


@pytest.mark.parametrize("language", languages())
def test_charts_of_workbook_and_deck_are_drawn_from_the_same_numbers_that_their_tables_write(made, read, language):
    tables = [grid for told in read("html", language) for grid in told.tables[: len(told.alts)]]
    drawn = charts_in(made("xlsx", language))
    for chart in drawn:
        assert min((untold(chart, grid, language) for grid in tables), key=len) == []
    assert sum(value is not None for chart in drawn for row in chart.series.values() for value in row) > 80


def test_native_charts_are_the_same_in_both_languages(made):
    for form in ("xlsx", "pptx"):
        one, other = ([chart.series.values() for chart in charts_in(made(form, language))] for language in languages())
        assert sorted(map(str, map(list, one))) == sorted(map(str, map(list, other)))


@pytest.mark.parametrize("language", languages())
def test_the_pictures_of_page_and_document_bear_the_same_words(read, language):
    page, paper = read("html", language), read("pdf", language)
    found = 0
    for told, printed in zip(page, paper, strict=True):
        words = bare("".join(printed.drawn))
        for label in (label for figure in told.drawn for label in labels(figure)):
            assert bare(label) in words, (told.title, label)
            found += bool(numbers(label, language))
    assert found > 60


@pytest.mark.parametrize("language", languages())
def test_pictures_write_no_number_that_their_section_does_not(state, read, language):
    found = state.comparisons(comparable=True)
    besides = [one.rest_value for one in found if one.rest_value is not None]
    besides += [
        expected
        for source in state.printed_tables
        for area in state.programme.profile.areas
        for expected in [state.flags(area=area, source=source.id, comparable=True, against="area").expected]
    ]
    unknown = [(told.title, unknown_in_figures(told, language, besides)) for told in read("html", language)]
    assert [one for one in unknown if one[1]] == []


def labels(figure):
    """What a figure writes beside its marks."""
    texts = [one["text"] for one in figure["layout"].get("annotations", ())]
    texts += [text for trace in figure["data"] for text in trace.get("text", ()) if "text" in trace.get("mode", "")]
    return [re.sub("<[^>]*>", "", part) for text in texts for part in text.split("<br>") if text]


@pytest.mark.parametrize("language", languages())
def test_every_result_stands_in_the_tables_as_it_was_judged(state, read, language):
    rows = [
        (bare(" ".join([grid.caption, *row])), [number for cell in row for number in numbers(cell, language)])
        for told in read("html", language)
        for grid in told.tables
        for row in grid.rows
    ]
    results = judged(state)
    assert len(results) > 250
    for name, values in results:
        about = [row for row in rows if bare(speaker(language).text(name)) in row[0]]
        assert any(all(stands(value, written) for value in values) for _, written in about), (name, values, about[:3])


def judged(state):
    """Every result with figures: what it is about, and the figures that one row of a table has of it."""
    plan = state.programme
    names = {id: indicator.short or indicator.name for id, indicator in plan.indicators.items()}
    found = []
    for row in state.measurements():
        value = value_of(plan.indicators[row.indicator], row)
        found.append((names[row.indicator], [value, row.numerator, row.denominator]))
    for one in [*state.compared_widely, *state.comparisons(comparable=True)]:
        ends = [one.difference_lower, one.difference_upper]
        found.append((names[one.indicator], [one.value, one.benchmark_value, one.difference, *ends]))
    for one in state.progress():
        found.append((plan.indicators[one.indicator].name, [one.baseline, one.target, one.latest]))
    for one in state.prospects():
        found.append((plan.indicators[one.indicator].name, [one.target, one.expected, one.lower, one.upper]))
    for one in state.trends():
        found.append((names[one.indicator], [one.first_value, one.last_value, one.points]))
    for one in state.rankings():
        found += [(plan.areas[entry.area].name, [entry.value, entry.rank]) for entry in one.entries]
    for one in state.waves():
        found.append((names[one.indicator], [one.share, one.lower, one.upper, one.asked]))
    for one in state.indices:
        found += [(plan.areas[entry.area].name, [entry.score, entry.lowest, entry.highest]) for entry in one.entries]
    for one in state.peers:
        found += [(plan.areas[entry.area].name, [entry.distance]) for entry in one.entries]
    told = [(name, [float(value) for value in values if value is not None]) for name, values in found]
    return [(name, values) for name, values in told if values]
