"""One comparison in words: the two values, the standing, the size, and what cannot be told."""

from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison
from azory_monitor.words.names import benchmark_name, indicator_name, subject, where
from azory_monitor.words.sentences.quantity import (
    Quantity,
    are_exact,
    difference_size,
    plain_size,
    quantity,
    unclear_size,
    with_interval,
)
from azory_monitor.words.speaker import Speaker

UNTESTED = ("counts_not_given", "no_test", "spread_not_given")
"""Reasons that leave a direction, but not whether it is by chance."""

_SEPARATE = ("no_value", "no_benchmark_value", "other_period", "undated_elsewhere")
"""Reasons why the two values do not belong side by side."""


def comparison_sentence(speaker: Speaker, programme: Programme, comparison: Comparison) -> str:
    """Where an area stands against a benchmark, in one sentence, then what must be known to judge by it."""
    name = subject(speaker, indicator_name(speaker, programme, comparison.indicator), comparison.period)
    facts, verdict = facts_of(speaker, programme, comparison), _verdict(speaker, programme, comparison)
    key = "compare.verdict" if facts else "compare.verdict_alone"
    said = [speaker.sentence(key, subject=name, facts=facts, verdict=verdict)]
    said += [speaker.sentence(f"chance.{comparison.reason}")] if comparison.reason in UNTESTED else []
    return " ".join([*said, *_of_survey(speaker, programme, comparison)])


def _of_survey(speaker: Speaker, programme: Programme, comparison: Comparison) -> list[str]:
    """What the interval of a survey rests on, and that a number was worked out."""
    if not _is_survey(programme, comparison) or not comparison.is_tested:
        return []
    keys = ["survey.interval", *(["survey.worked_out"] if comparison.worked_out else [])]
    return [speaker.sentence(key) for key in keys]


def _is_survey(programme: Programme, comparison: Comparison) -> bool:
    return bool(programme.indicators[comparison.indicator].question)


def standing_phrase(speaker: Speaker, comparison: Comparison) -> str:
    """The verdict in a few words, as a cell of a table holds it."""
    if comparison.reason in UNTESTED:
        return speaker.label("side", comparison.side) or speaker.label("untested", comparison.standing)
    if comparison.reason and comparison.standing == "cannot_tell":
        return speaker.label("reason", comparison.reason)
    return standing_words(speaker, comparison)


def standing_words(speaker: Speaker, comparison: Comparison) -> str:
    """ "worse", or "clearly worse" where the verdict says so."""
    is_clear = comparison.clear and comparison.standing in ("better", "worse", "higher", "lower")
    return speaker.label("standing_clear" if is_clear else "standing", comparison.standing)


def facts_of(speaker: Speaker, programme: Programme, comparison: Comparison) -> str:
    """The values that are known: both, the area's own, or none."""
    amount = quantity(speaker, programme, comparison)
    here = where(speaker, programme, comparison.area)
    if comparison.value is None:
        return ""
    own = amount.own()
    if _is_survey(programme, comparison):
        own = speaker.say("survey.value", value=own)
    if comparison.benchmark_value is None or comparison.reason in _SEPARATE:
        return speaker.say("compare.own", value=own, where=here)
    if comparison.against == "standard":
        name = benchmark_name(speaker, programme, comparison)
        return speaker.say("compare.standard", value=own, where=here, benchmark=amount.other(), name=name)
    there = _there(speaker, programme, comparison)
    return speaker.say("compare.pair", value=own, where=here, benchmark=amount.other(), where_benchmark=there)


def _there(speaker: Speaker, programme: Programme, comparison: Comparison) -> str:
    """Where the benchmark's value is from; of the same area earlier, when."""
    if comparison.against == "earlier":
        return speaker.period_phrase(comparison.benchmark_period)
    there = _then(speaker, comparison, where(speaker, programme, comparison.benchmark))
    if comparison.members and comparison.benchmark_denominator is None:
        there += f" ({speaker.count('compare.mean_of', len(comparison.members))})"
    return there


def _then(speaker: Speaker, comparison: Comparison, there: str) -> str:
    """A place, with the period where that is another one."""
    if not comparison.benchmark_period:
        return there
    return speaker.say("place.then", where=there, when=speaker.period_phrase(comparison.benchmark_period))


def against(speaker: Speaker, programme: Programme, comparison: Comparison) -> str:
    """What the area was set against: the rest of the benchmark where it is a part of it, else the benchmark."""
    if comparison.against == "standard":
        return speaker.say("compare.the_standard")
    if comparison.against == "earlier":
        return speaker.period_phrase(comparison.benchmark_period)
    if comparison.tested_against == "rest":
        return _then(speaker, comparison, speaker.label("rest", programme.areas[comparison.benchmark].kind))
    return _then(speaker, comparison, where(speaker, programme, comparison.benchmark))


def _verdict(speaker: Speaker, programme: Programme, comparison: Comparison) -> str:
    amount, other = quantity(speaker, programme, comparison), against(speaker, programme, comparison)
    if comparison.reason in UNTESTED:
        return _untested(speaker, comparison, amount, other)
    if comparison.standing == "cannot_tell":
        here, there = where(speaker, programme, comparison.area), benchmark_name(speaker, programme, comparison)
        return speaker.say(f"no_verdict.{_why_none(comparison)}", where=here, benchmark=there)
    return _tested(speaker, comparison, amount, other)


def _why_none(comparison: Comparison) -> str:
    is_break = comparison.reason == "other_definition" and comparison.benchmark_period
    return "broken" if is_break else comparison.reason or "unknown"


def _tested(speaker: Speaker, comparison: Comparison, amount: Quantity, other: str) -> str:
    if comparison.standing == "no_clear_difference":
        size = with_interval(amount, comparison, unclear_size(amount, comparison, other), signed=True)
        return speaker.say("verdict.no_clear_difference", size=size)
    size = difference_size(amount, comparison, other)
    if comparison.standing in ("higher", "lower"):
        said = with_interval(amount, comparison, size, "size.interval_in_brackets")
        return speaker.say("verdict.clear_difference", size=said) if comparison.clear else said
    said = with_interval(amount, comparison, size)
    return speaker.say("verdict.sized", standing=standing_words(speaker, comparison), size=said)


def _untested(speaker: Speaker, comparison: Comparison, amount: Quantity, other: str) -> str:
    exact = are_exact(comparison) and comparison.difference is not None
    size = plain_size(amount, comparison, other) if exact else _unsized(speaker, comparison)
    return speaker.say(f"verdict.direction.{comparison.side}", size=size) if comparison.side else size


def _unsized(speaker: Speaker, comparison: Comparison) -> str:
    """Which is more, without by how much: of rough values, and of grades, a difference would be made up."""
    key = {"higher": "size.more_unsized", "lower": "size.less_unsized"}.get(comparison.standing, "size.same")
    return speaker.say(key)
