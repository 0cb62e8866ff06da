"""How has an indicator developed?  Values over time with benchmark, path to the target and dated events."""

from collections.abc import Sequence

from azory_monitor.charts.lines import Line
from azory_monitor.charts.origin import source_line
from azory_monitor.charts.plots import series_plot
from azory_monitor.charts.style import role
from azory_monitor.charts.timeline import Timeline
from azory_monitor.model.outlook import Prospect
from azory_monitor.model.presented import Chart, Table
from azory_monitor.model.programme import Indicator
from azory_monitor.model.register import Activity
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Point, Progress
from azory_monitor.period import middle
from azory_monitor.words import sentences
from azory_monitor.words.grades import said_value
from azory_monitor.words.names import area_name, indicator_name, subject, where
from azory_monitor.words.speaker import Speaker

MOST_TOLD = 12
"""Up to so many rows of the table are told in the text alternative; the table itself has them all."""


def series(
    speaker: Speaker,
    programme: Programme,
    results: Sequence[Point],
    theme: str = "light",
    *,
    area: str = "",
    progress: Progress | None = None,
    prospect: Prospect | None = None,
    activities: Sequence[Activity] = (),
) -> Chart | None:
    """One mark a value; None if ``area`` (the programme's own, if none is named) has no value at all.

    ``results`` are the values of one indicator, those of other areas are drawn as quieter lines.  Values without
    a date stand in a margin of their own.  ``progress`` adds baseline, target and the path between, ``prospect`` where
    the values lead; ``activities`` are marked under the axis, and listed where there are few.
    """
    area = area or programme.area.id
    own = [row for row in results if row.area == area and row.value is not None]
    if not own:
        return None
    indicator = programme.indicators[progress.indicator if progress else own[0].indicator]
    lines = [_line(speaker, programme, results, one, area) for one in _areas(results, area)]
    title = _title(speaker, programme, indicator, own, progress)
    table = _table(
        speaker,
        programme,
        indicator,
        lines,
        [*_plan(speaker, programme, indicator, progress), *_led(speaker, indicator, prospect)],
        activities,
    )
    return Chart(
        title=title,
        figure=Timeline(speaker, indicator, lines, progress, theme, prospect).figure(activities),
        table=table,
        alt=" ".join([title, *_told(speaker, table)]),
        unit=speaker.unit(indicator),
        source=source_line(speaker, programme, [row.source for row in results]),
        plot=series_plot(speaker, indicator, lines),
    )


def _areas(results: Sequence[Point], area: str) -> list[str]:
    others = dict.fromkeys(row.area for row in results if row.area != area and row.value is not None)
    return [area, *others]


def _line(speaker: Speaker, programme: Programme, results: Sequence[Point], one: str, area: str) -> Line:
    rows = [row for row in results if row.area == one]
    return Line(area_name(speaker, programme, one), rows, role(programme, one), is_own=one == area)


def _told(speaker: Speaker, table: Table) -> list[str]:
    return [
        speaker.sentence("chart.series.told", when=when, what=what, value=value)
        for when, what, value in table.rows[:MOST_TOLD]
    ]


def _title(
    speaker: Speaker, programme: Programme, indicator: Indicator, own: Sequence[Point], progress: Progress | None
) -> str:
    if progress and progress.status not in ("no_target", "no_data", "not_started"):
        return sentences.progress_sentence(speaker, programme, progress)
    dated = sorted((row for row in own if middle(row.period)), key=lambda row: middle(row.period))
    last = dated[-1] if dated else own[-1]
    said = {
        "subject": subject(speaker, indicator_name(speaker, programme, indicator.id), last.period),
        "value": said_value(speaker, programme, indicator, last.value, last.qualifier),
        "where": where(speaker, programme, last.area),
    }
    if len(dated) < 2:
        return speaker.sentence("chart.series.one", **said)
    first = dated[0]
    earlier = {
        "earlier": said_value(speaker, programme, indicator, first.value, first.qualifier),
        "since": speaker.period_phrase(first.period),
    }
    return speaker.sentence("chart.series.change", **said, **earlier)


def _table(
    speaker: Speaker,
    programme: Programme,
    indicator: Indicator,
    lines: Sequence[Line],
    planned: Sequence[tuple[str, str, str]],
    activities: Sequence[Activity],
) -> Table:
    rows = [
        (speaker.period(row.period), line.name, _cell(speaker, programme, indicator, row))
        for line in lines
        for row in line.rows
    ]
    rows += planned
    rows += [(speaker.period(event.date), speaker.text(event.title), speaker.say("cell.empty")) for event in activities]
    heads = ("column.period", "chart.series.what", "column.value")
    return Table(
        caption=indicator_name(speaker, programme, indicator.id),
        columns=tuple(speaker.say(head) for head in heads),
        rows=tuple(rows),
        numeric=(False, False, True),
    )


def _cell(speaker: Speaker, programme: Programme, indicator: Indicator, row: Point) -> str:
    if row.status == "hidden":
        return speaker.say("cell.hidden")
    value = said_value(speaker, programme, indicator, row.value, row.qualifier)
    if row.lower is None or row.upper is None:
        return value
    ends = {"lower": speaker.estimate(row.lower, indicator), "upper": speaker.estimate(row.upper, indicator)}
    return speaker.say("chart.series.with_interval", value=value, **ends)


def _plan(
    speaker: Speaker, programme: Programme, indicator: Indicator, progress: Progress | None
) -> list[tuple[str, str, str]]:
    rows = []
    if progress is None:
        return rows
    if progress.baseline is not None:
        baseline = said_value(speaker, programme, indicator, progress.baseline)
        rows.append((speaker.period(progress.baseline_period), speaker.say("heading.baseline"), baseline))
    if progress.target is not None:
        target = sentences.target_phrase(speaker, indicator, progress, programme)
        rows.append((speaker.period(progress.target_period), speaker.say("heading.target"), target))
    return [(when or speaker.say("cell.empty"), what, value) for when, what, value in rows]


def _led(speaker: Speaker, indicator: Indicator, prospect: Prospect | None) -> list[tuple[str, str, str]]:
    """Where the values lead by the target's date, with its band."""
    if prospect is None or prospect.expected is None or prospect.lower is None or prospect.upper is None:
        return []
    band = speaker.say(
        "chart.series.band",
        value=speaker.estimate(prospect.expected, indicator),
        lower=speaker.estimate(prospect.lower, indicator),
        upper=speaker.estimate(prospect.upper, indicator),
    )
    return [(speaker.period(prospect.target_period), speaker.say("chart.series.expected_at"), band)]
