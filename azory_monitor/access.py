"""Who may do what: pure rules, asked by the layer that writes."""

from dataclasses import dataclass
from typing import Literal

from azory_monitor.errors import NotAllowed, Refused

Role = Literal["reader", "coordinator"]
Deed = Literal["keep", "undo", "freeze", "see"]
"""What one needs a role for; *see* is looking at figures that are hidden from others."""

_MAY: dict[Role, frozenset[str]] = {
    "reader": frozenset(),
    "coordinator": frozenset({"keep", "undo", "freeze", "see"}),
}


@dataclass(frozen=True)
class Actor:
    """Who asks: the name that will stand in the batch, and the role it was given by whoever vouches for it."""

    name: str
    role: Role = "reader"


def require(actor: Actor, deed: Deed) -> None:
    """Raise NotAllowed unless the actor's role permits the deed, Refused if the batch would have no name."""
    if deed not in _MAY[actor.role]:
        raise NotAllowed("error.not_allowed", role=actor.role, deed=deed)
    if not actor.name.strip():
        raise Refused("error.who_empty")


def is_loopback(address: str) -> bool:
    """Whether an address that a server listens on can be reached from this machine alone."""
    return address in ("localhost", "::1") or address.startswith("127.")
