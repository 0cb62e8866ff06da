"""Challenges, the matrix of key actions, and the actions that came to no outcome."""

import pytest

from azory_monitor.chronicle import challenges, matrix, without_outcome
from azory_monitor.model.programme import Action, Indicator, Profile
from azory_monitor.model.register import Barrier, Challenge, Finding, KeyAction, Outcome, Proposal, Response
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Progress
from tests.compare.drawn import cases, only, rows

BARRIERS = """
id       | kind     | challenge
alone    | weakness | trust
doubt    | concern  | trust
leaving  | threat   | trust
nobody   | barrier  | trust
far      | barrier  | money
loose    | barrier  |
"""
RESPONSES = """
key_action | challenge | baseline_en | barriers_en | answer_en
cafe       | trust     | a circle    | few come    | ask more
cafe       | money     |             | no grants   |
"""
ACTIONS = """
id   | same_as
park |
help |
aid  | help
box  |
"""


def programme(owner=""):
    return Programme(
        profile=Profile(id="plan", name_en="Plan", areas="hill", language="en"),
        challenges=_by_id(
            Challenge(id=one, number=n, name_en=one, short_en=one) for n, one in enumerate(("trust", "money"), 1)
        ),
        key_actions=_by_id(KeyAction(id=one, number=n, name_en=one) for n, one in enumerate(("cafe", "house"), 1)),
        responses={f"{cells['key_action']} {cells['challenge']}": Response(**cells) for cells in rows(RESPONSES)},
        barriers=_by_id(Barrier(title_en=cells["id"], theme="any", **cells) for cells in rows(BARRIERS)),
        findings=_by_id(Finding(id=kind, kind=kind, name_en=kind, challenge="trust") for kind in ("strength", "asset")),
        proposals=_by_id([Proposal(id="ask", name_en="Ask", state="proposed", challenge="money")]),
        actions=_by_id(Action(name_en=cells["id"], state="planned", **cells) for cells in rows(ACTIONS)),
        outcomes=_by_id([Outcome(id="o", number=1, name_en="O", actions=("park", "help"))]),
        indicators=_by_id(
            [Indicator(id="bodies", name_en="Bodies", kind="process", measure="count", challenge="trust", owner=owner)]
        ),
    )


def _by_id(made):
    return {row.id: row for row in made}


def progress(**more):
    return Progress(**({"indicator": "bodies", "area": "hill", "status": "no_data"} | more))


def test_a_challenge_has_all_that_is_recorded_for_it_and_nothing_else():
    trust, money = challenges(programme(), [progress()])
    assert (trust.strengths, trust.weaknesses) == (("strength",), ("alone",))
    assert (trust.concerns, trust.barriers, trust.proposals) == (("doubt", "leaving"), ("nobody",), ())
    assert (money.strengths, money.barriers, money.proposals, money.indicators) == ((), ("far",), ("ask",), ())
    assert only(trust.indicators).indicator == "bodies"


LACKING = """
case                     | latest | latest_period | baseline | target | target_period | every | owner | lacking
nothing is known         |        |               |          |        |      |      |      | value baseline target owner
a value alone            | 3      | 2018          |          |        |      |      | mops | baseline target
a hidden value           |        | 2018          | 1        | 5      | 2020 |      | mops |
a target without a date  | 3      | 2018          | 1        | 5      |      |      | mops | period
a target of every year   | 3      | 2018          | 1        | 5      |      | year | mops |
everything               | 3      | 2018          | 1        | 5      | 2020 |      | mops |
zero is a value          | 0      | 2018          | 0        | 0      | 2020 |      | mops |
"""


@pytest.mark.parametrize("drawn", **cases(LACKING))
def test_an_indicator_of_a_challenge_says_what_it_lacks(drawn):
    names = ("latest", "latest_period", "baseline", "target", "target_period", "every")
    cells = {name: getattr(drawn, name) for name in names if getattr(drawn, name)}
    met = challenges(programme(owner=drawn.owner), [progress(**cells)])[0]
    assert only(met.indicators).lacking == tuple(drawn.lacking.split())


def test_every_cell_of_the_matrix_is_there_and_says_what_is_empty():
    cells = {(cell.key_action, cell.challenge): cell for cell in matrix(programme())}
    assert list(cells) == [("cafe", "trust"), ("house", "trust"), ("cafe", "money"), ("house", "money")]
    assert cells["cafe", "trust"].filled == ("baseline", "barriers", "answer")
    assert cells["cafe", "money"].empty == ("baseline", "answer") and cells["cafe", "money"].given
    assert not cells["house", "money"].given and len(cells["house", "money"].empty) == 3


def test_actions_in_no_outcome_are_listed_with_the_one_that_stands_for_them():
    assert [(one.action, one.twin) for one in without_outcome(programme())] == [("aid", "help"), ("box", "")]
