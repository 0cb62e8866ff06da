"""Two states compared: each kind of difference, from drawn states."""

import datetime

import pytest

from azory_monitor.changes import changes
from azory_monitor.words import sentences, speaker, tables
from tests.changes.drawn import state
from tests.compare.drawn import cases

FIGURES = """
indicator | area | period | value | x   | n    | source | status
poor      | hill | 2016   | 6     |     |      | town   |
poor      | town | 2016   | 4     |     |      | town   |
poor      | hill | 2018   |       |     |      | town   | missing
theft     | hill | 2016   |       | 30  | 1000 |        |
"""
HEAD = "indicator | area | period | value | x | n | source | status\n"


def told(before, after):
    return [
        f"{one.what} {one.row.indicator} {one.row.area} {one.row.period}" for one in changes(before, after).measurements
    ]


def test_a_state_does_not_differ_from_itself():
    found = changes(state(FIGURES), state(FIGURES, number=2))
    assert found.nothing
    assert found.by_table == {} and found.by_indicator == {}


@pytest.mark.parametrize(
    "case",
    **cases("""
what                     | new                                        | said
new period               | poor  hill 2017 5 - - town -               | new poor hill 2017
corrected value          | poor  hill 2016 7 - - town -               | corrected poor hill 2016
corrected count          | theft hill 2016 - 31 1000 - -              | corrected theft hill 2016
qualified                | poor  hill 2016 6 - - town - about         | corrected poor hill 2016
supplied                 | poor  hill 2018 5 - - town -               | filled poor hill 2018
taken back               | poor  hill 2016 - - - town missing         | emptied poor hill 2016
another source           | poor  hill 2016 6 - - survey -             | described poor hill 2016
too small to be shown    | theft hill 2016 - 3 1000 - -               | hidden theft hill 2016
"""),
)
def test_what_became_of_a_value(case):
    cells = [("" if cell == "-" else cell) for cell in case.new.split()]
    head = ["indicator", "area", "period", "value", "x", "n", "source", "status", "qualifier"]
    row = dict(zip(head, cells, strict=False))
    kept = [line for line in FIGURES.strip().splitlines()[1:] if line.split("|")[:3] and not _same(line, row)]
    drawn = " | ".join(head) + "\n" + "\n".join(f"{line} |" for line in kept)
    drawn += "\n" + " | ".join(row.get(name, "") for name in head)
    assert told(state(FIGURES), state(drawn)) == [case.said]
    reverse = {"new": "gone", "filled": "emptied", "emptied": "filled", "hidden": "shown"}
    what, _, rest = case.said.partition(" ")
    assert told(state(drawn), state(FIGURES)) == [f"{reverse.get(what, what)} {rest}"]


def _same(line, row):
    return [cell.strip() for cell in line.split("|")][:3] == [row["indicator"], row["area"], row["period"]]


def test_a_number_that_must_stay_hidden_is_not_told_by_a_difference():
    small = "indicator | area | period | x | n\ntheft | hill | 2016 | {} | 1000"
    found = changes(state(small.format(2)), state(small.format(4)))
    assert found.nothing


VERDICTS = """
indicator | area | period | x   | n
poor      | hill | 2016   | {}  | 1000
poor      | town | 2016   | 400 | 10000
"""


def test_a_standing_that_turned_is_told_from_what_to_what():
    (turn,) = [one for one in changes(state(VERDICTS.format(90)), state(VERDICTS.format(10))).turns]
    assert (turn.subject, turn.before.standing, turn.after.standing) == ("standing", "worse", "better")
    assert not turn.same_figures


def test_a_figure_that_moves_within_its_verdict_turns_nothing():
    found = changes(state(VERDICTS.format(90)), state(VERDICTS.format(95)))
    assert found.turns == () and len(found.measurements) == 1


TARGET = """
indicator | operator | value | period | baseline_value | baseline_period
poor      | <=       | {}    | 2020   | 8              | 2014
"""


@pytest.mark.parametrize(
    "case",
    **cases("""
old | new | effect
4   | 5   | easier
5   | 4   | harder
"""),
)
def test_a_target_that_was_moved_is_told_with_what_that_does(case):
    (turn,) = changes(state(FIGURES, TARGET.format(case.old)), state(FIGURES, TARGET.format(case.new))).targets
    assert turn.effect == case.effect and (turn.before.value, turn.after.value) == (float(case.old), float(case.new))


def test_a_target_is_set_and_dropped():
    none, one = state(FIGURES), state(FIGURES, TARGET.format(4))
    assert [turn.effect for turn in changes(none, one).targets] == ["set"]
    assert [turn.effect for turn in changes(one, none).targets] == ["dropped"]


def test_a_progress_that_turned_without_a_new_figure_says_so():
    found = changes(state(FIGURES, TARGET.format(4)), state(FIGURES, TARGET.format(7)))
    (turn,) = [one for one in found.turns if one.subject == "progress"]
    assert turn.same_figures and turn.before.status != turn.after.status


BARRIERS = "id | state | opened\n{}"


@pytest.mark.parametrize(
    "case",
    **cases("""
name      | old            | new                        | what
entered   |                | room; open; 2017           | entered
opened    |                | room; open; 2019-06-20     | opened
closed    | room; open;    | room; closed;              | closed
eased     | room; open;    | room; eased;               | eased
reopened  | room; closed;  | room; open;                | reopened
withdrawn | room; open;    |                            | withdrawn
"""),
)
def test_what_became_of_a_barrier(case):
    old, new = (BARRIERS.format(text.replace(";", " |")) if text else "" for text in (case.old, case.new))
    (turn,) = changes(state(barriers=old), state(barriers=new, day=datetime.date(2019, 7, 1))).barriers
    assert turn.what == case.what


def test_another_entry_is_told_with_the_cells_that_differ():
    old = state(barriers="id | state | severity\nroom | open | low")
    new = state(barriers="id | state | severity\nroom | open | high\nyard | open | low")
    found = changes(old, new).entries
    assert [(one.table, one.key, one.what) for one in found] == [
        ("barriers", "room", "changed"),
        ("barriers", "yard", "new"),
    ]
    assert found[0].cells == {"severity": ("low", "high")}


@pytest.mark.parametrize("language", ["pl", "en"])
def test_everything_that_differs_has_words_in_every_language(language):
    before = state(
        FIGURES,
        TARGET.format(4),
        "id | state\nroom | open",
        "id | indicators | state\nwalk | poor | planned",
        name="June",
    )
    after = state(
        HEAD + "poor | hill | 2017 | 3 | | | x |", "", "id | state\nroom | closed", number=3, indicators="id\npoor"
    )
    say = speaker(language)
    for first, second in ((before, after), (after, before)):
        found = changes(first, second)
        programmes = first.programme, second.programme
        headline = sentences.changes_headline(say, found)
        assert "June" in headline
        made = tables.changes_sections(say, programmes, found)
        assert len(made) >= 4
        for section in made:
            assert section.title and (section.tables or section.sentences)
        for turn in found.turns:
            assert sentences.turn_sentence(say, programmes, turn)


def test_the_headline_counts_in_three_polish_plurals():
    lines = "".join(f"poor | hill | {year} | 3 | | | x |\n" for year in range(2000, 2005))
    said = [
        sentences.changes_headline(speaker("pl"), changes(state(), state(HEAD + "\n".join(lines.splitlines()[:n]))))
        for n in (1, 3, 5)
    ]
    assert ["1 nowa wartość" in said[0], "3 nowe wartości" in said[1], "5 nowych wartości" in said[2]] == [True] * 3
