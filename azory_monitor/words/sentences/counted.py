"""What is counted from the register, in words: the number with its noun, and how much of it has no date."""

from azory_monitor.model.counted import Count, Tally
from azory_monitor.model.descriptor import UNDATED
from azory_monitor.model.state import Programme
from azory_monitor.words.names import name_of
from azory_monitor.words.speaker import Speaker

ENTRIES_THEMSELVES = ("activities", "fundings")
"""What is counted is the entries, so that some of them can be undated."""

_FRACTION = 2
"""A part of a whole takes the plural form that two takes."""


def count_sentence(speaker: Speaker, programme: Programme, count: Count) -> str:
    """ "Meetings of the local group: 6 meetings, 2 of them undated."; without a value, why there is none."""
    about = _subject(speaker, programme, count)
    if count.value is None:
        return speaker.ended(_without_value(speaker, programme, count, about))
    said = speaker.say("count.sentence", subject=about, value=count_value(speaker, programme, count))
    return speaker.ended(_with_undated(speaker, programme, count, said))


def count_value(speaker: Speaker, programme: Programme, count: Count, part: Tally | None = None) -> str:
    """The number with its noun and what qualifies it, of the count or one of its tallies; None is *no data*."""
    shown = part or count
    if shown.value is None:
        return speaker.say("cell.hidden" if shown.reason == "hidden" else "cell.missing")
    words = _number(speaker, programme, count, shown)
    return speaker.say(f"qualifier.{shown.qualifier}", value=words) if shown.qualifier else words


def _number(speaker: Speaker, programme: Programme, count: Count, shown: Count | Tally) -> str:
    derivation, value = programme.derivations[count.derivation], shown.value or 0.0
    if derivation.share_of:
        return speaker.percent(value, 0 if value == int(value) else 1)
    if shown.amounts:
        return _amounts(speaker, shown)
    indicator = programme.indicators.get(count.indicator)
    if indicator and speaker.unit(indicator):
        return speaker.value(value, indicator)
    whole = int(value) if value == int(value) else _FRACTION
    return speaker.count(f"count_unit.{derivation.counts}", whole, number=speaker.number(value))


def _amounts(speaker: Speaker, shown: Count | Tally) -> str:
    """Money by currency, each on its own: "12 000 PLN i 300 EUR"."""
    return speaker.join(
        speaker.say("count.amount", amount=speaker.number(amount), currency=currency).rstrip()
        for currency, amount in sorted(shown.amounts.items())
    )


def _subject(speaker: Speaker, programme: Programme, count: Count) -> str:
    name = name_of(speaker, programme, "derivations", count.derivation)
    if not count.period:
        return name
    return speaker.say("count.subject", name=name, period=speaker.period(count.period))


def _with_undated(speaker: Speaker, programme: Programme, count: Count, said: str) -> str:
    """The sentence so far with how many of the entries, or how many besides them, have no date."""
    undated = next((len(tally.entries) for tally in count.tallies if tally.period == UNDATED), 0)
    derivation = programme.derivations[count.derivation]
    if not undated or count.period == UNDATED or derivation.share_of:
        return said
    if count.period:
        return speaker.count("count.undated_besides", undated, sentence=said) if count.table != "institutions" else said
    if derivation.counts not in ENTRIES_THEMSELVES:
        return said
    if undated == len(count.entries):
        return speaker.say("count.all_undated", sentence=said)
    return speaker.count("count.with_undated", undated, sentence=said)


def _without_value(speaker: Speaker, programme: Programme, count: Count, about: str) -> str:
    derivation = programme.derivations[count.derivation]
    reason = "not_known" if derivation.counts == "ready" else count.reason
    whole = name_of(speaker, programme, "derivations", derivation.share_of) if derivation.share_of else ""
    return speaker.count(
        f"count.reason.{reason}", len(count.entries), subject=about, whole=whole, amounts=_amounts(speaker, count)
    )
