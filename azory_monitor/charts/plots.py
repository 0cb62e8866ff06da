"""What a picture is made of, for programs that draw it anew as a chart of their own."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from azory_monitor.charts.lines import Line
from azory_monitor.charts.marks import STATUS, Mark, of_standing
from azory_monitor.charts.style import role
from azory_monitor.model.presented import Plot, PlotSeries
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison, Progress, Ranking
from azory_monitor.period import parse
from azory_monitor.words.names import area_name, benchmark_name, indicator_name
from azory_monitor.words.numbers import MOST_PLACES, places
from azory_monitor.words.sentences.quantity import quantity
from azory_monitor.words.speaker import Speaker

MOST_YEARS = 60
"""A longer row of years is no chart of categories."""

Ends = tuple[float | None, float | None]


def comparison_plot(
    speaker: Speaker,
    programme: Programme,
    results: Sequence[Comparison],
    read: Callable[[Comparison], float | None],
    ends: Callable[[Comparison], Ends],
    unit: str,
    decimals: int | None = None,
) -> Plot | None:
    """A bar a comparison, from the benchmark outwards, named with its verdict; of ratios where ``decimals`` is given.

    Without ``decimals`` it is of differences, with as many as the values that they are between.
    """
    is_ratio = decimals is not None
    shown = [one for one in results if (x := read(one)) is not None and (x > 0 or not is_ratio)]
    limits = [ends(one) for one in shown]
    series = PlotSeries(
        name=unit,
        values=tuple(read(one) for one in shown),
        lower=tuple(low for low, _ in limits),
        upper=tuple(high for _, high in limits),
        roles=tuple(of_standing(one).colour for one in shown),
    )
    if decimals is None:
        decimals = max((quantity(speaker, programme, one).decimals for one in shown), default=0)
    names = _compared(speaker, programme, shown)
    return Plot("bars", names, (series,), unit, decimals, int(is_ratio), is_ratio) if shown else None


def _compared(speaker: Speaker, programme: Programme, shown: Sequence[Comparison]) -> tuple[str, ...]:
    """The indicator and the verdict; between them area and benchmark, where these differ from row to row."""
    several = len({one.area for one in shown}) > 1
    against = len({(one.area, one.against, one.benchmark, one.benchmark_period) for one in shown}) > 1
    return tuple(
        " · ".join(
            [
                indicator_name(speaker, programme, one.indicator),
                *([area_name(speaker, programme, one.area)] if several else []),
                *([benchmark_name(speaker, programme, one)] if against else []),
                speaker.say(of_standing(one).word),
            ]
        )
        for one in shown
    )


def ranking_plot(speaker: Speaker, programme: Programme, results: Ranking) -> Plot:
    """A bar a member in their order, the followed ones in the colour of the estate."""
    indicator, followed = programme.indicators[results.indicator], programme.profile.areas
    series = PlotSeries(
        name=indicator_name(speaker, programme, results.indicator),
        values=tuple(entry.value for entry in results.entries),
        lower=tuple(entry.lower for entry in results.entries),
        upper=tuple(entry.upper for entry in results.entries),
        roles=tuple(role(programme, entry.area) if entry.area in followed else "city" for entry in results.entries),
    )
    names = tuple(
        speaker.say("chart.index.ranked", rank=entry.rank, area=area_name(speaker, programme, entry.area))
        for entry in results.entries
    )
    return Plot("bars", names, (series,), speaker.unit(indicator), _decimals(indicator, series.values))


def progress_plot(speaker: Speaker, programme: Programme, results: Sequence[Progress]) -> Plot:
    """How many indicators of each objective stand how."""
    objective_of = {one.indicator: programme.indicators[one.indicator].objective for one in results}
    objectives = [id for id in [*programme.objectives, ""] if id or id in objective_of.values()]
    counts = {
        status: [
            sum(one.status == status and objective_of[one.indicator] == id for one in results) for id in objectives
        ]
        for status in STATUS
    }
    names = [
        speaker.say("chart.objective", number=row.number, name=speaker.text(row.short))
        if (row := programme.objectives.get(id))
        else speaker.say("chart.progress.no_objective")
        for id in objectives
    ]
    return counted_plot(speaker, names, {STATUS[status]: found for status, found in counts.items()})


def counted_plot(speaker: Speaker, names: Sequence[str], counts: Mapping[Mark, Sequence[int]]) -> Plot:
    """Counts that add up to a bar, by what stands for each; what there is none of is left out."""
    series = tuple(
        PlotSeries(
            name=speaker.say(mark.word),
            values=tuple(map(float, found)),
            role=mark.colour,
            open=not mark.full,
        )
        for mark, found in counts.items()
        if any(found)
    )
    return Plot("stacked", tuple(names), series, speaker.say("chart.plot.number"))


def number_plot(speaker: Speaker, counts: Mapping[str, int]) -> Plot:
    """One bar a name, as long as there are entries of it."""
    series = PlotSeries(
        name=speaker.say("chart.plot.number"),
        values=tuple(map(float, counts.values())),
    )
    return Plot("bars", tuple(counts), (series,), series.name)


def series_plot(speaker: Speaker, indicator: Indicator, lines: Sequence[Line]) -> Plot | None:
    """Values by year, an empty place for every year without; None where periods are of other kinds.

    A chart of categories sets all periods equally far apart, which only years that follow each other are.
    """
    periods = [parse(row.period) for line in lines for row in line.rows if row.period and row.value is not None]
    dated = {period for period in periods if period.start}
    years = sorted({period.start.year for period in dated if period.start})
    if not dated or any(period.grain != "year" for period in dated) or years[-1] - years[0] > MOST_YEARS:
        return None
    whole = [str(year) for year in range(years[0], years[-1] + 1)]
    drawn = tuple(_of_line(line, whole) for line in lines)
    decimals = _decimals(indicator, [value for one in drawn for value in one.values])
    return Plot("lines", tuple(speaker.period(year) for year in whole), drawn, speaker.unit(indicator), decimals)


def _decimals(indicator: Indicator, values: Iterable[float | None]) -> int:
    """As many as the indicator states, else as the values have."""
    printed = max((places(value) for value in values if value is not None), default=0)
    return min(printed, MOST_PLACES) if indicator.decimals is None else indicator.decimals


def _of_line(line: Line, whole: Sequence[str]) -> PlotSeries:
    found = {row.period: row for row in line.rows if row.value is not None}
    rows = [found.get(year) for year in whole]
    return PlotSeries(
        name=line.name,
        values=tuple(row.value if row else None for row in rows),
        role=line.role,
        lower=tuple(row.lower if row else None for row in rows),
        upper=tuple(row.upper if row else None for row in rows),
    )
