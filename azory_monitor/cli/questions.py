"""What each question to a state answers: the verdict as data, and its sentence."""

import argparse
from typing import Any

from azory_monitor.cli import shapes, tables
from azory_monitor.cli.opened import Answer, view_of
from azory_monitor.errors import Unknown
from azory_monitor.model.verdicts import Progress
from azory_monitor.view import View
from azory_monitor.words import Speaker, sentences


def measurements(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """The values as they stand, or stood."""
    view = view_of(asked)
    found = view.measurements(indicator=asked.indicator, area=asked.area)
    return Answer([shapes.measurement_shape(row) for row in found], tables.measurements(speaker, view.programme, found))


def compare(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Where areas stand against their benchmarks."""
    view = view_of(asked)
    found = view.comparisons(
        area=asked.area,
        indicator=asked.indicator,
        against=asked.against,
        period=asked.period,
        other_period=asked.other_period,
    )
    shape = [shapes.comparison_shape(row, speaker, view.programme) for row in found]
    return Answer(shape, [row["sentence"] for row in shape])


def progress(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """How far each indicator has come."""
    view = view_of(asked)
    shape = [_progress(row, view, speaker) for row in view.progress(indicator=asked.indicator)]
    return Answer(shape, [row["sentence"] for row in shape])


def trend(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Whether the indicators have really changed."""
    view = view_of(asked)
    found = view.trends(indicator=asked.indicator, area=asked.area)
    shape = [shapes.trend_shape(row, speaker, view.programme) for row in found]
    return Answer(shape, [row["sentence"] for row in shape])


def readiness(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """What each indicator has and lacks to be followed and read."""
    view = view_of(asked)
    shape = [shapes.readiness_shape(row, speaker, view.programme) for row in view.readiness()]
    return Answer(shape, [row["sentence"] for row in shape])


def due(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """Which values are owed, by whom and by when; how many indicators nobody agreed a time for."""
    view = view_of(asked)
    shape = [shapes.due_shape(row, speaker, view.programme) for row in view.dues(asked.owner)]
    unscheduled = [row for row in view.unscheduled if not asked.owner or row.owner == asked.owner]
    lines = [row["sentence"] for row in shape] + [sentences.unscheduled_sentence(speaker, unscheduled)]
    return Answer(shape, list(filter(None, lines)) or [sentences.due_headline(speaker, view.programme, [])])


def counts(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """What follows from the register."""
    view = view_of(asked)
    shape = [shapes.count_shape(row, speaker, view.programme) for row in view.counts(indicator=asked.indicator)]
    return Answer(shape, [row["sentence"] for row in shape])


def barriers(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """What stands in the way."""
    view = view_of(asked)
    if asked.theme and asked.theme not in view.programme.themes:
        raise Unknown("error.theme_unknown", id=asked.theme, allowed=tuple(view.programme.themes))
    found = view.hindrances(theme=asked.theme, state=asked.state)
    shape = [shapes.hindrance_shape(row, speaker, view.programme) for row in found]
    return Answer(shape, [row["sentence"] for row in shape])


def _progress(row: Progress, view: View, speaker: Speaker) -> dict[str, Any]:
    """An indicator's progress with its prospect and the changes of its target."""
    (prospect,) = view.prospects(indicator=row.indicator)
    changes = [one for one in view.target_changes(indicator=row.indicator) if one.area == row.area]
    return (
        shapes.progress_shape(row, speaker, view.programme)
        | shapes.prospect_shape(prospect, speaker, view.programme)
        | {"target_changes": [shapes.target_change_shape(one, speaker, view.programme) for one in changes]}
    )
