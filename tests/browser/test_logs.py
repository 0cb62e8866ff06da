"""What the monitor writes down of its own accord has no values, names or secrets, and visitors see words."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from azory_monitor.words.speaker import languages, speaker
from tests.browser.served import ROOT, served
from tests.browser.window import PATIENCE, place, settled

CELL, HEADING, WHO, FILE, SAID = "cell-4711", "heading-4712", "person-4713", "file-4714.csv", "value-4715"
CANARIES = (CELL, HEADING, WHO, FILE, SAID)
CONTENT = f"indicator;area;period;value;{HEADING}\n{CELL};azory;2016;{CELL};{CELL}\n"

FAULTY = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True):
    said = "value-" + str(4700 + 15)
    try:
        int(said)
    except ValueError as fault:
        raise RuntimeError(said) from fault
else:
    from azory_monitor.ui.protection import middleware
    from azory_monitor.ui.show_error import show_fault
    app = st.App(__file__, middleware=middleware(), on_script_error=show_fault)
"""
"""A page that fails over a value."""


@pytest.fixture
def told_everything(monkeypatch):
    """The log is as talkative as it can be."""
    monkeypatch.setenv("STREAMLIT_LOGGER_LEVEL", "debug")


@pytest.mark.usefixtures("told_everything")
def test_a_file_a_name_and_a_refusal_leave_nothing_of_theirs_in_the_log(tmp_path, visit):
    language, log = languages()[0], tmp_path / "log.txt"
    with served(tmp_path / "home", log) as address:
        window = settled(visit(place(address, "upload", language)))
        for name, content in ((FILE, CONTENT.encode()), (FILE.replace("csv", "xlsx"), b"PK\x03\x04" + CELL.encode())):
            file = {"name": name, "mimeType": "text/csv", "buffer": content}
            window.locator("input[type=file]").first.set_input_files(file)
            expect(settled(window).get_by_text(name).first).to_be_visible(timeout=PATIENCE)
        settled(window.goto(place(address, "snapshots", language)) and window)
        window.get_by_label(speaker(language).say("ask.actor.label")).fill(WHO)
        window.get_by_test_id("stFormSubmitButton").first.get_by_role("button").click()
        expect(window.get_by_role("alert").first).to_be_visible(timeout=PATIENCE)
        shown, cookies = window.content(), [cookie["value"] for cookie in window.context.cookies()]
    written = log.read_text(errors="replace")
    assert [secret for secret in (*CANARIES, *cookies) if secret in written] == []
    assert [path for path in (str(tmp_path), str(ROOT), str(Path.home())) if path in shown] == []


@pytest.mark.parametrize("language", languages())
def test_a_fault_is_logged_by_place_without_values_and_told_in_words(tmp_path, visit, language):
    (tmp_path / "faulty.py").write_text(FAULTY, encoding="utf-8")
    log = tmp_path / "log.txt"
    with served(tmp_path / "home", log, str(tmp_path / "faulty.py")) as address:
        window = visit(f"{address}/?lang={language}")
        expect(window.get_by_role("alert").first).to_be_visible(timeout=PATIENCE)
        told = window.locator("body").inner_text()
    written = log.read_text(errors="replace")
    assert any(speaker(each).say("show.error.fault") in told for each in languages())
    assert SAID not in told and "Traceback" not in told and "faulty.py" not in told
    assert "A page failed" in written and "RuntimeError" in written and "faulty.py" in written
    assert "ValueError" in written and SAID not in written
