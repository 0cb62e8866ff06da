"""How targets were moved: easier, harder, set, dropped; and what is no change."""

from datetime import date, datetime

import pytest

from azory_monitor.compare import target_changes
from azory_monitor.model.batch import Batch, Version
from azory_monitor.model.programme import Target
from tests.compare.drawn import cases, only, programme


def aim(text):
    """A target written as ">= 40 2020", "between 2 4 2020", "> 5 yearly"; "-" is one that is not set."""
    if text == "-":
        return Target(indicator="work", area="hill", state="not_set", period="2020")
    words = text.split()
    state = words.pop() if words[-1] in ("tentative", "agreed") else "agreed"
    every = "year" if "yearly" in words else ""
    words = [word for word in words if word != "yearly"]
    upper = words.pop(2) if words[0] == "between" else None
    operator, value, period = [*words, ""][:3]
    return Target(
        indicator="work",
        area="hill",
        state=state,
        operator=operator,
        value=value,
        upper=upper,
        period=period,
        every=every,
    )


def version(batch, target):
    """A target as a batch brought it; they are numbered from 1, which is the seed's, one on each day of May."""
    came = Batch(
        id=batch, what="import" if batch > 1 else "seed", by=f"Person {batch}", taken=datetime(2026, 5, batch, 12)
    )
    return Version(key="work hill", batch=came, cells=target.model_dump())


def changes(*told):
    """Each target with the number of its batch: (1, ">= 40 2020")."""
    plan = programme("id | direction\nwork | neither")
    return target_changes(plan, [version(batch, aim(text)) for batch, text in told])


MOVES = """
former            | current           | effect
>= 40 2020        | >= 30 2020        | easier
>= 40 2020        | >= 50 2020        | harder
>= 40 2020        | >= 40 2022        | easier
>= 40 2020        | >= 40 2019        | harder
>= 40 2020        | >= 40             | easier
>= 40             | >= 40 2020        | harder
>= 40 2020        | >= 30 2019        | other
>= 40 2020        | >= 50 2022        | other
>= 40 2020        | >= 30 2022        | easier
>= 40 2020        | <= 40 2020        | other
<= 40 2020        | <= 50 2020        | easier
<= 40 2020        | < 40 2020         | harder
> 5 yearly        | >= 5 yearly       | easier
> 5 yearly        | > 5               | easier
> 5               | > 5 yearly        | harder
between 2 4 2020  | between 1 4 2020  | easier
between 2 4 2020  | between 3 4 2020  | harder
between 2 4 2020  | between 3 5 2020  | other
= 5 2020          | >= 5 2020         | easier
>= 5 2020         | = 5 2020          | harder
between 4 2 2020  | between 2 4 2020  | other
-                 | >= 40 2020        | set
>= 40 2020        | -                 | dropped
"""


@pytest.mark.parametrize("case", **cases(MOVES))
def test_a_target_is_easier_where_more_values_meet_it_or_there_is_more_time(case):
    found = only(changes((1, case.former), (3, case.current)))
    assert found.effect == case.effect


SAME = """
former            | current
>= 40 2020        | >= 40 2020
>= 40 2020        | >= 40 2020 tentative
-                 | -
"""


@pytest.mark.parametrize("case", **cases(SAME))
def test_a_row_that_asks_for_the_same_is_no_change(case):
    assert changes((1, case.former), (3, case.current)) == []


def test_a_change_tells_when_by_whom_from_what_to_what():
    found = only(changes((1, ">= 40 2020"), (3, "between 2.5 1234567 2021")))
    assert (found.indicator, found.area, found.changed, found.by) == ("work", "hill", date(2026, 5, 3), "Person 3")
    assert (found.before, found.after) == (">= 40 2020", "between 2.5 1234567 2021")
    assert (found.former.value, found.current.upper) == (40, 1234567)


def test_where_targets_start_is_no_change_but_the_first_one_later_is():
    assert changes((1, ">= 40 2020")) == []
    assert only(changes((2, ">= 40 2020"))).effect == "set"


def test_each_change_is_told_against_the_one_before():
    found = changes((1, ">= 40"), (2, ">= 30"), (3, ">= 50"))
    assert [one.effect for one in found] == ["easier", "harder"]


def test_a_target_of_an_indicator_that_is_gone_is_left_out():
    gone = Target(indicator="play", area="hill", state="agreed", value=1)
    assert target_changes(programme("id\nwork"), [version(2, gone)]) == []
