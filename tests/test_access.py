"""Who may do what."""

import pytest

from azory_monitor.access import Actor, is_loopback, require
from azory_monitor.errors import NotAllowed, Refused


@pytest.mark.parametrize("deed", ["keep", "undo", "freeze", "see"])
def test_a_reader_changes_nothing_and_a_coordinator_may(deed):
    with pytest.raises(NotAllowed):
        require(Actor("Anna", "reader"), deed)
    require(Actor("Anna", "coordinator"), deed)


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
    ],
)
def test_only_an_address_of_this_machine_is_loopback(address, loopback):
    assert is_loopback(address) is loopback
