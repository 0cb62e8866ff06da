"""No write path without the role: a running monitor is tried past its pages.  ``benchmarks/attempts.py`` tries more."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from azory_monitor.books import digest_of
from azory_monitor.ledger import Ledger
from azory_monitor.ui import limits
from tests.attempts import ANNA, Drill, tried
from tests.browser.signing_in import SECRET, guarded
from tests.wire import TEXT, Wire, ask, identity


@pytest.fixture(scope="module")
def monitor(filled_home, tmp_path_factory):
    with guarded(tmp_path_factory.mktemp("tried"), filled=filled_home) as running:
        yield running


@pytest.fixture(scope="module")
def drill(monitor):
    drill = Drill(monitor, few=True)
    drill.watch()
    return drill


def test_no_attempt_writes_every_refusal_is_logged_and_with_the_role_the_same_is_stored(monitor, drill):
    ledger = Ledger(monitor.home.ledger)
    before, files = digest_of(ledger), sorted(monitor.home.ledger.rglob("*"))
    names = []
    for name, attempt in drill.attempts():
        tried(attempt)
        names.append(name)
        assert len(ledger.lines()) == 2, f"{name} wrote"
    assert digest_of(ledger) == before and sorted(monitor.home.ledger.rglob("*")) == files
    assert len(names) > 120

    log = monitor.log.read_text(errors="replace")
    refusals = [line for line in log.splitlines() if line.startswith("Refused: ")]
    uploads = [name for name in names if " uploads by " in name]
    lost = [name for name in names if name.startswith("without the role")]
    assert len(refusals) >= len(uploads) + len(lost)
    assert TEXT not in log and "67000" not in log and SECRET not in log and "Traceback" not in log

    with Wire(drill.address, drill.anna) as wire:
        drill.write_a_note(wire)
    kept = monitor.batches()[-1]
    assert (kept.id, kept.email) == (3, ANNA)


def test_a_session_that_was_open_loses_the_role_within_its_next_message(monitor, drill):
    before = len(monitor.batches())
    with Wire(drill.address, drill.anna) as wire:
        shown = wire.run("show-meeting", query="lang=en&screen=99")
        monitor.lists("coordinators = []\n")
        try:
            drill.press_note(wire, shown)
            assert len(monitor.batches()) == before
        finally:
            monitor.lists(f'coordinators = ["{ANNA}"]\n')
        drill.press_note(wire, wire.run("show-meeting", query="lang=en&screen=99"))
    assert len(monitor.batches()) == before + 1


def test_who_may_not_hand_in_takes_nothing_of_what_the_coordinator_may(drill):
    many = 4 * round(limits.UPLOADS.at_once)
    with Wire(drill.address, drill.anna) as wire, ThreadPoolExecutor(many) as strangers:
        session = wire.run("show-upload").session
        list(strangers.map(lambda _: drill.put({}, session, "PUT"), range(many)))


def test_behind_a_sign_in_no_file_leaves_for_strangers(monitor, drill):
    with Wire(drill.address) as wire:
        wire.run("show-snapshots")
    jan, stranger = {"Cookie": f"_streamlit_user={drill.jan}"}, identity(drill.address, "another" * 8, ANNA)
    monitor.lists(f'coordinators = ["{ANNA}"]\nreading = "signed-in"\n')
    try:
        for headers in ({}, {"Cookie": f"_streamlit_user={stranger}"}, {"X-Forwarded-User": ANNA}):
            assert ask(drill.address, "GET", "/media/0123.csv", headers)[0] == 403
            assert ask(drill.address, "HEAD", "/media/0123.csv", headers)[0] == 403
        assert ask(drill.address, "GET", "/media/0123.csv", jan)[0] == 404
        with Wire(drill.address) as wire:
            for page, hash in drill.pages.items():
                for asked in ({"page": page}, {"hash": hash}):
                    shown = wire.run(**asked)
                    assert {kind for kind, _ in shown.widgets.values()} <= {"button", "button_group"}
                    assert 'class="programme"' not in shown.text and 'class="foot"' not in shown.text
    finally:
        monitor.lists(f'coordinators = ["{ANNA}"]\n')


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/show-upload", 200),
        ("GET", "/_stcore/health", 200),
        ("GET", "/_stcore/host-config", 200),
        ("GET", "/media/none.csv", 404),
        ("PUT", "/_stcore/upload_file/a/b", 403),
        ("GET", "/_stcore/metrics", 404),
        ("GET", "/_stcore/agent", 404),
        ("GET", "/auth/login", 302),
        ("GET", "/auth/logout", 302),
        ("GET", "/oauth2callback?code=a&state=b", 302),
        ("GET", "/app/static/none.css", 404),
        ("GET", "/static/none.js", 200),
        ("POST", "/", 405),
        ("GET", "/..%2f..%2fetc/passwd", 400),
        ("GET", "/_stcore/stream", 200),
    ],
)
def test_every_answer_carries_the_headers(monitor, method, path, status):
    answered, headers = ask(monitor.address, method, path)
    assert answered == status
    for name in ("content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy"):
        assert name in headers


def test_opening_a_connection_and_being_refused_one_carry_the_headers_too(monitor):
    with Wire(monitor.address) as wire:
        assert "content-security-policy" in wire.headers
    upgrade = {
        "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Origin": "http://elsewhere.example.org",
    }  # fmt: skip
    status, headers = ask(monitor.address, "GET", "/_stcore/stream", upgrade)
    assert status == 403 and "content-security-policy" in headers
