"""Figures that follow from the register: which entries are counted, and what of them."""

from typing import ClassVar, Literal

from azory_monitor.model import column
from azory_monitor.model.row import Row, Text

Counted = Literal[
    "activities", "attendances", "children", "institutions", "fundings", "sources", "money", "days_since", "ready"
]


class Derivation(Row):
    """How one figure is counted from the register.  Every condition that is filled must be met by an entry.

    ``activities`` counts the events that were held or are under way, ``attendances`` and ``children`` add up their
    participants, ``institutions`` counts who organised, ran or attended them, each once; ``fundings``, ``sources`` and
    ``money`` count entries of funding, their different origins, their amounts; ``days_since`` is the time since the
    last event that was held;
    ``ready`` is the number of indicators that can be followed and read.
    """

    table: ClassVar[str] = "derivations"

    id: str = column.identifier()
    name: Text = column.translated(required=True)
    indicator: str = column.ref("indicators")
    """The indicator whose values these are; a derivation without one stands by itself."""
    counts: Counted = column.choice(None)
    by: Literal["year", "whole"] = column.choice(None)
    """A figure for each year, or one for everything up to the day."""
    kinds: str = column.text()
    """Kinds of activities or of funding, with spaces between."""
    organised_by: tuple[str, ...] = column.refs("institutions")
    """Entries that any of these organises, runs or applied for."""
    institution_kinds: str = column.text()
    """Kinds of institutions, with spaces between, where institutions are counted."""
    actions: tuple[str, ...] = column.refs("actions")
    initiators: str = column.text()
    least_organisers: int | None = column.integer(minimum=1)
    """At least so many institutions organise or run it, or applied for it."""
    novelty: Literal["", "new", "traditional"] = column.choice()
    states: str = column.text()
    """States of funding, with spaces between; empty: funded or ended."""
    share_of: str = column.ref("derivations")
    """The derivation that this one is given as a share of, in percent."""
    note: Text = column.translated()
    locator: str = column.text()
