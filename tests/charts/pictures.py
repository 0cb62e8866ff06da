"""Every chart there is, drawn from the small programme, and what can be read off a figure."""

import json

from azory_monitor.charts.barriers import barriers
from azory_monitor.charts.cooperation import cooperation
from azory_monitor.charts.coverage import coverage
from azory_monitor.charts.difference import difference
from azory_monitor.charts.funding import funding, funding_years
from azory_monitor.charts.journey import journey
from azory_monitor.charts.peers import peers
from azory_monitor.charts.progress import progress
from azory_monitor.charts.ranking import ranking
from azory_monitor.charts.readiness import readiness
from azory_monitor.charts.series import series
from azory_monitor.charts.situation import situation
from azory_monitor.charts.standing import standing
from tests.charts import estate, quality, together

CHARTS = {
    "standing": lambda speaker, programme, theme: standing(speaker, programme, estate.standings(), theme),
    "difference": lambda speaker, programme, theme: difference(speaker, programme, estate.shares(), theme),
    "ranking": lambda speaker, programme, theme: ranking(speaker, programme, estate.order(), theme),
    "progress": lambda speaker, programme, theme: progress(speaker, programme, estate.statuses(), theme),
    "barriers": lambda speaker, programme, theme: barriers(speaker, programme, estate.barriers(), theme),
    "journey": lambda speaker, programme, theme: journey(speaker, programme, estate.entries(), theme),
    "index": lambda speaker, programme, theme: situation(speaker, programme, together.index(), theme),
    "index_ranked": lambda speaker, programme, theme: situation(speaker, programme, together.ranked(), theme),
    "peers": lambda speaker, programme, theme: peers(speaker, programme, together.alike(), theme),
    "readiness": lambda speaker, programme, theme: readiness(speaker, programme, quality.readiness(), theme),
    "coverage": lambda speaker, programme, theme: coverage(speaker, programme, quality.coverage(), theme),
    "cooperation": lambda speaker, programme, theme: cooperation(speaker, programme, estate.cooperated(), theme),
    "funding": lambda speaker, programme, theme: funding(speaker, programme, estate.funded(), theme),
    "funding_years": lambda speaker, programme, theme: funding_years(speaker, programme, estate.funded(), theme),
    "series": lambda speaker, programme, theme: series(
        speaker,
        programme,
        estate.meetings(),
        theme,
        progress=estate.path(),
        prospect=estate.prospect(),
        activities=estate.events(),
    ),
}


def marks(figure):
    """The points that a figure shows, without the lines between them."""
    shown = [trace for trace in figure.data if trace.mode != "lines"]
    return [(x, y) for trace in shown for x, y in zip(trace.x, trace.y, strict=True) if y is not None]


def texts(figure):
    """Every piece of text in a figure that a reader may come to see."""
    written = [note.text for note in figure.layout.annotations]
    for trace in figure.data:
        written += [*(trace.text or ()), *(trace.hovertext or ())]
    for axis in figure.select_xaxes():
        written += list(axis.ticktext or ())
    for axis in figure.select_yaxes():
        written += list(axis.ticktext or ())
    return written


def sizes(figure):
    """Every size of type that a figure asks for."""
    return list(_sizes(json.loads(figure.to_json())))


def _sizes(part, inside_font=False):
    if isinstance(part, dict):
        for name, value in part.items():
            if inside_font and name == "size":
                yield value
            yield from _sizes(value, name.endswith("font"))
    elif isinstance(part, list):
        for value in part:
            yield from _sizes(value, inside_font)
