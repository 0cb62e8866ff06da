"""What pays for the programme, in words."""

from collections.abc import Sequence
from itertools import groupby

from azory_monitor.model.partnership import Chain, FundingState, Money, OpenCost, Stage
from azory_monitor.model.state import Programme
from azory_monitor.words.names import name_of
from azory_monitor.words.speaker import Speaker

ORDER: tuple[Stage, ...] = ("funded", "ended", "sent", "prepared", "idea", "not_funded", "resubmitted")
"""The order in which stages are counted up."""


def funding_headline(speaker: Speaker, found: FundingState) -> str:
    """How many entries are how far, and which years nothing is known to pay for."""
    told = stages_sentence(speaker, found)
    return " ".join([told, years_sentence(speaker, found)]) if found.staged else told


def stages_sentence(speaker: Speaker, found: FundingState) -> str:
    """How many entries are how far on the way from idea to money."""
    counts = {stage: len(found.at(stage)) for stage in ORDER}
    if not any(counts.values()):
        return speaker.sentence("partners.funding.nothing")
    parts = speaker.join(speaker.count(f"count_stage.{stage}", n) for stage, n in counts.items() if n)
    return speaker.ended(speaker.count("partners.funding", sum(counts.values()), parts=parts))


def years_sentence(speaker: Speaker, found: FundingState) -> str:
    """Which years are not paid for as far as anybody has said, and which the register does not reach."""
    if not found.years:
        return speaker.sentence("partners.years.none")
    said = []
    for state in ("uncovered", "unknown"):
        years = [one.year for one in found.years if one.state == state]
        if years:
            said.append(
                speaker.ended(speaker.count(f"partners.years.{state}", len(years), years=_spans(speaker, years)))
            )
        elif state == "uncovered":
            said.append(speaker.sentence("partners.years.covered"))
    return " ".join(said)


def funding_facts(speaker: Speaker, found: FundingState) -> list[str]:
    """What else is to be known: sources without years, sums, new sources; a sentence each."""
    new, sums = len(found.new_sources), [money_words(speaker, one) for one in found.money]
    said = [
        speaker.ended(speaker.count("partners.years.yearless", len(found.yearless))) if found.yearless else "",
        speaker.sentence("partners.money", sums=speaker.join(sums))
        if sums
        else speaker.sentence("partners.money.none"),
        speaker.ended(speaker.count("partners.new", new)) if new else speaker.sentence("partners.new.none"),
    ]
    return [sentence for sentence in said if sentence]


def open_costs_sentence(speaker: Speaker, found: FundingState) -> str:
    """How many running costs nothing pays for."""
    n = len(found.open_costs)
    return speaker.ended(speaker.count("partners.open", n)) if n else speaker.sentence("partners.open.none")


def open_cost_phrase(speaker: Speaker, programme: Programme, one: OpenCost) -> str:
    """One running cost that nothing pays for, and why."""
    name, why = name_of(speaker, programme, "funding", one.entry), speaker.label("open_reason", one.reason)
    if not one.when:
        return speaker.say("partners.open.entry", name=name, why=why)
    return speaker.say("partners.open.dated", name=name, why=why, when=speaker.period(one.when))


def chain_sentence(speaker: Speaker, programme: Programme, chain: Chain) -> str:
    """What became of an application, and of the last one that put it in again."""
    first, last = (programme.funding[id] for id in (chain.entries[0], chain.entries[-1]))
    return speaker.sentence(
        "partners.chain",
        first=speaker.text(first.name),
        outcome=speaker.label("stage", first.state),
        last=speaker.text(last.name),
        stage=speaker.label("stage", chain.stage),
    )


def money_words(speaker: Speaker, one: Money) -> str:
    """A sum with its currency."""
    amount = speaker.number(one.amount)
    if not one.currency:
        return speaker.say("partners.money.no_currency", amount=amount)
    return speaker.say("partners.money.sum", amount=amount, currency=one.currency)


def _spans(speaker: Speaker, years: Sequence[int]) -> str:
    """Years in words, those in a row as a span: "2017–2019 i 2021"."""
    rows = [[year for _, year in row] for _, row in groupby(enumerate(years), lambda placed: placed[1] - placed[0])]
    said = [
        speaker.say("partners.span", first=str(row[0]), last=str(row[-1])) if len(row) > 1 else str(row[0])
        for row in rows
    ]
    return speaker.join(said)
