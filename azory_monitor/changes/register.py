"""What became of targets, barriers and the counts of the register."""

from collections.abc import Iterator

from azory_monitor import period
from azory_monitor.model.changes import BarrierTurn, CountTurn, TargetTurn
from azory_monitor.model.hindrance import Change
from azory_monitor.model.register import Barrier
from azory_monitor.view import View

_STATES: dict[str, Change] = {"open": "reopened", "eased": "eased", "closed": "closed"}


def target_turns(before: View, after: View) -> Iterator[TargetTurn]:
    """The targets that ask for something else; one whose words alone were changed asks for the same."""
    old, new = before.programme.targets, after.programme.targets
    known = after.programme.indicators | before.programme.indicators
    for key in dict.fromkeys((*new, *old)):
        former, current = old.get(key), new.get(key)
        row = current or former
        effect = row and after.target_effect(known[row.indicator], former, current)
        if row and effect:
            yield TargetTurn(indicator=row.indicator, area=row.area, effect=effect, before=former, after=current)


def barrier_turns(before: View, after: View) -> Iterator[BarrierTurn]:
    """The barriers that came, went, or are in another state."""
    old, new = before.programme.barriers, after.programme.barriers
    for id in dict.fromkeys((*new, *old)):
        was, now = old.get(id), new.get(id)
        if (was and was.state) != (now and now.state):
            states = {"before": was.state if was else "", "after": now.state if now else ""}
            yield BarrierTurn(barrier=id, what=_what(was, now, before), **states)


def _what(was: Barrier | None, now: Barrier | None, before: View) -> Change:
    if now is None:
        return "withdrawn"
    if was is None:
        opened = period.parse(now.opened).start if now.opened else None
        return "opened" if opened and opened > before.today else "entered"
    return _STATES[now.state]


def count_turns(before: View, after: View) -> Iterator[CountTurn]:
    """The figures counted from the register that are other ones."""
    old, new = ({one.derivation: one for one in view.counts()} for view in (before, after))
    for id in dict.fromkeys((*new, *old)):
        was, now = old.get(id), new.get(id)
        if _said(was) != _said(now):
            yield CountTurn(derivation=id, before=was, after=now)


def _said(count) -> tuple | None:
    """What a reader is told of it, without the entries behind it."""
    return count and (count.value, count.qualifier, count.period, count.amounts, count.reason)
