"""A person whom a sign-in vouches for; what they may do is looked up whenever it is asked."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from azory_monitor.access.listed import AccessList
from azory_monitor.access.rules import Because, Role

LONGEST_NAME = 120
_AHEAD = 300
"""Seconds that a provider's clock may be ahead of ours."""


@dataclass(frozen=True)
class Identity:
    """What a provider told of a person; ``since`` is when it did (seconds since 1970), 0 if it does not say."""

    name: str
    email: str
    verified: bool
    since: float


def identity_of(claims: Mapping[str, object]) -> Identity | None:
    """Who is signed in, by the claims of an ID token; None where nobody is.

    An address counts as verified unless the provider says that it is not: several never say.
    """
    if claims.get("is_logged_in") is not True:
        return None
    email = _line(claims.get("email"))
    since = claims.get("iat")
    return Identity(
        name=_name(claims) or email.partition("@")[0],
        email=email,
        verified=claims.get("email_verified", True) in (True, "true"),
        since=float(since) if isinstance(since, (int, float)) and not isinstance(since, bool) else 0.0,
    )


def _name(claims: Mapping[str, object]) -> str:
    whole = _line(claims.get("name"))
    return whole or f"{_line(claims.get('given_name'))} {_line(claims.get('family_name'))}".strip()


def _line(text: object) -> str:
    """A text of the provider's as one line without control characters, cut where no name goes on."""
    seen = "".join(one if one.isprintable() else " " for one in text) if isinstance(text, str) else ""
    return " ".join(seen.split())[:LONGEST_NAME]


@dataclass(frozen=True)
class SignedIn:
    """Whoever signed in, beside the list that says what they may do."""

    identity: Identity
    listed: AccessList

    @property
    def name(self) -> str:
        """As the provider gives it."""
        return self.identity.name

    @property
    def email(self) -> str:
        """As the provider gives it."""
        return self.identity.email

    @property
    def role(self) -> Role:
        """What the list says of them now."""
        return self._now()[0]

    @property
    def because(self) -> Because:
        """Why they are no coordinator now."""
        return self._now()[1]

    def named(self, name: str) -> "SignedIn":
        """Themselves: nobody signs in and writes under another name."""
        return self

    def _now(self) -> tuple[Role, Because]:
        doubt = self._doubt()
        return self.listed.role_of("" if doubt else self.identity.email, doubt)

    def _doubt(self) -> Because:
        """Why the sign-in does not count, or no longer."""
        age = time.time() - self.identity.since
        if not self.identity.email:
            return "nameless"
        if not self.identity.verified:
            return "unverified"
        if self.identity in _ended or not -_AHEAD <= age <= self.listed.hours * 3600:
            return "expired"
        return ""


_ended: set[Identity] = set()


def end(identity: Identity) -> None:
    """Make a sign-in count nowhere any more, in no other window and by no kept cookie, while this process runs."""
    _ended.add(identity)
