"""One home with a history for all tests that only look."""

import pytest

from tests.trace.home import with_history


@pytest.fixture(scope="session")
def lived(tmp_path_factory):
    monitor, batches = with_history(tmp_path_factory.mktemp("lived"))
    yield monitor, batches
    monitor.close()
