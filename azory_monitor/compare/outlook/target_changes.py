"""How targets were changed after the programme was seeded: made easier, made harder, set, dropped."""

from collections.abc import Iterable

from azory_monitor.compare.outlook.case import dated, is_hidden, is_set
from azory_monitor.compare.outlook.goal import goal_of
from azory_monitor.model.batch import Batch, Version
from azory_monitor.model.outlook import TargetChange
from azory_monitor.model.programme import Indicator, Target
from azory_monitor.model.state import Programme


def target_changes(programme: Programme, versions: Iterable[Version]) -> list[TargetChange]:
    """Every change among the versions of the targets, which come oldest first; nothing undone is among them.

    What the seed brought is left out: that is where targets start.  A row that says the same of number and date, or
    asks for the same in other words, is no change.
    """
    before: dict[tuple[str, str], Target] = {}
    found = []
    for version in versions:
        target = Target(**version.cells)
        if target.indicator not in programme.indicators:
            continue
        key = target.indicator, target.area
        change = _change(programme.indicators[target.indicator], before.get(key), target, version.batch)
        before[key] = target
        if change and version.batch.what != "seed":
            found.append(change)
    return found


def _change(indicator: Indicator, old: Target | None, new: Target, batch: Batch) -> TargetChange | None:
    former, current = (target if is_set(target) else None for target in (old, new))
    effect = target_effect(indicator, former, current)
    if not effect:
        return None
    return TargetChange(
        indicator=new.indicator,
        area=new.area,
        changed=batch.taken.date(),
        by=batch.by,
        effect=effect,
        before=_text(former),
        after=_text(current),
        former=former,
        current=current,
        why=new.why,
    )


def target_effect(indicator: Indicator, old: Target | None, new: Target | None) -> str:
    """What a change of a target does: set, dropped, easier, harder or other; empty where it asks for the same.

    Of a target that is hidden nothing is told.
    """
    if is_hidden(old) or is_hidden(new):
        return ""
    former, current = (target if is_set(target) else None for target in (old, new))
    if former is None or current is None:
        return "set" if current else "dropped" if former else ""
    if _text(former) == _text(current) and former.every == current.every:
        return ""
    effects = _by_zone(indicator, former, current) | _by_date(former, current)
    return effects.pop() if len(effects) == 1 else "other" if effects else ""


def _by_zone(indicator: Indicator, former: Target, current: Target) -> set[str]:
    """Which values meet a target now that did not, and the other way round."""
    old, new = (goal_of(indicator, target, target.baseline_value) for target in (former, current))
    if old is None or new is None:
        return {"other"}
    wider = new.low < old.low or new.high > old.high
    narrower = new.low > old.low or new.high < old.high
    return ({"easier"} if wider else set()) | ({"harder"} if narrower else set())


def _by_date(former: Target, current: Target) -> set[str]:
    """A later date, or none, is easier; to be met in every year is harder."""
    old, new = dated(former.period), dated(current.period)
    found = {"harder" if current.every else "easier"} if former.every != current.every else set()
    if old == new:
        return found
    is_easier = old is not None and (new is None or new > old)
    return found | {"easier" if is_easier else "harder"}


def _text(target: Target | None) -> str:
    """Operator, value, upper end and period."""
    if target is None:
        return ""
    numbers = [f"{number:.12g}" for number in (target.value, target.upper) if number is not None]
    return " ".join(filter(None, (target.operator, *numbers, target.period)))
