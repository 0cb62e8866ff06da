"""Signing in leads back to one of our own pages, to nobody else's, and only once."""

import pytest

from azory_monitor.ui import way_back
from azory_monitor.ui.way_back import MOST, remember, way_to
from tests.pages.test_signed_in import ask, scope_of

TOKEN = b"0123456789abcdef"
COOKIE = f"_streamlit_xsrf=2|00000000|{TOKEN.hex()}|1700000000"


@pytest.fixture(autouse=True)
def nothing_remembered():
    way_back._ways.clear()


def led(cookie=COOKIE):
    """Where the answer to whoever comes back leads."""
    _, headers, _ = ask(scope_of("/oauth2callback", cookie=cookie))
    return dict(headers)["location"]


def test_a_page_with_its_choices_is_come_back_to_once():
    remember(TOKEN, way_to("show-indicator", {"indicator": "crime", "q": "a b&c=d#é"}))
    assert led() == "/show-indicator?indicator=crime&q=a+b%26c%3Dd%23%C3%A9"
    assert led() == "/"


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("//evil.example", {}),
        ("https://evil.example", {}),
        ("/\\evil.example", {}),
        ("..", {}),
        ("show-indicator/../../x", {}),
        ("_stcore/health", {}),
        ("", {"a": "x" * 3000}),
    ],
)
def test_what_is_none_of_our_pages_leads_to_the_first(page, asked):
    remember(TOKEN, way_to(page, asked))
    assert led() == "/"


def test_without_the_token_or_after_a_while_one_begins_at_the_first_page(monkeypatch):
    remember(TOKEN, "show-journey")
    assert led("") == led("_streamlit_xsrf=nonsense") == "/"
    monkeypatch.setattr(way_back.time, "monotonic", lambda: 1e9)
    assert led() == "/"


def test_only_so_many_ways_are_remembered():
    for n in range(MOST + 10):
        remember(n.to_bytes(16, "big"), "show-journey")
    assert len(way_back._ways) == MOST
