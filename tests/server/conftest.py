"""What is tried on a server is only collected where its driver is; ``make test`` runs it there."""

import pytest

from tests import engines
from tests.small import seeded

collect_ignore_glob = [] if engines.HAS_DRIVER else ["test_*.py"]


@pytest.fixture
def on_server():
    """The homes of the test have their database on the server."""
    with engines.using("server"):
        yield


@pytest.fixture
def books(tmp_path, on_server):
    """The books of a small home."""
    books = seeded(tmp_path)
    yield books
    books.close()
