"""Anyone can use every page: axe-core finds nothing wrong with any, in either language, light or dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from azory_monitor.words.speaker import languages
from tests.browser.window import PAGES, place, settled

STREAMLITS_OWN = ("presentation-role-conflict", "stFileUploaderDropzone")
"""A minor finding in Streamlit's file uploader, which no page can mend: the rule, and where."""


def findings(window):
    """What axe-core finds wrong: rule, and the element it is about."""
    violations = Axe().run(window).response["violations"]
    found = [(rule["id"], node["html"]) for rule in violations for node in rule["nodes"]]
    return [(rule, html) for rule, html in found if rule != STREAMLITS_OWN[0] or STREAMLITS_OWN[1] not in html]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("page", PAGES)
def test_anyone_can_use_the_page(monitor, visit, page, language, theme):
    assert findings(settled(visit(place(monitor, page, language), theme=theme))) == []
