"""What every test stands on: a home of its own, so that no test touches a real database."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from azory_monitor.home import Home, seed_folder
from azory_monitor.monitor import Monitor
from tests import engines

# Examples are slow on a busy machine without being wrong, and are the same on every machine.
settings.register_profile("monitor", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("monitor")

BROWSER = Path(__file__).parent / "browser"


@pytest.fixture(scope="session", autouse=True)
def _home(tmp_path_factory):
    """Point ``AZORY_HOME`` at an empty folder for as long as the tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AZORY_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory) -> Path:
    """A home filled from the seed, which nobody has open: to be copied, which takes a thirtieth of filling one."""
    home = Home(tmp_path_factory.mktemp("filled") / "home")
    with closing(Monitor(home)) as monitor:
        monitor.seed(monitor.check_package(seed_folder()))
    return home.path


@pytest.fixture(params=engines.ENGINES)
def engine(request):
    """The engine of ``home_at``: a test that takes this holds for each that can be had here."""
    with engines.using(request.param):
        yield request.param


@pytest.fixture(scope="session", autouse=True)
def _server():
    """A server that was started for some test ends with the last."""
    yield
    engines.end()


def pytest_collection_modifyitems(config, items):
    """Start the browser first, since it takes longest."""
    leave_out_files_on_a_server(config, items)
    for item in items:
        if BROWSER in item.path.parents:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


def leave_out_files_on_a_server(config, items):
    """What is about the database file is not asked of a server."""
    left_out = [
        item for item in items if item.get_closest_marker("embedded") and "server" in item.callspec.params.values()
    ]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
