"""The accessibility statement: every part that the law asks for, found by its id, and nothing invented."""

import re

import pytest

from azory_monitor.access import Actor
from azory_monitor.monitor import open_monitor
from azory_monitor.words import languages, speaker
from tests.pages.conftest import shown, visit

# Technical conditions for accessibility statements, version 2.0, 31 July 2024.
WANTED = """
a11y-podmiot a11y-wstep a11y-zakres a11y-url a11y-data-publikacja a11y-data-aktualizacja a11y-status
a11y-data-sporzadzenie a11y-data-przeglad a11y-kontakt a11y-email a11y-telefon a11y-procedura a11y-aplikacje
a11y-architektura a11y-komunikacja
"""
RUNS = (
    "id;name_pl;name_en;url;contact_pl;contact_en;email;phone;complaints_pl;complaints_en;building_pl;building_en;"
    "communication_pl;communication_en;published;updated;declared;reviewed\r\n"
    "urzad;Urząd;Office;https://monitor.example;Biuro;Desk;desk@example.org;12 345;Dyrektor;Director;Winda;Lift;"
    "Tłumacz;Interpreter;2026-01-05;2026-02-05;{declared};{reviewed}\r\n"
)


def part(app, id):
    """The text of the part with an id."""
    (found,) = re.findall(rf'<\w+[^>]* id="{id}"[^>]*>(.*?)</', shown(app))
    return found


def hand_in(declared, reviewed=""):
    content = RUNS.format(declared=declared, reviewed=reviewed).encode("utf-8")
    monitor = open_monitor()
    monitor.keep(monitor.check("publishers.csv", content), Actor("Anna", "coordinator"))


@pytest.mark.parametrize("language", languages())
def test_every_part_has_its_mark_once(seeded, language):
    page = shown(visit("accessibility", lang=language))
    found = re.findall(r' id="(a11y-[a-z-]+)"', page)
    assert sorted(found) == sorted(WANTED.split())


@pytest.mark.parametrize("language", languages())
def test_what_nobody_said_is_told_as_missing(seeded, language):
    app, missing = visit("accessibility", lang=language), speaker(language).say("page.accessibility.missing")
    assert {part(app, f"a11y-{name}") for name in ("url", "email", "telefon", "architektura")} == {missing}
    assert "table=publishers" in shown(app)


def test_whoever_runs_the_monitor_stands_in_the_statement(own_home):
    hand_in("2026-01-05", reviewed=open_monitor().view().today)
    app = visit("accessibility", lang="pl")
    assert part(app, "a11y-podmiot") == "Urząd"
    assert part(app, "a11y-kontakt") == "Biuro"
    assert 'href="mailto:desk@example.org"' in shown(app)
    assert '<time id="a11y-data-publikacja" datetime="2026-01-05">5 stycznia 2026</time>' in shown(app)
    assert speaker("pl").say("page.accessibility.review_due") not in shown(app)


@pytest.mark.parametrize(("declared", "reviewed"), [("2019-01-05", ""), ("2019-01-05", "2020-01-05"), ("", "")])
def test_a_statement_that_nobody_reviewed_for_a_year_says_so(own_home, declared, reviewed):
    hand_in(declared, reviewed)
    assert speaker("en").say("page.accessibility.review_due") in shown(visit("accessibility", lang="en"))
