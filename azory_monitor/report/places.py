"""Where the area stands: against others, against itself earlier, against standards, all taken together."""

from collections.abc import Iterator

from azory_monitor.charts.difference import difference
from azory_monitor.charts.peers import peers
from azory_monitor.charts.ranking import ranking
from azory_monitor.charts.situation import situation
from azory_monitor.charts.standing import standing
from azory_monitor.model.presented import Section
from azory_monitor.model.programme import Source
from azory_monitor.model.situation import IndexResult, Peers
from azory_monitor.report.told import Told
from azory_monitor.words import sentences, tables


def places(told: Told) -> Iterator[Section]:
    """The widest comparison, each printed table, the order of areas, earlier years and standards, index and peers."""
    view = told.view
    widely = view.compared_widely
    said = [told.say(sentences.comparison_headline, widely)] if widely else []
    alone = told.each(sentences.comparison_sentence, view.uncompared)
    yield told.section("standing", [*said, *alone], [told.draw(standing, widely)])
    yield from (_printed(told, source) for source in view.printed_tables)
    yield told.section("ranking", (), [told.draw(ranking, found) for found in view.rankings()])
    for against in ("earlier", "standard"):
        found = view.comparisons(against=against, comparable=True)
        yield told.section(
            against,
            told.each(sentences.comparison_sentence, found),
            tables=[told.set_out(tables.comparison_table, found)],
        )
    yield from (_index(told, one) for one in view.indices)
    yield from (_peers(told, one) for one in view.peers)


def _printed(told: Told, source: Source) -> Section:
    """A table of the programme's document: each area it is about, set against its benchmarks."""
    view = told.view
    charts = [
        told.draw(draw, found)
        for area in told.programme.profile.areas
        for found in [view.comparisons(area=area, source=source.id, comparable=True, against="area")]
        for draw in ([difference] if any(row.difference_lower is not None for row in found) else [standing])
    ]
    table = tables.measurement_table(told.speaker, told.programme, view.measurements(source=source.id), of_source=True)
    return told.section("printed", (), charts, [table], title=told.speaker.text(source.title))


def _index(told: Told, result: IndexResult) -> Section:
    index = told.programme.indices[result.index]
    rules = sentences.index_rules(told.speaker, told.programme, result)
    said = [
        told.say(sentences.index_headline, result),
        told.say(sentences.index_detail, result),
        told.speaker.text(index.about),
        *sentences.index_whys(told.speaker, told.programme, result),
    ]
    parts = [told.set_out(tables.index_parts_table, result)] if result.own else []
    made = told.rules(told.speaker.say("page.similar.how_index"), rules)
    ways = [made, told.set_out(tables.scenario_table, result)] if rules else []
    return told.section(
        "index", said, [told.draw(situation, result)], [*parts, *ways], title=told.speaker.text(index.name)
    )


def _peers(told: Told, result: Peers) -> Section:
    group = told.programme.areas[result.group]
    rules = sentences.peers_rules(told.speaker, told.programme, result)
    said = [
        told.say(sentences.peers_sentence, result),
        told.speaker.text(group.note),
    ]
    made = told.rules(told.speaker.say("page.similar.how_peers"), rules)
    title = told.speaker.say("report.section.peers", group=told.speaker.text(group.name))
    return told.section("peers", said, [told.draw(peers, result)], [made], title=title)
