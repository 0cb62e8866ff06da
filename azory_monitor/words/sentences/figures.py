"""Rankings, figures that contradict each other, and figures that do not follow from their counts, in words."""

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Conflict, Misfit, Ranking
from azory_monitor.words.grades import said_value
from azory_monitor.words.names import area_name, indicator_name, source_name, subject, where
from azory_monitor.words.numbers import places
from azory_monitor.words.speaker import Speaker


def ranking_sentence(speaker: Speaker, programme: Programme, ranking: Ranking, area: str = "") -> str:
    """The place of an area (the programme's own, if none is named) among the others, with the ends of the range."""
    area = area or programme.area.id
    indicator = programme.indicators[ranking.indicator]
    name = subject(speaker, indicator_name(speaker, programme, ranking.indicator), ranking.period)
    kind = _kind(programme, ranking)
    mine = next((entry for entry in ranking.entries if entry.area == area), None)
    if mine is None:
        here = where(speaker, programme, area)
        order = speaker.count(f"ranking.order_of.{kind}", len(ranking.entries))
        return speaker.sentence("ranking.absent", subject=name, where=here, order=order)
    values = [entry.value for entry in ranking.entries]
    is_shared = sum(entry.rank == mine.rank for entry in ranking.entries) > 1
    return speaker.sentence(
        "ranking.shared" if is_shared else "ranking.sentence",
        subject=name,
        area=area_name(speaker, programme, area),
        rank=mine.rank,
        among=speaker.count(f"among.{kind}", len(ranking.entries)),
        value=speaker.value(mine.value, indicator),
        lowest=speaker.bare(min(values), indicator),
        highest=speaker.bare(max(values), indicator),
    )


def _kind(programme: Programme, ranking: Ranking) -> str:
    """What the ranked areas are; just areas where they are of several kinds."""
    kinds = {programme.areas[entry.area].kind for entry in ranking.entries}
    return kinds.pop() if len(kinds) == 1 else "area"


def conflict_sentence(speaker: Speaker, programme: Programme, conflict: Conflict) -> str:
    """What the sources give for the same thing, the figure used here first and marked."""
    first, *others = conflict.figures
    figures = [_figure(speaker, programme, first, "conflict.preferred")]
    figures += [_figure(speaker, programme, figure, "conflict.other") for figure in others]
    return speaker.sentence(
        "conflict.sentence",
        name=indicator_name(speaker, programme, conflict.indicator),
        where=where(speaker, programme, conflict.area),
        figures="; ".join(figures),
    )


def printed(speaker: Speaker, programme: Programme, figure: Measurement) -> str:
    """A figure as its source prints it, with as many decimals."""
    indicator = programme.indicators[figure.indicator]
    decimals = None if figure.value is None else places(figure.value)
    return said_value(speaker, programme, indicator, figure.value, figure.qualifier, decimals)


def misfit_sentence(speaker: Speaker, programme: Programme, misfit: Misfit) -> str:
    """What is printed, and what its own counts make of it, to one decimal more than printed."""
    figure = misfit.measurement
    indicator = programme.indicators[figure.indicator]
    decimals = places(figure.value or 0) + 1
    return speaker.sentence(
        "misfit.sentence",
        subject=subject(speaker, indicator_name(speaker, programme, figure.indicator), figure.period),
        where=where(speaker, programme, figure.area),
        printed=printed(speaker, programme, figure),
        counts=_counts(speaker, figure),
        recomputed=speaker.value(misfit.recomputed, indicator, decimals=decimals),
    )


def _figure(speaker: Speaker, programme: Programme, figure: Measurement, key: str) -> str:
    source = source_name(speaker, programme, figure.source) or speaker.say("conflict.no_source")
    return speaker.say(
        key, value=printed(speaker, programme, figure), period=speaker.period(figure.period), source=source
    )


def _counts(speaker: Speaker, figure: Measurement) -> str:
    parts = (figure.numerator, figure.denominator)
    numerator, denominator = (speaker.say("cell.missing") if part is None else speaker.number(part) for part in parts)
    return speaker.say("misfit.counts", numerator=numerator, denominator=denominator)
