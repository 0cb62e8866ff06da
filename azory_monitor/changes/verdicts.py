"""Which verdicts are other ones: where the area stands, how far an indicator has come, whether it moves."""

from collections.abc import Callable, Iterable, Iterator

from azory_monitor.model.changes import Subject, Turn
from azory_monitor.model.outlook import Trend
from azory_monitor.model.verdicts import Comparison, Progress
from azory_monitor.view import View

Judged = Comparison | Progress | Trend

_SAYS: dict[Subject, tuple[str, ...]] = {
    "standing": ("benchmark", "standing", "side"),
    "progress": ("status",),
    "trend": ("movement",),
}
"""What makes a verdict another one; a figure that moved within the same verdict is told with the figures."""

_FOUND: dict[Subject, Callable[[View], Iterable[Judged]]] = {
    "standing": lambda view: [*view.compared_widely, *view.uncompared],
    "progress": lambda view: view.progress(),
    "trend": lambda view: view.trends(),
}


def turns(before: View, after: View) -> Iterator[Turn]:
    """Every verdict that turned, that there was none of before, or that there is none of any more."""
    for subject, found in _FOUND.items():
        old, new = ({(one.indicator, one.area): one for one in found(view)} for view in (before, after))
        for key in dict.fromkeys((*new, *old)):
            turn = _turn(subject, old.get(key), new.get(key))
            if turn:
                yield Turn(subject=subject, indicator=key[0], area=key[1], **turn)


def _turn(subject: Subject, old: Judged | None, new: Judged | None) -> dict | None:
    said = [one and tuple(getattr(one, name) for name in _SAYS[subject]) for one in (old, new)]
    if said[0] == said[1]:
        return None
    same = old is not None and new is not None and old.measurements == new.measurements
    return {"before": old, "after": new, "same_figures": same}
