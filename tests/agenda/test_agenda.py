"""The agenda of a meeting, from drawn programmes: which screens there are, in which order, with which results."""

import datetime
import json
from dataclasses import fields

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azory_monitor.agenda import agenda, moved, planned, shifted
from azory_monitor.model.agenda import Item
from azory_monitor.model.batch import Batch
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Objective, Theme
from azory_monitor.model.register import Activity, Barrier, KeyAction, Question
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES
from azory_monitor.view import View
from tests.compare.drawn import measured, programme, rows

TODAY = datetime.date(2019, 6, 1)
NO_FIGURES = "indicator | area | period | value"
DRAWN = {
    "themes": Theme, "objectives": Objective, "activities": Activity, "barriers": Barrier, "questions": Question,
    "key_actions": KeyAction,
}  # fmt: skip
USUAL = {
    "barriers": {"kind": "barrier", "theme": "rooms", "title_en": "It is so"},
    "activities": {"kind": "group_meeting", "state": "held", "title_en": "We met"},
    "questions": {"kind": "question", "key_action": "first", "name_en": "Why?"},
    "objectives": {"name_en": "Ties", "short_en": "Ties"},
    "themes": {"name_en": "Rooms"},
    "key_actions": {"number": "1", "name_en": "First"},
}


def seen(indicators="id\npoor", figures=NO_FIGURES, batch=None, **drawn):
    """The state of a drawn programme: its tables by name."""
    plan = programme(indicators)
    tables = {one.name: getattr(plan, one.name) for one in fields(Programme) if one.name in TABLES}
    tables |= {"programme": {"plan": plan.profile}}
    for name, row in DRAWN.items():
        made = [row(**(USUAL[name] | cells)) for cells in rows(drawn.get(name, ""))]
        tables[name] = {one.id: one for one in made}
    records = pd.DataFrame(
        [(kind, key, row.model_dump_json()) for kind, made in tables.items() for key, row in made.items()],
        columns=["kind", "key", "cells"],
    )
    values = [row.model_dump() | {"note": json.dumps(row.note)} for row in measured(figures)]
    return View(batch, TODAY, records, pd.DataFrame(values, columns=list(Measurement.model_fields)))


def batch(id, day, what="import"):
    return Batch(id=id, what=what, by="Anna", why="", taken=datetime.datetime.fromisoformat(day), file="", sha256="")


def screens(view):
    return agenda(view, moved(view))


def keys(view):
    return [one.key for one in screens(view)]


def test_a_programme_with_nothing_has_a_meeting_all_the_same():
    assert keys(seen()) == ["opening", "moved", "standing", "trends", "owed", "questions", "noted"]


def test_each_objective_has_a_screen_with_the_progress_of_its_indicators():
    view = seen(
        "id | objective\npoor | ties\nsafe | home\nlost | ties",
        objectives="id | number\nties | 1\nhome | 2",
    )
    found = {one.about: [p.indicator for p in one.results] for one in screens(view) if one.kind == "objective"}
    assert found == {"ties": ["poor", "lost"], "home": ["safe"]}


def test_what_stands_furthest_out_comes_first_on_either_side():
    figures = "indicator | area | period | value\n" + "\n".join(
        f"{name} | {area} | 2018 | {value}"
        for name, (here, there) in {
            "a": (20, 10), "b": (12, 10), "c": (60, 10), "d": (13, 10), "e": (5, 10), "f": (1, 10),
        }.items()
        for area, value in (("hill", here), ("town", there))
    )  # fmt: skip
    view = seen("id\na\nb\nc\nd\ne\nf", figures)
    (ends,) = [one for one in screens(view) if one.kind == "extremes"]
    assert [(one.indicator, one.side) for one in ends.results] == [
        ("c", "worse"), ("a", "worse"), ("f", "better"), ("e", "better"),
    ]  # fmt: skip


