"""The roles, what each may do, and the one check."""

import ipaddress
import logging
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from azory_monitor.errors import NotAllowed, Refused

Role = Literal["stranger", "reader", "insider", "coordinator"]
Deed = Literal["read", "see", "keep", "undo", "freeze"]
"""What one needs a role for; *see* is looking at figures that are hidden from others."""

Because = Literal[
    "", "network", "proxied", "no_sign_in", "unlisted", "unknown", "expired", "unverified", "nameless", "broken"
]
"""Why a role is no higher: each has a sentence that says what would help."""

_MAY: dict[Role, frozenset[Deed]] = {
    "stranger": frozenset(),
    "reader": frozenset({"read"}),
    "insider": frozenset({"read", "see"}),
    "coordinator": frozenset({"read", "see", "keep", "undo", "freeze"}),
}
_LOOKS = ("read", "see")
"""Deeds that leave no batch behind."""

_log = logging.getLogger(__name__)


class Someone(Protocol):
    """Whoever asks: the person at this machine (``Actor``), or one whom a sign-in vouches for (``SignedIn``)."""

    @property
    def name(self) -> str:
        """What will stand in the batch."""

    @property
    def email(self) -> str:
        """The address that a sign-in vouches for, else empty."""

    @property
    def role(self) -> Role:
        """What they are now."""

    @property
    def because(self) -> Because:
        """Why they are no more than that."""

    def named(self, name: str) -> "Someone":
        """The same person under a name that was typed, which counts only where no sign-in tells the name."""


@dataclass(frozen=True)
class Actor:
    """A person without a sign-in: the name that they give, and the role that follows from where they are."""

    name: str
    role: Role = "reader"
    because: Because = ""

    @property
    def email(self) -> str:
        """Nothing vouches for one."""
        return ""

    def named(self, name: str) -> "Actor":
        """The same person under the name that was typed."""
        return replace(self, name=name.strip())


def may(someone: Someone, deed: Deed) -> bool:
    """Whether their role permits the deed now."""
    return deed in _MAY[someone.role]


def require(someone: Someone, deed: Deed) -> None:
    """Raise NotAllowed unless the role permits the deed now, Refused if the batch would have no name.

    A refusal is logged with who and what; nothing of what they wanted to store is.
    """
    if not may(someone, deed):
        refused(someone, deed)
        role, because = someone.role, someone.because
        if because:
            raise NotAllowed("error.not_allowed_because", role=role, deed=deed, because=because)
        raise NotAllowed("error.not_allowed", role=role, deed=deed)
    if deed not in _LOOKS and not someone.name.strip():
        raise Refused("error.who_empty")


def refused(someone: Someone, deed: Deed) -> None:
    """Log that somebody was refused a deed; what they typed as a name cannot look like a line of its own."""
    who = someone.email or someone.name
    _log.warning("Refused: %s (%s) may not %s. %s", ascii(who), someone.role, deed, someone.because)


def is_loopback(address: str) -> bool:
    """Whether an address is this machine's own, reached from it alone; a name that only begins like it is not."""
    try:
        return address == "localhost" or ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
