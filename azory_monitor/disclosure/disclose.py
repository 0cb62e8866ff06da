"""One state: which measurements are hidden, each for a reason, and what readers know once they have seen the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from azory_monitor.disclosure.cells import told_by_people, told_by_targets
from azory_monitor.disclosure.facts import Cell, Name, facts, name_of
from azory_monitor.disclosure.hiding import Hiding
from azory_monitor.disclosure.known import NOTHING, Known
from azory_monitor.disclosure.policy import linked
from azory_monitor.disclosure.relations import Relation, relations
from azory_monitor.model.counted import People
from azory_monitor.model.hidden import Why
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.state import Programme


@dataclass(frozen=True)
class Disclosed:
    """Which measurements are hidden, and why, and which numbers that stand elsewhere.

    ``known`` is what readers have been able to see after this state.
    """

    hidden: dict[Name, Why] = field(default_factory=dict)
    cells: dict[Cell, Why] = field(default_factory=dict)
    known: Known = NOTHING

    def why(self, row: Measurement) -> Why | None:
        """Why a measurement is hidden; None where it is shown."""
        return self.hidden.get(name_of(row))

    def published(self, rows: Iterable[Measurement]) -> list[Measurement]:
        """The measurements with what must stay hidden taken out, and marked so."""
        touched = {name.indicator for name in self.hidden}
        return [
            _without_figures(row) if row.indicator in touched and name_of(row) in self.hidden else row for row in rows
        ]


def disclose(
    programme: Programme,
    rows: Sequence[Measurement],
    known: Known = NOTHING,
    people: People | None = None,
    among: frozenset[str] = frozenset(),
) -> Disclosed:
    """Decide what to hide of the measurements that ``policy.linked`` indicators have in one state.

    ``known`` is what readers saw before; ``people`` what the register counts of people, where any of it belongs to
    such an indicator; ``among`` further indicators that are or were such.  The same measurements after the same states
    give the same answer, in whatever order they come.
    """
    told = [*facts(programme, rows), *told_by_targets(programme, rows, among | linked(programme))]
    counted, sums = told_by_people(programme, rows, people) if people else ([], set[Relation]())
    hiding = Hiding([*told, *counted], known)
    hiding.begin()
    if hiding.reasons or known.guarded:
        hiding.relations |= relations(programme, hiding.facts) | sums
        hiding.search()
    hidden = {name: why for name, why in hiding.reasons.items() if isinstance(name, Name)}
    cells = {name: why for name, why in hiding.reasons.items() if isinstance(name, Cell)}
    return Disclosed(hidden, cells, hiding.known())


def _without_figures(row: Measurement) -> Measurement:
    nothing = dict.fromkeys(("value", "numerator", "denominator", "spread"))
    return row.model_copy(update=nothing | {"status": "hidden"})
