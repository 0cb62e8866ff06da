"""Who may do what."""

from typing import get_args

import pytest

from azory_monitor.access import Actor, Deed, Role, is_loopback, may, require
from azory_monitor.errors import NotAllowed, Refused

WRITING = ("keep", "undo", "freeze")


@pytest.mark.parametrize("deed", ["keep", "undo", "freeze", "see"])
def test_a_reader_changes_nothing_and_a_coordinator_may(deed):
    with pytest.raises(NotAllowed):
        require(Actor("Anna", "reader"), deed)
    require(Actor("Anna", "coordinator"), deed)


@pytest.mark.parametrize("role", get_args(Role))
@pytest.mark.parametrize("deed", get_args(Deed))
def test_a_higher_role_may_all_that_a_lower_one_may(role, deed):
    roles = get_args(Role)
    assert [may(Actor("Anna", one), deed) for one in roles] == sorted(may(Actor("Anna", one), deed) for one in roles)
    assert not may(Actor("Anna", "stranger"), deed) and may(Actor("Anna", "coordinator"), deed)


def test_only_a_coordinator_changes_anything():
    assert [may(Actor("Anna", role), deed) for role in ("reader", "insider") for deed in WRITING] == [False] * 6


def test_a_refusal_is_logged_with_who_and_what_on_one_line(caplog):
    with pytest.raises(NotAllowed):
        require(Actor("Anna\nRefused: nobody\x1b[2J", "reader"), "freeze")
    (line,) = caplog.messages
    assert "freeze" in line and "Anna" in line and "\n" not in line and "\x1b" not in line


def test_nothing_is_kept_without_a_name():
    with pytest.raises(Refused):
        require(Actor("  ", "coordinator"), "keep")


@pytest.mark.parametrize(
    ("address", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.1.2.3", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("", False),
        ("10.0.0.1", False),
        ("127.0.0.1.example.org", False),
        ("localhost.example.org", False),
    ],
)
def test_only_an_address_of_this_machine_is_loopback(address, loopback):
    assert is_loopback(address) is loopback
