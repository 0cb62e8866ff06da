"""Who is on the other side: by what the sign-in vouches for, else by where they are; never by what they say."""

from collections.abc import Mapping

import streamlit as st

from azory_monitor.access import AccessList, Actor, SignedIn, identity_of, is_loopback
from azory_monitor.access.rules import Someone
from azory_monitor.ui.set_up import is_set_up

NAME = "who"
NOBODY: Someone = Actor("", "reader")
"""Whom a page is made ready for before anybody has come."""
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
"""What a web server in front adds.  It can only take a right away, never give one."""


def visitor(listed: AccessList) -> Someone:
    """Whoever this page is shown to."""
    claims = st.user.to_dict() if is_set_up() else {}
    return someone(claims, st.context.ip_address, st.context.headers, listed, st.session_state.get(NAME) or "")


def someone(
    claims: Mapping[str, object], remote: str | None, headers: Mapping[str, str], listed: AccessList, name: str = ""
) -> Someone:
    """Whoever sends a request: ``claims`` are the cookie's, verified; ``remote`` is where it comes from, if known.

    Where people sign in, nothing else counts.  Where nobody does, the person at this machine may do everything, as
    long as nothing speaks of others: a list of roles, a server for the network, a web server in front.
    """
    if is_set_up():
        identity = identity_of(claims)
        return SignedIn(identity, listed) if identity else Actor("", *listed.role_of(""))
    if listed.exists:
        return Actor("", *listed.role_of("", "no_sign_in"))
    if not is_loopback(st.get_option("server.address") or "") or (isinstance(remote, str) and not is_loopback(remote)):
        return Actor(name, "reader", "network")
    if any(header in headers for header in _FORWARDED):
        return Actor(name, "reader", "proxied")
    return Actor(name, "coordinator")
