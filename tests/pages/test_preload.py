"""The browser is told at once of everything that nearly every page needs."""

import re

import pytest

from azory_monitor.ui.preload import INDEX, PARTS, SCRIPTS, with_preloads


@pytest.fixture
def linked():
    return re.findall(rb'href="\./static/js/([^"]+)"', with_preloads(INDEX.read_bytes()))


def test_streamlit_has_a_program_for_every_kind_of_element_that_is_named(linked):
    assert [part for part in PARTS if not any(file.startswith(f"{part}.".encode()) for file in linked)] == []


def test_every_link_leads_to_a_file_and_none_is_there_twice(linked):
    assert [file for file in linked if not (SCRIPTS / file.decode()).is_file()] == []
    assert len(linked) == len(set(linked))


def test_a_page_that_is_not_streamlits_stays_as_it_is():
    ours = b"<html><head><title>Report</title></head><body></body></html>"
    assert with_preloads(ours) == ours
