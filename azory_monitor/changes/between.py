"""Everything that differs between two states, from what each of them shows."""

from azory_monitor.changes.register import barrier_turns, count_turns, target_turns
from azory_monitor.changes.rows import entry_changes, measured_changes
from azory_monitor.changes.verdicts import turns
from azory_monitor.model.changes import Changes, State
from azory_monitor.view import View


def changes(before: View, after: View) -> Changes:
    """From one state to another, in whichever order; what must stay hidden in one of them is not told of it."""
    return Changes(
        before=_state(before),
        after=_state(after),
        measurements=tuple(measured_changes(before, after)),
        entries=tuple(entry_changes(before, after)),
        turns=tuple(turns(before, after)),
        targets=tuple(target_turns(before, after)),
        barriers=tuple(barrier_turns(before, after)),
        counts=tuple(count_turns(before, after)),
    )


def _state(view: View) -> State:
    batch = view.batch
    return State(batch=batch.id, day=view.today, snapshot=batch.name if batch.what == "snapshot" else "")
