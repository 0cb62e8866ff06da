"""A set-up that would let somebody in by guessing, listening or pretending does not start."""

import os
import subprocess
import sys

import pytest
from streamlit import config

from azory_monitor.ui.set_up import is_safe_way, is_set_up, is_weak, refuse_unsafe_start, unsafe
from azory_monitor.words import error_sentence, languages, speaker
from tests.pages.signing_in import ROOT, SECRET, SOUND, secrets_of, toml


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("AZORY_HOME", str(tmp_path))


def faults(tmp_path, text):
    with secrets_of(tmp_path / "secrets.toml", text):
        return list(unsafe())


def test_a_sound_set_up_starts(tmp_path):
    assert faults(tmp_path, toml(SOUND)) == []
    public = {"redirect_uri": "https://monitor.example.org/oauth2callback", "server_metadata_url": "https://idp.org/x"}
    assert faults(tmp_path, toml(SOUND | public)) == []


def test_secrets_without_signing_in_start_as_ever(tmp_path):
    with secrets_of(tmp_path / "secrets.toml", "[other]\nkey = 1\n"):
        assert not is_set_up() and list(unsafe()) == []


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"cookie_secret": "xxx"}, "start_secret"),
        ({"cookie_secret": SECRET[:31]}, "start_secret"),
        ({"cookie_secret": "x" * 64}, "start_secret"),
        ({"cookie_secret": "abcd" * 16}, "start_secret"),
        ({"cookie_secret": "test-only-not-a-secret-0123456789abcdef"}, "start_secret"),
        ({"cookie_secret": "YOUR_STRONG_AND_LONG_cookie_Secret_1234567"}, "start_secret"),
        ({"cookie_secret": ""}, "start_missing"),
        ({"client_id": ""}, "start_missing"),
        ({"server_metadata_url": "http://idp.example.org/x"}, "start_plain"),
        ({"server_metadata_url": "http://127.0.0.1.example.org/x"}, "start_plain"),
        ({"server_metadata_url": "http://localhost@example.org/x"}, "start_plain"),
        ({"server_metadata_url": "ftp://localhost/x"}, "start_plain"),
        ({"redirect_uri": "http://monitor.example.org/oauth2callback"}, "start_plain"),
        ({"redirect_uri": "https://monitor.example.org/"}, "start_callback"),
    ],
)
def test_what_is_wrong_with_the_set_up_is_told_in_words_without_any_secret(tmp_path, change, key):
    (fault,) = faults(tmp_path, toml(SOUND | change))
    assert fault.key == f"error.{key}"
    for language in languages():
        said = error_sentence(speaker(language), fault)
        assert not [value for value in (SOUND | change).values() if len(value) > 3 and value in said]


def test_a_second_provider_is_refused_for_it_could_hand_out_the_firsts_addresses(tmp_path):
    (fault,) = faults(tmp_path, toml(SOUND) + '[auth.other]\nclient_id = "a"\n')
    assert fault.key == "error.start_providers"


@pytest.mark.parametrize("text", ["[auth\n", '[auth]\ncookie_secret = "unclosed\n'])
def test_secrets_that_cannot_be_read_never_mean_that_nobody_signs_in(tmp_path, text):
    assert [fault.key for fault in faults(tmp_path, text)] == ["error.start_secrets_unreadable"]


def test_headers_never_tell_who_somebody_is(tmp_path):
    config.set_option("server.trustedUserHeaders", {"X-Forwarded-User": "email"})
    try:
        assert [fault.key for fault in faults(tmp_path, toml(SOUND))] == ["error.start_headers"]
    finally:
        config.set_option("server.trustedUserHeaders", {})


def test_a_faulty_list_of_roles_is_told_at_the_start(tmp_path):
    (tmp_path / "access.toml").write_text("coordinators = [")
    with secrets_of(tmp_path / "secrets.toml", toml(SOUND)), pytest.raises(SystemExit) as ended:
        refuse_unsafe_start()
    assert "access.toml" in str(ended.value)


@pytest.mark.parametrize("secret", ["a" * 31, "0123456789" * 5, "changeme" * 6])
def test_a_secret_that_can_be_guessed_is_weak(secret):
    assert is_weak(secret) and not is_weak(SECRET)


def test_only_this_machine_is_reached_without_encryption():
    assert is_safe_way("http://[::1]:9400/x") and is_safe_way("https://idp.example.org")
    assert not any(map(is_safe_way, ("http://", "//localhost/x", "http://[::1", "http://10.0.0.1/x", "")))


def test_the_server_ends_at_once_with_words_and_no_secret(tmp_path):
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(toml(SOUND | {"cookie_secret": "hunter2-hunter2"}))
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.port",
        "0",
        "--secrets.files",
        str(secrets),
    ]
    ended = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"LC_ALL": "en_GB.UTF-8"}, capture_output=True, text=True, timeout=90
    )
    said = ended.stdout + ended.stderr
    assert ended.returncode != 0
    assert speaker("en").say("error.start_refused") in said
    assert "hunter2" not in said and "mock-client" not in said and "Traceback" not in said
