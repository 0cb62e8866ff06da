"""A sentence on an earlier period, a standard or a mean says no more than its verdict either."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from azory_monitor import compare
from azory_monitor.model.yardstick import Break, Standard
from azory_monitor.words.sentences import comparison_headline, comparison_sentence, standing_phrase
from tests.words.drawn import EN, PL, measured, programme
from tests.words.test_honesty import CLEARLY, JUDGED, SIDED, numbers, written

NAMED = {"pl": "Norma", "en": "Norm"}
ASKED = {"name": {"pl": "Bezpiecznie", "en": "Safe"}, "question": {"en": "Safe?"}}
MEAN = {"name": {"pl": "Czas", "en": "Time"}, "measure": "mean", "per": None, "unit": {"": "h"}}
KINDS = ["poverty", "old", "crime", "safe", "time"]


@some.composite
def judged(draw):
    """A plan, and one comparison of an indicator with itself earlier or with a standard."""
    id = draw(some.sampled_from(KINDS))
    plan = programme(safe=ASKED, time=MEAN)
    per = plan.indicators[id].per or 1
    figures = [_figure(draw, id, per, period) for period in ("2016", "2015")]
    norm = draw(some.integers(0, per * 10)) / 10
    plan = replace(
        plan,
        standards={"norm": Standard(id="norm", indicator=id, name=NAMED, value=norm)},
        breaks={"it": Break(indicator=id, period=draw(some.sampled_from(["2014", "2016"])), why={"en": "law"})},
    )
    found = [one for one in compare.comparisons(plan, figures, ["hill"]) if one.against != "area"]
    return plan, draw(some.sampled_from(found))


def _figure(draw, id, per, period):
    people = draw(some.integers(30, 20_000))
    x, given = draw(some.integers(0, people)), draw(some.booleans())
    if id == "time":
        spread = draw(some.one_of(some.none(), some.floats(0.1, 9)))
        return measured(id, "hill", x / 100, (None, people) if given else (), period, spread=spread)
    if id == "safe":
        return measured(id, "hill", round(100 * x / people, 1), (None, people) if given else (), period)
    return measured(id, "hill", per * x / people, (x, people) if given else (), period)


def everything_said(speaker, plan, one):
    said = [
        comparison_sentence(speaker, plan, one),
        standing_phrase(speaker, one),
        comparison_headline(speaker, plan, [one]),
    ]
    return " ".join(said).lower()


@given(judged())
def test_every_number_is_the_result_s_own(found):
    plan, one = found
    for speaker in (PL, EN):
        assert numbers(comparison_sentence(speaker, plan, one)) - written(speaker, one) - {"2015"} == set()


@given(judged())
def test_better_worse_and_clearly_are_said_only_where_the_verdict_says_so(found):
    plan, one = found
    for speaker, standing, words in JUDGED:
        said = bool(re.search(words, everything_said(speaker, plan, one)))
        assert said == (one.standing == standing and not one.reason)
    for speaker, words in CLEARLY:
        assert bool(re.search(words, everything_said(speaker, plan, one))) == one.clear


@given(judged())
def test_a_direction_is_said_only_where_there_is_no_test(found):
    plan, one = found
    for speaker, side, words in SIDED:
        said = bool(re.search(words, everything_said(speaker, plan, one)))
        assert said == (one.side == side and one.reason in ("counts_not_given", "no_test", "spread_not_given"))


@given(judged())
def test_an_interval_is_said_to_hold_for_a_random_sample_only_where_one_is_told(found):
    plan, one = found
    said = comparison_sentence(EN, plan, one)
    assert ("at random" in said) == (one.indicator == "safe" and one.difference_lower is not None)
