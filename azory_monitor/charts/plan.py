"""What was planned for an indicator and what is to be expected: the straight path, and the line through the values."""

from typing import Any

from azory_monitor.charts.lines import Line
from azory_monitor.charts.sheet import points
from azory_monitor.charts.text import wrap
from azory_monitor.model.outlook import Prospect
from azory_monitor.model.programme import Indicator
from azory_monitor.model.verdicts import Progress
from azory_monitor.period import middle
from azory_monitor.words import sentences
from azory_monitor.words.speaker import Speaker

Span = tuple[float, float]


def plan_traces(
    speaker: Speaker,
    indicator: Indicator,
    progress: Progress,
    own: Line,
    span: Span,
    colours: dict[str, str],
) -> list[dict[str, Any]]:
    """The target as a mark at its date, or as a level where it holds for every year or has no date; else nothing.

    Its words stand over the picture, where no value can lie under them.
    """
    if progress.target is None:
        return []
    words = target_words(speaker, indicator, progress)
    if is_level(progress):
        levels = [x for x in (progress.target, progress.target_upper) if x is not None]
        return [_level(x, words, span, colours) for x in levels]
    end = middle(progress.target_period) or 0
    return [*_path(speaker, progress, own, colours), _point(end, progress.target, words, colours)]


def is_level(progress: Progress) -> bool:
    """Whether the target holds for every year, or has no date."""
    return middle(progress.target_period) is None or bool(progress.every)


def target_words(speaker: Speaker, indicator: Indicator, progress: Progress) -> str:
    """What the target is, and whether it is only tentative."""
    said = sentences.target_phrase(speaker, indicator, progress)
    return speaker.say(f"chart.series.target.{progress.state}", target=said)


def prospect_traces(
    speaker: Speaker, indicator: Indicator, prospect: Prospect, colours: dict[str, str]
) -> list[dict[str, Any]]:
    """Where the line through the values leads by the target's date, in the band that holds four values in five."""
    if not prospect.path:
        return []
    moments = [moment.at for moment in prospect.path]
    there, back = [moment.upper for moment in prospect.path], [moment.lower for moment in reversed(prospect.path)]
    band = points([*moments, *reversed(moments)], [*there, *back], [], yaxis="y2", mode="lines", fill="toself")
    band |= {"hoverinfo": "skip", "fillcolor": colours["few"], "line": {"width": 0}, "cliponaxis": True}
    told = speaker.say("chart.series.expected", value=speaker.estimate(prospect.expected, indicator))
    line = points(moments, [moment.expected for moment in prospect.path], [wrap(told, 40)] * len(moments), yaxis="y2")
    line |= {"mode": "lines", "line": {"color": colours["estate"], "width": 2, "dash": "dash"}, "cliponaxis": True}
    return [band, line]


def _path(speaker: Speaker, progress: Progress, own: Line, colours: dict[str, str]) -> list[dict[str, Any]]:
    """From baseline to target; the baseline has its own mark where no measured value stands there."""
    start, end = middle(progress.baseline_period), middle(progress.target_period)
    if start is None or progress.baseline is None:
        return []
    look = {"color": colours["quiet"], "width": 1.5, "dash": "dot"}
    path = points([start, end], [progress.baseline, progress.target], [], yaxis="y2", mode="lines", line=look)
    measured = any(row.value == progress.baseline and row.period == progress.baseline_period for row in own.rows)
    words = speaker.say("chart.series.baseline")
    marks = [] if measured else [_point(start, progress.baseline, words, colours)]
    return [path | {"hoverinfo": "skip"}, *marks]


def _point(x: float, y: float, words: str, colours: dict[str, str]) -> dict[str, Any]:
    return points(
        [x],
        [y],
        [wrap(words, 40)],
        yaxis="y2",
        mode="markers",
        marker={
            "size": 13,
            "symbol": "star-diamond",
            "color": colours["paper"],
            "line": {"color": colours["ink"], "width": 2},
            "opacity": 1,
        },
    )


def _level(value: float, words: str, span: Span, colours: dict[str, str]) -> dict[str, Any]:
    return points(
        list(span),
        [value, value],
        [wrap(words, 40)] * 2,
        yaxis="y2",
        mode="lines",
        line={"color": colours["ink"], "width": 1.5, "dash": "dash"},
    )
