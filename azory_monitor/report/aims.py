"""What the programme aims at: how far each objective has come, what is to be expected, what has really changed."""

from collections.abc import Iterator

from azory_monitor.charts.progress import progress
from azory_monitor.model.presented import Section
from azory_monitor.report.told import Told
from azory_monitor.words import sentences, tables


def aims(told: Told) -> Iterator[Section]:
    """All objectives in one picture, each one indicator by indicator, prospects, moved targets, trends."""
    view, found = told.view, told.view.progress()
    headline = [told.say(sentences.progress_headline, found)] if found else []
    yield told.section("objectives", headline, [told.draw(progress, found)])
    yield from (_objective(told, id) for id in told.programme.objectives)
    changed = told.each(sentences.target_change_sentence, view.target_changes())
    yield told.section("target_changes", changed)
    trends, prospects = view.trends(), view.prospects()
    yield told.section("prospects", tables=[told.set_out(tables.prospect_table, prospects)])
    moved = [told.say(sentences.trend_headline, trends)] if trends else []
    yield told.section("trends", moved, tables=[told.set_out(tables.trend_table, trends)])


def _objective(told: Told, id: str) -> Section:
    objective, found = told.programme.objectives[id], told.view.progress(objective=id)
    headline = sentences.objective_headline(told.speaker, told.programme, id, found)
    title = told.speaker.say(
        "report.section.objective", number=objective.number, name=told.speaker.text(objective.name)
    )
    said = [headline, *told.each(sentences.progress_sentence, found)]
    return told.section("objective", said, title=title)