SEVEN = """
id | decision_en | severity | state | opened     | next_review
a  | Decide      |          | open  |            |
b  |             | high     | open  |            |
c  | Decide      | high     | open  |            |
d  | Decide      | low      | open  |            |
e  | Decide      | high     | closed|            |
f  | Decide      |          | open  | 2015-01-01 |
g  | Decide      |          | eased |            | 2019-01-01
h  | Decide      | medium   | open  |            |
i  | Decide      |          | open  |            |
"""


def test_five_decisions_have_a_screen_each_the_gravest_first_and_the_rest_share_one():
    view = seen(themes="id\nrooms", barriers=SEVEN)
    assert [one.about for one in screens(view) if one.kind == "decision"] == ["c", "h", "d", "g", "f"]
    (rest,) = [one for one in screens(view) if one.kind == "decisions"]
    assert [one.barrier for one in rest.results] == ["a", "i"]


def test_only_questions_without_a_recorded_use_are_open_and_suggestions_are_none():
    drawn = """
    id | kind       | use_made_en
    a  | question   |
    b  | question   | Done
    c  | suggestion |
    """
    view = seen(key_actions="id\nfirst", questions="\n".join(line.strip() for line in drawn.strip().splitlines()))
    (asked,) = [one for one in screens(view) if one.kind == "questions"]
    assert asked.results == ("a",)


MEETINGS = "id | date\nold | 2018-03-01\nlast | 2019-02-01\nvague | 2019-05\nahead | 2019-09-01"


def test_changes_count_from_the_last_meeting_held_on_a_known_day():
    happened = moved(seen(activities=MEETINGS))
    assert (happened.meeting, happened.since) == ("last", datetime.date(2019, 2, 1))


def test_without_a_meeting_nothing_is_counted_and_that_is_told():
    happened = moved(seen(), [batch(1, "2019-05-01")])
    assert (happened.since, happened.barriers, happened.batches) == (None, None, ())


def test_the_batches_of_the_days_after_the_meeting_count_and_only_those_that_changed_something():
    taken = [
        batch(1, "2019-01-01", "seed"), batch(2, "2019-02-01T23:00"), batch(3, "2019-02-02"),
        batch(4, "2019-03-01", "snapshot"), batch(5, "2019-04-01", "undo"),
    ]  # fmt: skip
    assert moved(seen(activities=MEETINGS), taken).batches == (3, 5)


def test_since_an_earlier_state_every_later_batch_counts_even_of_the_same_day():
    earlier = seen(batch=batch(2, "2019-03-01"))
    now = seen(batch=batch(3, "2019-03-01T18:00"))
    taken = [batch(2, "2019-03-01"), batch(3, "2019-03-01T18:00")]
    assert moved(now, taken, since=datetime.date(2019, 3, 1), earlier=earlier).batches == (3,)


ITEMS = [Item(key=key, kind="opening") for key in "abcd"]


def test_a_plan_orders_the_screens_and_leaves_out_the_others():
    assert [one.key for one in planned(ITEMS, ["c", "a", "gone", "c"])] == ["c", "a"]


@pytest.mark.parametrize("plan", [[], [""], ["gone"]])
def test_a_plan_that_names_nothing_known_shows_everything(plan):
    assert planned(ITEMS, plan) == ITEMS


@given(st.lists(st.text("abc", max_size=3), unique=True, min_size=1), st.integers(-9, 9), st.data())
def test_shifting_keeps_every_screen_and_the_order_of_the_others(order, by, data):
    key = data.draw(st.sampled_from(order))
    found = shifted(order, key, by)
    assert sorted(found) == sorted(order)
    assert [one for one in found if one != key] == [one for one in order if one != key]
    assert found.index(key) == min(max(order.index(key) + by, 0), len(order) - 1)


def test_every_key_is_its_own():
    view = seen(themes="id\nrooms", barriers=SEVEN, objectives="id | number\nties | 1\nhome | 2")
    assert len(set(keys(view))) == len(keys(view))
