"""access.toml: every way it can be written, and what each address may do then."""

import logging
import os

import pytest

from azory_monitor.access import AccessList
from azory_monitor.errors import Damaged
from azory_monitor.words import error_sentence, languages, speaker

SECRET_LOOKING = "kowalska.anna@example.org"


@pytest.fixture
def written(tmp_path):
    """An access list with a text."""

    def write(text):
        path = tmp_path / "access.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return AccessList(path)

    return write


def role(listed, email=""):
    return listed.role_of(email)[0]


def test_without_a_file_everybody_reads_and_nobody_writes(tmp_path):
    listed = AccessList(tmp_path / "access.toml")
    assert not listed.exists
    assert role(listed) == role(listed, "anna@example.org") == "reader"


@pytest.mark.parametrize(
    ("text", "email", "expected"),
    [
        ("", "anna@example.org", "reader"),
        ('coordinators = ["anna@example.org"]', "anna@example.org", "coordinator"),
        ('coordinators = [" Anna@Example.ORG "]', "anna@example.org", "coordinator"),
        ('coordinators = ["anna@example.org"]', "ANNA@example.org", "coordinator"),
        ('coordinators = ["anna@example.org"]', "anna@example.org.evil.org", "reader"),
        ('coordinators = ["anna@example.org"]', "xanna@example.org", "reader"),
        ('coordinators = ["anna@example.org"]', "", "reader"),
        # letters that only look alike, or become alike when their case is folded
        ('coordinators = ["kate@example.org"]', "\u212aate@example.org", "reader"),
        ('coordinators = ["strasse@example.org"]', "straße@example.org", "reader"),
        ('coordinators = ["łukasz@example.org"]', "łukasz@example.org", "coordinator"),
        ('insiders = ["jan@example.org"]', "jan@example.org", "insider"),
        ('insiders = ["jan@example.org"]\ncoordinators = ["jan@example.org"]', "jan@example.org", "coordinator"),
        ('reading = "open"\nreaders = ["jan@example.org"]', "", "reader"),
        ('reading = "signed-in"', "", "stranger"),
        ('reading = "signed-in"', "anybody@example.org", "reader"),
        ('reading = "signed-in"\nreaders = ["jan@example.org"]', "jan@example.org", "reader"),
        ('reading = "signed-in"\nreaders = ["jan@example.org"]', "anybody@example.org", "stranger"),
        ('reading = "signed-in"\nreaders = ["@example.org"]', "anybody@example.org", "reader"),
        ('reading = "signed-in"\nreaders = ["@example.org"]', "anybody@sub.example.org", "stranger"),
        ('reading = "signed-in"\nreaders = ["@example.org"]', "anybody@evilexample.org", "stranger"),
        ('reading = "signed-in"\nreaders = ["jan@b.org"]\ncoordinators = ["anna@b.org"]', "anna@b.org", "coordinator"),
        ("\ufeffcoordinators = ['anna@example.org']  # a note\n", "anna@example.org", "coordinator"),
    ],
)  # fmt: skip
def test_an_address_has_the_role_that_the_list_gives_it(written, text, email, expected):
    assert role(written(text), email) == expected


@pytest.mark.parametrize(
    "text",
    [
        "coordinators = anna@example.org",
        'coordinators = "anna@example.org"',
        "coordinators = [1]",
        'coordinators = ["anna"]',
        'coordinators = ["@example.org"]',
        'coordinators = ["*"]',
        'coordinators = ["anna@example.org, jan@example.org"]',
        'coordinators = ["Anna <anna@example.org>"]',
        'coordinators = ["a@b@example.org"]',
        'coordinatrs = ["anna@example.org"]',
        'reading = "signed in"',
        "reading = true",
        "readers = 'anna@example.org'",
        "hours = 0",
        "hours = 721",
        'hours = "12"',
        "hours = true",
        '[coordinators]\nanna = "anna@example.org"',
        'coordinators = ["anna@example.org"]\ncoordinators = []',
        "coordinators = ['anna@example.org'",
        "co\x00ordinators = []",
        b"coordinators = ['\xb3ukasz@example.org']",
    ],
)
def test_a_faulty_list_permits_nothing_to_anybody_and_says_why_in_words(written, text):
    listed = written(text)
    assert listed.role_of("anna@example.org") == ("stranger", "broken")
    assert listed.role_of("") == ("stranger", "broken")
    assert listed.hours == 0
    with pytest.raises(Damaged) as fault:
        listed.rules()
    for language in languages():
        assert "access.toml" in error_sentence(speaker(language), fault.value)


def test_a_fault_is_logged_once_by_its_key_without_what_stands_there(written, caplog):
    listed = written(f'coordinatrs = ["{SECRET_LOOKING}"]')
    with caplog.at_level(logging.ERROR):
        listed.role_of("")
        listed.role_of("anna@example.org")
    (line,) = caplog.messages
    assert "coordinatrs" in line and SECRET_LOOKING not in line


def test_a_folder_or_a_closed_file_in_its_place_permits_nothing(tmp_path):
    (tmp_path / "access.toml").mkdir()
    assert AccessList(tmp_path / "access.toml").role_of("anna@example.org") == ("stranger", "broken")


def test_a_change_holds_at_once_even_when_the_file_looks_the_same(written):
    listed = written('coordinators = ["anna@example.org"]')
    before = os.stat(listed.path)
    assert role(listed, "anna@example.org") == "coordinator"
    written('coordinators = ["jan.@example.org"]')
    os.utime(listed.path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert os.stat(listed.path).st_size == before.st_size
    assert role(listed, "anna@example.org") == "reader"
