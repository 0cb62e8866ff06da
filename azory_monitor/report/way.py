"""The way the programme has come: what happened and was planned, what is recorded for each action, its challenges."""

from collections.abc import Iterator

from azory_monitor.charts.journey import journey
from azory_monitor.model.presented import Section
from azory_monitor.report.told import Told
from azory_monitor.words import sentences, tables


def way(told: Told) -> Iterator[Section]:
    """The journey as lanes, the steps of each action, the matrix of key actions and challenges."""
    view, speaker = told.view, told.speaker
    found = view.journey
    if found.entries:
        said = [sentences.journey_headline(speaker, found), sentences.journey_lead(speaker, found)]
        yield told.section("journey", said, [told.draw(journey, found.entries, today=view.today)])
    yield told.section("steps", tables=[told.set_out(tables.steps_table, view.steps)])
    said = [sentences.challenges_headline(speaker, view.challenges)] if view.challenges else []
    said += [sentences.matrix_headline(speaker, view.matrix)] if view.matrix else []
    yield told.section("challenges", said, tables=[told.set_out(tables.cells_table, view.matrix)])
