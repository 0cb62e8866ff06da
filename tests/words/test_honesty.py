"""A sentence never says more than its verdict: no number of its own, no judgement of its own."""

import re

from hypothesis import given
from hypothesis import strategies as some

from azory_monitor.words.sentences import comparison_headline, comparison_sentence, standing_phrase
from tests.words.drawn import EN, PL, compared, measured, programme

PLAN = programme()
NUMBER = r"\d+(?:[\u00a0,.]\d+)*"
KNOWN = {"2016", "95", "1000", "1,000"}
"""The period, the level of the interval, and what a rate is given per."""


@some.composite
def pairs(draw):
    """The comparison of an estate with its town: shares or rates, with counts or without, rough or exact."""
    indicator = draw(some.sampled_from(["poverty", "old", "crime"]))
    scale = PLAN.indicators[indicator].per
    people, town = draw(some.integers(30, 20_000)), draw(some.integers(30_000, 900_000))
    x = draw(some.integers(0, people // 4))
    times = draw(some.sampled_from([0.1, 0.5, 0.8, 0.95, 1.0, 1.05, 1.3, 2.0, 4.0]))
    y = max(x, round(town * x / people * times))
    qualifier = draw(some.sampled_from(["", "", "", "about", "less_than", "at_least"]))
    counts = draw(some.booleans())
    figures = (
        measured(indicator, "hill", scale * x / people, (x, people) if counts else (), qualifier=qualifier),
        measured(indicator, "town", scale * y / town, (y, town) if counts else ()),
    )
    return compared(PLAN, *figures)[0]


def numbers(words):
    """Every number of a text, as it is written."""
    return set(re.findall(NUMBER, words)) - KNOWN


def written(speaker, one):
    """Every number of a result, as a sentence may write it."""
    own = (one.value, one.benchmark_value, one.difference, one.difference_lower, one.difference_upper, one.ratio)
    of_ratio = (one.ratio_lower, one.ratio_upper)
    known = [abs(x) for x in own + of_ratio if x is not None]
    return {speaker.number(x, decimals) for x in known for decimals in range(1, 7)}


@given(pairs())
def test_every_number_of_a_sentence_is_a_number_of_the_result(one):
    for speaker in (PL, EN):
        said = numbers(comparison_sentence(speaker, PLAN, one))
        assert said - written(speaker, one) == set()


JUDGED = [
    (PL, "better", r"\blepiej\b"),
    (PL, "worse", r"\bgorzej\b"),
    (EN, "better", r"\bbetter\b(?! direction)"),
    (EN, "worse", r"\bworse\b(?! direction)"),
]
CLEARLY = [(PL, r"\bwyraźn(ie|a)\b"), (EN, r"\bclearly\b|\ba clear\b")]
SIDED = [
    (PL, "better", r"\bkorzystniej(sza)?\b"),
    (PL, "worse", r"\bmniej korzystn(a|ie)\b"),
    (EN, "better", r"better direction|more favourable"),
    (EN, "worse", r"worse direction|less favourable"),
]


def everything_said(speaker, one):
    """A comparison's sentence, its words in a table, and the headline over it."""
    said = [
        comparison_sentence(speaker, PLAN, one),
        standing_phrase(speaker, one),
        comparison_headline(speaker, PLAN, [one]),
    ]
    return " ".join(said).lower()


@given(pairs())
def test_better_and_worse_are_said_only_of_a_verdict_that_says_so(one):
    for speaker, standing, words in JUDGED:
        assert bool(re.search(words, everything_said(speaker, one))) == (one.standing == standing and not one.reason)


@given(pairs())
def test_clearly_is_said_only_where_the_verdict_is_clear(one):
    for speaker, words in CLEARLY:
        assert bool(re.search(words, everything_said(speaker, one))) == one.clear


@given(pairs())
def test_a_direction_is_said_only_where_there_is_no_test_and_the_figures_have_one(one):
    for speaker, side, words in SIDED:
        said = bool(re.search(words, everything_said(speaker, one)))
        assert said == (one.side == side and one.reason in ("counts_not_given", "no_test"))


@given(pairs())
def test_more_and_less_follow_the_sign_of_the_difference(one):
    said = comparison_sentence(EN, PLAN, one)
    size = said.partition("–")[2]
    if re.search(r"\bmore\b(?! than (\w+ times|twice))", size):
        assert one.difference > 0
    if re.search(r"\bless\b", size):
        assert one.difference < 0 or one.standing == "lower"
