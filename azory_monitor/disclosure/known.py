"""What readers have been able to see so far, in all states up to one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from azory_monitor.disclosure.facts import Quantity
from azory_monitor.disclosure.relations import Relation


@dataclass(frozen=True)
class Known:
    """Every earlier state was public, and what was shown once cannot be taken back.

    ``told`` are the numbers that were shown, ``untold`` those that were hidden, each with the limit it was hidden
    under (0 for what is not sensitive itself); ``guarded`` those among them that nobody may work out.  ``relations``
    tie numbers that are not all told.  ``last`` is the number last shown of each cell of a sensitive indicator.
    """

    told: frozenset[Quantity] = frozenset()
    untold: Mapping[Quantity, int] = field(default_factory=dict)
    guarded: frozenset[Quantity] = frozenset()
    relations: frozenset[Relation] = frozenset()
    last: Mapping[tuple[str, str, str], int] = field(default_factory=dict)


NOTHING = Known()
