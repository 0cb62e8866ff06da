"""Who supplies values."""

from azory_monitor.model.state import Programme

NOBODY = ""
"""Stands for the owner of indicators that nobody was named to supply."""


def owners(programme: Programme) -> list[str]:
    """Who supplies values, by id, in the order of the institutions; last ``NOBODY`` where some have no owner.

    What is counted from the register is supplied by nobody.
    """
    counted = {row.indicator for row in programme.derivations.values()}
    owning = {row.owner for row in programme.indicators.values() if not row.same_as and row.id not in counted}
    return [id for id in programme.institutions if id in owning] + ([NOBODY] if NOBODY in owning else [])
