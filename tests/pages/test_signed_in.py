"""What every answer carries where people sign in: its cookies whole, and for TLS alone where TLS is used."""

import asyncio
import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Route
from streamlit import config
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from azory_monitor.ui.protection import middleware, on_fault
from azory_monitor.ui.signed_in import deed_of, sender
from tests.pages.signing_in import ANNA, COORDINATOR, JAN, SECRET, SOUND, secrets_of, toml

PUBLIC = {
    "redirect_uri": "https://monitor.example.org/oauth2callback",
    "server_metadata_url": "https://idp.example.org/.well-known/openid-configuration",
}
COOKIES = ("_streamlit_user", "_streamlit_user_tokens", "_streamlit_session")


async def signed(request):
    answer = RedirectResponse("/", 302)
    for name in COOKIES:
        answer.set_cookie(name, "value", httponly=True)
    answer.set_cookie("already", "value", secure=True)
    return answer


async def faulty(request):
    raise RuntimeError("figures of the programme")


async def plain(request):
    return PlainTextResponse("a file")


ROUTES = [Route("/oauth2callback", signed), Route("/fault", faulty)]
ROUTES += [Route("/{rest:path}", plain, methods=["GET", "PUT", "POST", "DELETE"])]


def scope_of(path, method="GET", client="127.0.0.1", **headers):
    told = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {
        "type": "http", "method": method, "path": path, "query_string": b"", "headers": told, "client": (client, 1),
    }  # fmt: skip


def ask(scope):
    """Status and headers, all of them, of one answer."""
    app = Starlette(routes=ROUTES, middleware=middleware(), exception_handlers={Exception: on_fault})
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    async def call():
        try:
            await app(scope, receive, send)
        except RuntimeError:
            assert sent, "a fault was not answered"

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, call()).result()
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return sent[0]["status"], [(name.decode(), value.decode()) for name, value in sent[0]["headers"]], body


def cookie(email, secret=SECRET, origin="http://127.0.0.1:8501"):
    claims = {"email": email, "is_logged_in": True, "origin": origin, "iat": time.time()}
    return f"_streamlit_user={create_signed_value(secret, '_streamlit_user', json.dumps(claims)).decode()}"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("AZORY_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def listed(home):
    (home / "access.toml").write_text(COORDINATOR + 'reading = "signed-in"\n')
    with secrets_of(home / "secrets.toml", toml(SOUND)):
        yield home


def set_cookies(headers):
    return [value for name, value in headers if name == "set-cookie"]


def test_an_answer_keeps_all_its_cookies(listed):
    status, headers, _ = ask(scope_of("/oauth2callback"))
    assert status == 302
    assert [one.partition("=")[0] for one in set_cookies(headers)] == [*COOKIES, "already"]
    assert not [one for one in set_cookies(headers)[:3] if "secure" in one.lower()]
    assert "strict-transport-security" not in dict(headers)


def test_behind_tls_no_cookie_travels_without_it_and_the_browser_comes_back_by_it(home):
    with secrets_of(home / "secrets.toml", toml(SOUND | PUBLIC)):
        _, headers, _ = ask(scope_of("/oauth2callback"))
    assert [one.lower().count("secure") for one in set_cookies(headers)] == [1] * 4
    assert dict(headers)["strict-transport-security"] == "max-age=31536000"


def test_a_fault_of_ours_tells_nothing_and_is_protected(listed):
    status, headers, body = ask(scope_of("/fault"))
    assert (status, body) == (500, b"")
    assert "content-security-policy" in dict(headers)


@pytest.mark.parametrize(
    ("told", "reads", "uploads"),
    [
        ({}, 403, 403),
        ({"cookie": cookie(JAN)}, 200, 403),
        ({"cookie": cookie(ANNA)}, 200, 200),
        ({"cookie": cookie(ANNA, secret="b" * 40)}, 403, 403),
        ({"cookie": cookie(ANNA, origin="http://elsewhere")}, 403, 403),
        ({"cookie": "_streamlit_user=rubbish"}, 403, 403),
        ({"x_forwarded_user": ANNA, "authorization": "Bearer anna"}, 403, 403),
    ],
)
def test_files_go_to_readers_and_come_from_coordinators(listed, told, reads, uploads):
    assert ask(scope_of("/media/file.csv", **told))[0] == reads
    for method in ("PUT", "POST", "DELETE"):
        assert ask(scope_of("/_stcore/upload_file/session/file", method, **told))[0] == uploads
    assert ask(scope_of("/app/static/lato.woff2", **told))[0] == 200


@pytest.mark.parametrize(
    ("client", "headers", "because"),
    [
        ("127.0.0.1", {}, ""),
        ("::1", {}, ""),
        ("10.0.0.7", {}, "network"),
        ("127.0.0.1", {"x_forwarded_for": "10.0.0.7"}, "proxied"),
        ("127.0.0.1", {"forwarded": "for=10.0.0.7"}, "proxied"),
        ("127.0.0.1", {"x_real_ip": "127.0.0.1"}, "proxied"),
    ],
)
def test_where_nobody_signs_in_only_the_person_at_this_machine_hands_files_in(home, client, headers, because):
    scope = scope_of("/_stcore/upload_file/a/b", "PUT", client, **headers)
    assert sender(scope).because == because
    assert ask(scope)[0] == (403 if because else 200)
    assert ask(scope_of("/media/file.csv", "GET", client, **headers))[0] == 200


def test_doors_are_known_below_another_base_path_too():
    config.set_option("server.baseUrlPath", "monitor")
    try:
        assert deed_of("/monitor/media/a.csv") == "read"
        assert deed_of("/monitor/_stcore/upload_file/a/b") == "keep"
        assert deed_of("/monitor/static/media/font.woff2") is None
    finally:
        config.set_option("server.baseUrlPath", "")
    assert deed_of("/media/a.csv") == "read" and deed_of("/static/media/font.woff2") is None
