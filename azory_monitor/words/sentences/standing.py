"""One comparison in words: the two values, the standing, the size, and what cannot be told."""

from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison
from azory_monitor.words.names import area_name, indicator_name, subject, where
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

UNTESTED = ("counts_not_given", "no_test")
"""Reasons that leave a direction, but not whether it is by chance."""

_SEPARATE = ("no_value", "no_benchmark_value", "other_period", "undated_elsewhere")
"""Reasons why the two values do not belong side by side."""


def comparison_sentence(speaker: Speaker, programme: Programme, comparison: Comparison) -> str:
    """Where an area stands against a benchmark, in one sentence, or two where chance cannot be judged."""
    name = subject(speaker, indicator_name(speaker, programme, comparison.indicator), comparison.period)
    facts, verdict = facts_of(speaker, programme, comparison), _verdict(speaker, programme, comparison)
    key = "compare.verdict" if facts else "compare.verdict_alone"
    said = speaker.sentence(key, subject=name, facts=facts, verdict=verdict)
    if comparison.reason in UNTESTED:
        return f"{said} {speaker.sentence(f'chance.{comparison.reason}')}"
    return said


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
    if comparison.benchmark_value is None or comparison.reason in _SEPARATE:
        return speaker.say("compare.own", value=amount.own(), where=here)
    there = where(speaker, programme, comparison.benchmark)
    if comparison.members and comparison.benchmark_denominator is None:
        there += f" ({speaker.count('compare.mean_of', len(comparison.members))})"
    return speaker.say("compare.pair", value=amount.own(), where=here, benchmark=amount.other(), where_benchmark=there)


def against(speaker: Speaker, programme: Programme, comparison: Comparison) -> str:
    """What the area was set against: the rest of the benchmark where it is a part of it, else the benchmark."""
    if comparison.tested_against == "rest":
        return speaker.label("rest", programme.areas[comparison.benchmark].kind)
    return where(speaker, programme, comparison.benchmark)


def _verdict(speaker: Speaker, programme: Programme, comparison: Comparison) -> str:
    amount, other = quantity(speaker, programme, comparison), against(speaker, programme, comparison)
    if comparison.reason in UNTESTED:
        return _untested(speaker, comparison, amount, other)
    if comparison.standing == "cannot_tell":
        here, there = where(speaker, programme, comparison.area), area_name(speaker, programme, comparison.benchmark)
        return speaker.say(f"no_verdict.{comparison.reason or 'unknown'}", where=here, benchmark=there)
    return _tested(speaker, comparison, amount, other)


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
    exact = are_exact(comparison)
    size = plain_size(amount, comparison, other) if exact else _unsized(speaker, comparison)
    return speaker.say(f"verdict.direction.{comparison.side}", size=size) if comparison.side else size


def _unsized(speaker: Speaker, comparison: Comparison) -> str:
    """Which is more, without by how much: one of the values is rough, so their difference would be made up."""
    if not comparison.difference:
        return speaker.say("size.same")
    return speaker.say("size.more_unsized" if comparison.difference > 0 else "size.less_unsized")
