"""What follows from the register: counts, who works with whom, what there is, who pays."""

from collections.abc import Iterator

from azory_monitor.charts.cooperation import cooperation
from azory_monitor.charts.funding import funding, funding_years
from azory_monitor.model.presented import Section
from azory_monitor.report.told import Told
from azory_monitor.words import sentences, tables


def register(told: Told) -> Iterator[Section]:
    """Counts with their sentences, cooperation, attendance, resources, funding."""
    view, speaker = told.view, told.speaker
    counts = view.counts()
    yield told.section("counts", tables=[told.set_out(tables.count_table, counts)])
    found = view.cooperation
    ties = [pair for pair in found.pairs if pair.tie]
    said = [told.say(sentences.cooperation_headline, found)]
    said += [sentences.cooperation_note(speaker, found)] if found.took_place else []
    said += told.each(sentences.tie_sentence, ties)
    yield told.section("cooperation", said, [told.draw(cooperation, found)])
    came = view.participation
    yield told.section(
        "attendance",
        [sentences.participation_note(speaker, came)],
        tables=[told.set_out(tables.attendance_table, came)],
    )
    there = view.resource_map
    yield told.section(
        "resources",
        [sentences.resource_headline(speaker, there)],
        tables=[told.set_out(tables.resource_table, there)],
    )
    yield _funding(told)


def _funding(told: Told) -> Section:
    found, speaker = told.view.funding, told.speaker
    if not found.staged:
        return told.section("funding", [sentences.funding_headline(speaker, found)])
    said = [sentences.open_costs_sentence(speaker, found)]
    said += [speaker.ended(told.say(sentences.open_cost_phrase, one)) for one in found.open_costs]
    said += told.each(sentences.chain_sentence, found.chains)
    said += [speaker.ended(fact) for fact in sentences.funding_facts(speaker, found)]
    return told.section("funding", said, [told.draw(draw, found) for draw in (funding, funding_years)])
