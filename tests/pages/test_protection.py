"""What every answer to a browser carries."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Route

from azory_monitor.ui.protection import INDEX, middleware
from azory_monitor.words.speaker import languages


async def page(request):
    return FileResponse(INDEX)


async def other(request):
    return PlainTextResponse("plain")


APP = Starlette(routes=[Route("/", page), Route("/{rest:path}", other)], middleware=middleware())


def get(link, **headers):
    """One answer of the protected app, as a browser that asks for a page gets it."""
    path, _, query = link.partition("?")
    told = [(b"accept", b"text/html")] + [
        (name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()
    ]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": told}
    sent = []

    async def receive():
        await asyncio.Event().wait()

    async def send(message):
        sent.append(message)

    # In a thread of its own, because a browser's test may have a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, APP(scope, receive, send)).result()
    body = b"".join(message.get("body", b"") for message in sent[1:])
    carried = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return SimpleNamespace(status_code=sent[0]["status"], headers=carried, content=body, text=body.decode())


@pytest.mark.parametrize("language", languages())
def test_the_page_states_the_language_of_its_link(language):
    assert f'<html lang="{language}">' in get(f"/?lang={language}").text


@pytest.mark.parametrize("language", languages())
def test_without_a_link_the_page_states_the_language_that_the_browser_asks_for(language):
    told = get("/", accept_language=f"{language}-XX,{language};q=0.9").text
    assert f'<html lang="{language}">' in told


def test_the_page_is_whole_and_never_kept_in_another_language():
    answer = get("/")
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert answer.text.rstrip().endswith("</html>")
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers


def test_only_our_own_scripts_run():
    policy = get("/").headers["content-security-policy"]
    scripts = re.search(r"script-src ([^;]*)", policy)[1].split()
    assert scripts[0] == "'self'"
    assert all(source.startswith("'sha256-") for source in scripts[1:])
    assert len(scripts) == 1 + 1 + len(languages())
    assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy


def test_every_answer_is_protected():
    for path in ("/", "/anything", "/media/file"):
        headers = get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "content-security-policy" in headers
    assert get("/media/file").headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/interact", "/_stcore/script-health-check"])
def test_doors_for_machines_are_closed(path):
    assert get(path).status_code == 404
