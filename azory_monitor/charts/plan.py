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
    led_over: bool = False,
) -> list[dict[str, Any]]:
    """The target as a mark at its date, or as a level where it holds for every year or has no date; else nothing.

    ``led_over``: the values lead to above the target, so that its name has more room below.
    """
    if progress.target is None:
        return []
    end = middle(progress.target_period)
    said = sentences.target_phrase(speaker, indicator, progress)
    words = speaker.say(f"chart.series.target.{progress.state}", target=said)
    if end is None or progress.every:
        levels = [x for x in (progress.target, progress.target_upper) if x is not None]
        return [_level(x, words if x == levels[-1] else "", span, colours) for x in levels]
    return [
        *_path(speaker, progress, own, span, colours),
        _point(end, progress.target, words, span, colours, not _falls(progress) and not led_over),
    ]


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


def _falls(progress: Progress) -> bool:
    return progress.baseline is not None and progress.target is not None and progress.baseline > progress.target


def _path(speaker: Speaker, progress: Progress, own: Line, span: Span, colours: dict[str, str]) -> list[dict[str, Any]]:
    """From baseline to target; the baseline has its own mark where no measured value stands there."""
    start, end = middle(progress.baseline_period), middle(progress.target_period)
    if start is None or progress.baseline is None:
        return []
    look = {"color": colours["quiet"], "width": 1.5, "dash": "dot"}
    path = points([start, end], [progress.baseline, progress.target], [], yaxis="y2", mode="lines", line=look)
    measured = any(row.value == progress.baseline and row.period == progress.baseline_period for row in own.rows)
    words = speaker.say("chart.series.baseline")
    marks = [] if measured else [_point(start, progress.baseline, words, span, colours, _falls(progress))]
    return [path | {"hoverinfo": "skip"}, *marks]


def _point(x: float, y: float, words: str, span: Span, colours: dict[str, str], above: bool) -> dict[str, Any]:
    vertical, across = "top" if above else "bottom", "left" if x > sum(span) / 2 else "right"
    return points(
        [x],
        [y],
        [wrap(words, 40)],
        yaxis="y2",
        mode="markers+text",
        text=[wrap(words, 18)],
        textposition=f"{vertical} {across}",
        textfont={"color": colours["ink"], "size": 12},
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
        mode="lines+text",
        text=["", wrap(words, 30)],
        textposition="top left",
        textfont={"color": colours["ink"], "size": 12},
        line={"color": colours["ink"], "width": 1.5, "dash": "dash"},
    )
