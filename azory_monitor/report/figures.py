"""The figures themselves: what can be followed, what is owed, what disagrees, every value."""

from collections.abc import Iterator

from azory_monitor.charts.coverage import coverage
from azory_monitor.charts.readiness import readiness
from azory_monitor.model.presented import Section
from azory_monitor.report.told import Told
from azory_monitor.words import sentences, tables


def figures(told: Told) -> Iterator[Section]:
    """Readiness, owed values, what came in, what disagrees, surveys, and every measurement with its origin."""
    view, speaker = told.view, told.speaker
    ready = view.readiness()
    said = [told.say(sentences.readiness_headline, ready), sentences.readiness_gaps(speaker, ready)] if ready else []
    yield told.section("readiness", said, [told.draw(readiness, ready)])
    owed = [told.say(sentences.due_headline, view.dues()), sentences.unscheduled_sentence(speaker, view.unscheduled)]
    yield told.section(
        "owed",
        owed,
        tables=[told.set_out(tables.due_table, view.dues()), told.set_out(tables.unscheduled_table, view.unscheduled)],
    )
    came = view.coverage()
    yield told.section("coverage", [sentences.coverage_headline(speaker, came)], [told.draw(coverage, came)])
    odd = told.each(sentences.outlier_sentence, view.outliers)
    yield told.section("outliers", odd, tables=[told.set_out(tables.outlier_table, view.outliers)])
    yield _disagreeing(told)
    yield told.section("waves", tables=[told.set_out(tables.waves_table, view.waves())])
    yield told.section("measurements", tables=[told.set_out(tables.measurement_table, view.measurements())])
    yield told.section("origins", tables=[told.set_out(tables.origin_table, view.origins())])


def _disagreeing(told: Told) -> Section:
    view = told.view
    said = told.each(sentences.conflict_sentence, view.conflicts())
    said += told.each(sentences.misfit_sentence, view.misfits)
    listed = [
        told.set_out(tables.conflict_table, view.conflicts()),
        told.set_out(tables.misfit_table, view.misfits),
    ]
    return told.section("quality", said or [told.speaker.say("report.nothing_conflicting")], tables=listed)
