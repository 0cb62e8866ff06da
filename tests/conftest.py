"""What every test stands on: a home of its own, so that no test touches a real database."""

from pathlib import Path

import pytest
from hypothesis import settings

# Examples are slow on a busy machine without being wrong.
settings.register_profile("monitor", deadline=None)
settings.load_profile("monitor")

BROWSER = Path(__file__).parent / "browser"


@pytest.fixture(scope="session", autouse=True)
def _home(tmp_path_factory):
    """Point ``AZORY_HOME`` at an empty folder for as long as the tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AZORY_HOME", str(tmp_path_factory.mktemp("home")))
        yield


def pytest_collection_modifyitems(items):
    """Start the browser first, since it takes longest, and keep each of its modules on one worker."""
    for item in items:
        if BROWSER in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)
