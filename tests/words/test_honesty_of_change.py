"""What is said of change and of chances never goes beyond the result: no number of its own, no judgement of its own."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as some

from azory_monitor import compare
from azory_monitor.model.programme import Target
from azory_monitor.words.sentences import prospect_phrase, prospect_sentence, trend_phrase, trend_sentence
from tests.words.drawn import EN, PL, measured, programme

NUMBER = r"\d+(?:[\u00a0,.]\d+)*"
OF_THE_RULES = {"95", "99.8", "99,8", "1000", "1,000", "10", "19", "20"}
"""Levels of the tests, what a rate is given per, and the scale on which a chance is told."""

REAL = {
    "improving": (r"improvement", r"popraw"),
    "worsening": (r"worsening", r"pogorsz"),
    "rising": (r"\brise\b", r"wzrost"),
    "falling": (r"\bfall\b", r"spad"),
}
CLEAR = (r"\ba clear\b", r"\bwyraźn[yae]\b")
SURE = (r"\bcertain|\bsurely|\bwill be met\b", r"\bna pewno\b|\bz pewnością\b|\bbędzie osiągnięty\b")


@some.composite
def series(draw):
    """A yearly series of a share, a rate or a count, with counts or without, rising, falling or at random."""
    indicator = draw(some.sampled_from(["poverty", "old", "crime", "meetings"]))
    per = {"crime": 1000, "meetings": None}.get(indicator, 100)
    years = draw(some.integers(1, 9))
    counted = draw(some.booleans()) and per is not None
    people = draw(some.integers(50, 9_000))
    step, start = draw(some.integers(-40, 40)), draw(some.integers(200, 600))
    rows = []
    for year in range(years):
        x = max(0, start + step * year + draw(some.integers(-30, 30)))
        x = min(x, people) if per == 100 else x
        value = None if counted else x if per is None else round(per * x / people, 2)
        rows.append(measured(indicator, "hill", value, (x, people) if counted else (), period=str(2010 + year)))
    return indicator, rows


def numbers(words):
    return set(re.findall(NUMBER, words)) - OF_THE_RULES


def years_of(rows):
    return {row.period for row in rows} | {str(year) for year in range(2010, 2031)}


def written(speaker, values):
    """Every way in which a sentence may write one of these numbers."""
    known = [abs(x) for x in values if x is not None]
    return {speaker.number(x, decimals) for x in known for decimals in range(7)}


@settings(max_examples=300, deadline=None)
@given(series())
def test_a_sentence_on_change_has_only_the_numbers_and_the_words_of_its_verdict(drawn):
    indicator, rows = drawn
    plan = programme()
    found = compare.trends(plan, rows, ["hill"], date(2026, 1, 1))
    (one,) = [trend for trend in found if trend.indicator == indicator]
    values = (one.first_value, one.last_value, one.change, one.change_lower, one.change_upper, one.slope)
    for place, speaker in enumerate((EN, PL)):
        told = trend_sentence(speaker, plan, one)
        said = told.split(" Judged ")[0].split(" Oceniono ")[0]
        assert numbers(said) - written(speaker, values) - years_of(rows) == set()
        for movement, words in REAL.items():
            assert bool(re.search(words[place], trend_phrase(speaker, one))) == (one.movement == movement)
        is_clear = one.clear and one.movement in REAL
        assert bool(re.search(CLEAR[place], trend_phrase(speaker, one))) == is_clear


@settings(max_examples=250, deadline=None)
@given(series(), some.integers(0, 900), some.sampled_from([">=", "<="]))
def test_a_chance_is_told_with_its_own_numbers_and_never_as_certain(drawn, bar, operator):
    indicator, rows = drawn
    plan = programme(**{indicator: {"kind": "result", "direction": "neither"}})
    plan.targets[f"{indicator} hill"] = Target(
        indicator=indicator, area="hill", state="agreed", operator=operator, value=bar, period="2028"
    )
    (one,) = [
        found for found in compare.prospects(plan, rows, "hill", date(2026, 1, 1)) if found.indicator == indicator
    ]
    for place, speaker in enumerate((EN, PL)):
        told = prospect_sentence(speaker, plan, one)
        values = (one.target, one.expected, one.lower, one.upper)
        tenths = {speaker.number(n) for n in range(1, 10)} if one.chance is not None else set()
        code = {"2"}  # of the indicator's own code, 2.b
        assert numbers(told) - written(speaker, values) - years_of(rows) - tenths - code == set()
        assert not re.search(SURE[place], told)
        if one.chance is None:
            assert not re.search(r"\b(in|na) 1?[02]\b", prospect_phrase(speaker, one))
