import pytest

from azory_monitor.words.speaker import languages, speaker
from tests.charts import estate


@pytest.fixture
def programme():
    return estate.programme()


@pytest.fixture
def english():
    return speaker("en")


@pytest.fixture(params=languages())
def speaking(request):
    """A speaker of each language there is."""
    return speaker(request.param)
