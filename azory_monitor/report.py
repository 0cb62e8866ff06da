"""One state as a report: the same sentences, pictures and tables as the pages, in the order one would tell them."""

from azory_monitor.charts.barriers import barriers
from azory_monitor.charts.difference import difference
from azory_monitor.charts.progress import progress
from azory_monitor.charts.ranking import ranking
from azory_monitor.charts.standing import standing
from azory_monitor.model.presented import Chart, Report, Section
from azory_monitor.model.programme import Source
from azory_monitor.view import View
from azory_monitor.words import Speaker, sentences, tables

_LABELS = ("contents", "skip", "unit", "source", "table", "made")


def report(view: View, speaker: Speaker, snapshot: str = "") -> Report:
    """The whole state in the speaker's language; ``snapshot`` is the name it was frozen under."""
    day = speaker.period(view.batch.taken.date().isoformat())
    state = "report.state_named" if snapshot else "report.state"
    sections = [
        _standing(view, speaker),
        _objectives(view, speaker),
        *(_printed(view, speaker, source) for source in view.printed_tables),
        _ranking(view, speaker),
        _barriers(view, speaker),
        _quality(view, speaker),
        _measurements(view, speaker),
    ]
    return Report(
        language=speaker.language,
        title=speaker.say("report.title", name=speaker.text(view.programme.profile.name)),
        state=speaker.say(state, name=snapshot, day=day, batch=view.batch.id),
        labels={name: speaker.say(f"report.{name}") for name in _LABELS},
        sections=tuple(section for section in sections if section.sentences or section.charts or section.tables),
    )


def _standing(view: View, speaker: Speaker) -> Section:
    return _section(speaker, "standing", charts=[standing(speaker, view.programme, view.compared_widely)])


def _objectives(view: View, speaker: Speaker) -> Section:
    return _section(speaker, "objectives", charts=[progress(speaker, view.programme, view.progress())])


def _printed(view: View, speaker: Speaker, source: Source) -> Section:
    """A table of the programme's document: each area it is about, set against its benchmarks."""
    charts = [
        draw(speaker, view.programme, found)
        for area in view.programme.profile.areas
        for found in [view.comparisons(area=area, source=source.id, comparable=True, against="area")]
        for draw in ([difference] if any(row.difference_lower is not None for row in found) else [standing])
    ]
    return Section(
        title=speaker.text(source.title),
        charts=tuple(chart for chart in charts if chart),
        tables=(
            tables.measurement_table(speaker, view.programme, view.measurements(source=source.id), of_source=True),
        ),
    )


def _ranking(view: View, speaker: Speaker) -> Section:
    return _section(speaker, "ranking", charts=[ranking(speaker, view.programme, found) for found in view.rankings()])


def _barriers(view: View, speaker: Speaker) -> Section:
    found = list(view.programme.barriers.values())
    return _section(
        speaker,
        "barriers",
        charts=[barriers(speaker, view.programme, found)],
        listed=[tables.barrier_table(speaker, view.programme, found)],
    )


def _quality(view: View, speaker: Speaker) -> Section:
    said = [sentences.conflict_sentence(speaker, view.programme, conflict) for conflict in view.conflicts()]
    said += [sentences.misfit_sentence(speaker, view.programme, misfit) for misfit in view.misfits]
    return _section(speaker, "quality", sentences=said or [speaker.say("report.nothing_conflicting")])


def _measurements(view: View, speaker: Speaker) -> Section:
    every = tables.measurement_table(speaker, view.programme, view.measurements())
    return _section(speaker, "measurements", listed=[every])


def _section(
    speaker: Speaker,
    name: str,
    sentences: list[str] | None = None,
    charts: list[Chart | None] | None = None,
    listed: list | None = None,
) -> Section:
    return Section(
        title=speaker.say(f"report.section.{name}"),
        sentences=tuple(sentences or ()),
        charts=tuple(chart for chart in charts or () if chart),
        tables=tuple(listed or ()),
    )
