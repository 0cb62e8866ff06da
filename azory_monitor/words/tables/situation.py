"""Likeness of areas, and an index with its parts and the ways of making it, as tables."""

from azory_monitor.model.presented import Table
from azory_monitor.model.situation import IndexEntry, IndexResult, IndexTerm, Peer, Peers, Scenario
from azory_monitor.model.state import Programme
from azory_monitor.words.names import area_name, indicator_name, name_of
from azory_monitor.words.sentences.situation import SCORE_PLACES, scenario_name, scores_written
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import (
    Column,
    or_empty,
    periods_in_caption,
    sources_in_caption,
    table_of,
)


def peers_table(speaker: Speaker, programme: Programme, result: Peers) -> Table:
    """The area itself, then every other by distance: each variable's value, and in brackets how far apart."""
    say = speaker.say
    columns = [
        Column(say("column.area"), lambda one: area_name(speaker, programme, one.area)),
        Column(say("heading.distance"), lambda one: speaker.number(one.distance, SCORE_PLACES), True),
        *(_variable(speaker, programme, one.indicator) for one in result.variables),
        Column(say("heading.chosen"), lambda one: say("cell.yes" if one.chosen else "cell.no")),
    ]
    table = table_of(speaker, _peers_caption(speaker, programme, result), columns, result.entries)
    own = [speaker.bare(one.own_value, programme.indicators[one.indicator]) for one in result.variables]
    first = (area_name(speaker, programme, result.area), say("cell.empty"), *own, say("cell.empty"))
    return Table(table.caption, table.columns, (first, *table.rows), table.numeric) if result.entries else table


def _variable(speaker: Speaker, programme: Programme, id: str) -> Column:
    indicator = programme.indicators[id]

    def write(one: Peer) -> str:
        part = next((part for part in one.parts if part.indicator == id), None)
        if part is None:
            return speaker.say("cell.missing")
        apart = speaker.number(part.apart, SCORE_PLACES)
        apart = f"+{apart}" if part.apart > 0 else apart
        return speaker.say("cell.apart", value=speaker.bare(part.value, indicator), apart=apart)

    return Column(_named(speaker, programme, id), write, True)


def _peers_caption(speaker: Speaker, programme: Programme, result: Peers) -> str:
    return speaker.say(
        "caption.peers",
        area=area_name(speaker, programme, result.area),
        group=area_name(speaker, programme, result.group),
        periods=periods_in_caption(speaker, [one.period for one in result.variables]),
        sources=sources_in_caption(speaker, programme, result.sources),
    )


def index_parts_table(speaker: Speaker, programme: Programme, result: IndexResult) -> Table:
    """What each part adds to the index of the programme's area, then the parts it does without, and why."""
    say, terms = speaker.say, result.own.terms if result.own else ()
    method = result.method or "ratio"
    reference = area_name(speaker, programme, result.reference)
    without = _without(speaker, result)

    def bare(term: IndexTerm, value: float | None) -> str:
        return speaker.bare(value, programme.indicators[term.indicator])

    columns = [
        Column(say("column.indicator"), lambda one: _named(speaker, programme, one.indicator)),
        Column(say("column.period"), lambda one: speaker.period(one.period)),
        Column(area_name(speaker, programme, result.area), lambda one: bare(one, one.value), True),
        Column(
            reference if method == "ratio" else say("heading.mean"), lambda one: bare(one, one.reference_value), True
        ),
        Column(say(f"heading.score.{method}"), lambda one: scores_written(speaker, result, [one.score])[0], True),
        Column(say("column.weight"), lambda one: speaker.number(one.weight), True),
        Column(say("column.direction"), lambda one: speaker.label("choice.direction", one.direction)),
        *([Column(say("heading.not_used"), lambda one: say("cell.empty"), stays=True)] if without else []),
    ]
    table = table_of(speaker, _index_caption(speaker, programme, result), columns, terms)
    nothing = (say("cell.empty"),) * (len(table.columns) - 2)
    rows = [(_named(speaker, programme, id), *nothing, words) for id, words in without.items()]
    return Table(table.caption, table.columns, (*table.rows, *rows), table.numeric)


def _named(speaker: Speaker, programme: Programme, id: str) -> str:
    """An indicator with its unit."""
    name, unit = indicator_name(speaker, programme, id), speaker.unit(programme.indicators[id])
    return speaker.say("column_in_language", column=name, language=unit) if unit else name


def _without(speaker: Speaker, result: IndexResult) -> dict[str, str]:
    """The parts that the area's index does without, and why."""
    why = {one.indicator: speaker.label("index.unused", one.reason) for one in result.left_out}
    if result.own:
        why |= dict.fromkeys(result.own.missing, speaker.say("cell.missing"))
        why |= dict.fromkeys(result.own.not_positive, speaker.say("index.not_positive"))
    return why


def index_table(speaker: Speaker, programme: Programme, result: IndexResult) -> Table:
    """The index of every area with its range over all ways, and with ranks where there are any."""
    say = speaker.say

    def spread(one: IndexEntry) -> str:
        low, high = scores_written(speaker, result, (one.lowest, one.highest))
        return say("range", lower=low, upper=high)

    def ranks(one: IndexEntry) -> str:
        return or_empty(speaker, one.best_rank and say("range", lower=one.best_rank, upper=one.worst_rank))

    def absent(one: IndexEntry) -> str:
        names = [indicator_name(speaker, programme, part) for part in (*one.missing, *one.not_positive)]
        return or_empty(speaker, "; ".join(names))

    columns = [
        Column(say("column.area"), lambda one: area_name(speaker, programme, one.area)),
        Column(say("heading.index"), lambda one: scores_written(speaker, result, [one.score])[0], True),
        Column(say("heading.index_range"), spread, True),
        Column(say("heading.rank"), lambda one: or_empty(speaker, str(one.rank or "")), True),
        Column(say("heading.rank_range"), ranks, True),
        Column(say("heading.missing"), absent),
    ]
    return table_of(speaker, _index_caption(speaker, programme, result), columns, result.entries)


def scenario_table(speaker: Speaker, programme: Programme, result: IndexResult) -> Table:
    """What each way of making the index gives the programme's area."""
    say = speaker.say

    def score(one: Scenario) -> str:
        return say("cell.own_scale") if one.own_scale else scores_written(speaker, result, [one.score])[0]

    columns = [
        Column(say("heading.scenario"), lambda one: scenario_name(speaker, programme, one.name, one.indicator)),
        Column(say("heading.index"), score, True),
        Column(say("heading.rank"), lambda one: or_empty(speaker, str(one.rank or "")), True),
        Column(say("heading.side"), lambda one: say(f"index.side.{one.side or 'same'}")),
    ]
    caption = say("caption.scenarios", area=area_name(speaker, programme, result.area))
    return table_of(speaker, caption, columns, result.scenarios)


def _index_caption(speaker: Speaker, programme: Programme, result: IndexResult) -> str:
    return speaker.say(
        "caption.index",
        name=name_of(speaker, programme, "indices", result.index),
        periods=periods_in_caption(speaker, result.periods),
        sources=sources_in_caption(speaker, programme, result.sources),
    )
