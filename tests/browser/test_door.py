"""A file that is turned away at the door is told of in the reader's language, on the screen and for who listens."""

import pytest

from azory_monitor.words.speaker import languages, speaker
from tests.browser.window import PATIENCE, place, settled

TOO_BIG = b"a" * (10 * 2**20 + 1)


@pytest.mark.parametrize("language", languages())
def test_a_refused_file_is_told_of_in_the_readers_words(monitor, visit, language):
    say, window = speaker(language).say, settled(visit(place(monitor, "upload", language)))
    assert say("page.upload.most", most="10") in window.get_by_test_id("stMain").inner_text()
    window.route("**/upload_file/**", lambda route: route.fulfill(status=429))
    for name, content in (("big.csv", TOO_BIG), ("small.csv", b"a,b")):
        window.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
        window.locator("[aria-invalid=true]", has_text=name).wait_for(timeout=PATIENCE)
    said = say("page.upload.refused", most="10")
    uploader = window.get_by_test_id("stFileUploader")
    assert uploader.evaluate("one => getComputedStyle(one, '::after').content").startswith(f'"{said}"')
    assert uploader.aria_snapshot().count(said) == 2
    uploader.locator("[aria-invalid=true]").first.hover()
    assert not window.get_by_test_id("stTooltipErrorContent").is_visible()
