"""Who may do what: one question, asked by the layer that writes, answered at the moment it is asked."""

from azory_monitor.access.listed import AccessList
from azory_monitor.access.rules import Actor, Because, Deed, Role, is_loopback, may, require
from azory_monitor.access.signed_in import Identity, SignedIn, end, identity_of

__all__ = [
    "AccessList",
    "Actor",
    "Because",
    "Deed",
    "Identity",
    "Role",
    "SignedIn",
    "end",
    "identity_of",
    "is_loopback",
    "may",
    "require",
]
