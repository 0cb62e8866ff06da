"""Whether signing in is set up, and what would make it unsafe: then the monitor does not start."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlparse

import streamlit as st
from streamlit.auth_util import get_secrets_auth_section, is_authlib_installed
from streamlit.runtime.secrets import secrets_singleton

from azory_monitor.access import AccessList, is_loopback
from azory_monitor.errors import Damaged, MonitorError, Refused
from azory_monitor.home import home_from_environment
from azory_monitor.words import error_sentence, spoken_here

CALLBACK = "/oauth2callback"
"""Where a provider sends people back to: Streamlit's own address for it."""
NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
SHORTEST_SECRET = 32
"""Bytes; whoever guesses the secret signs in as anybody."""
FEWEST_SIGNS = 12
"""So many different ones even the plainest random secret has; a repeated word has fewer."""
KNOWN = ("secret", "changeme", "change-me", "example", "your_", "your-", "test-only", "0123456789")
"""What secrets in manuals are made of."""


def is_set_up() -> bool:
    """Whether people sign in here."""
    return bool(get_secrets_auth_section())


def is_encrypted() -> bool:
    """Whether people reach this monitor through TLS, by the address that they are sent back to."""
    return urlparse(str(get_secrets_auth_section().get("redirect_uri", ""))).scheme == "https"


def refuse_unsafe_start() -> None:
    """End the process, saying why in words, unless what is set up is safe.  No secret is ever part of the words."""
    faults = list(unsafe())
    if faults:
        speaker = spoken_here()
        sys.exit("\n".join([speaker.say("error.start_refused"), *(error_sentence(speaker, one) for one in faults)]))


def unsafe() -> Iterator[MonitorError]:
    """Everything that is wrong with how signing in is set up."""
    if any(Path(file).exists() for file in st.get_option("secrets.files")) and not _readable():
        yield Refused("error.start_secrets_unreadable")
    if st.get_option("server.trustedUserHeaders"):
        yield Refused("error.start_headers")
    if is_set_up():
        yield from _unsafe(get_secrets_auth_section())
    try:
        AccessList(home_from_environment().access).rules()
    except Damaged as fault:
        yield fault


def _readable() -> bool:
    return secrets_singleton.load_if_toml_exists()


def _unsafe(auth: Mapping[str, object]) -> Iterator[MonitorError]:
    missing = [key for key in NEEDED if not auth.get(key)]
    if missing:
        yield Refused("error.start_missing", keys=", ".join(missing))
    if any(isinstance(one, Mapping) for key, one in auth.items() if key != "client_kwargs"):
        yield Refused("error.start_providers")
    if auth.get("cookie_secret") and is_weak(str(auth["cookie_secret"])):
        yield Refused("error.start_secret", n=SHORTEST_SECRET)
    for key in ("server_metadata_url", "redirect_uri"):
        if auth.get(key) and not is_safe_way(str(auth[key])):
            yield Refused("error.start_plain", address=key)
    if auth.get("redirect_uri") and not str(auth["redirect_uri"]).endswith(CALLBACK):
        yield Refused("error.start_callback", ending=CALLBACK)
    if not is_authlib_installed():
        yield Refused("error.start_authlib")


def is_weak(secret: str) -> bool:
    """Whether a secret is short, monotonous, or made of what manuals print."""
    short = len(secret.encode()) < SHORTEST_SECRET or len(set(secret)) < FEWEST_SIGNS
    return short or any(known in secret.lower() for known in KNOWN)


def is_safe_way(address: str) -> bool:
    """Whether an address is reached through TLS, or does not leave this machine."""
    try:
        parts = urlparse(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)))
