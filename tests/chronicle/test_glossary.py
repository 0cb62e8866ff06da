"""A term is found by everything it is called."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from azory_monitor.chronicle import find_terms
from azory_monitor.model.programme import Profile
from azory_monitor.model.register import Term
from azory_monitor.model.state import Programme
from tests.compare.drawn import cases, rows
from tests.test_datapackage import rows as seeded

TERMS = """
id     | term_en                    | term_pl                   | aliases             | meaning_en
plan   | Local Action Plan (LAP)    | Lokalny Plan Działania    | LPD                 | A strategy of the estate.
point  | Local Activity Point       | Punkt Aktywności Lokalnej | LAP                 | A place of the estate.
group  | URBACT Local Group (ULG)   | lokalna grupa wsparcia    | ULSG,Urban Group    | A circle of partners.
path   | footpath                   | ścieżka                   |                     | In the park, not a plan.
"""


def programme(terms):
    return Programme(
        profile=Profile(id="plan", name_en="Plan", areas="hill", language="en"),
        glossary={term.id: term for term in terms},
    )


DRAWN = programme(Term(**(cells | {"aliases": cells.get("aliases", "").replace(",", "|")})) for cells in rows(TERMS))
SEED = programme(seeded("glossary"))

ASKED = """
asked               | found           | shared
                    | plan point group path | no
LAP                 | plan point      | yes
lap                 | plan point      | yes
ULSG                | group           | no
ulg                 | group           | no
lpd                 | plan            | no
sciezka             | path            | no
ŚCIEŻKA             | path            | no
dzialania           | plan            | no
local point         | point           | no
plan                | plan path       | no
local               | plan point group | no
estate place        | point           | no
of                  | plan point group | no
nothing like it     |                 | no
***                 | plan point group path | no
"""


@pytest.mark.parametrize("drawn", **cases(ASKED))
def test_a_search_finds(drawn):
    result = find_terms(DRAWN, drawn.asked)
    assert (sorted(result.terms), result.shared) == (sorted(drawn.found.split()), drawn.shared == "yes")


def test_the_nearest_comes_first():
    assert find_terms(DRAWN, "plan").terms == ("plan", "path")
    assert find_terms(DRAWN, "point").terms[0] == "point"


NAMES = [
    (term.id, name)
    for term in seeded("glossary")
    for name in (*term.term.values(), *filter(None, term.aliases.split("|")))
]


def written(name, way):
    """The name as somebody may type it: in capitals, without accents, with spaces around."""
    if way == "plain":
        letters = unicodedata.normalize("NFD", name.replace("ł", "l").replace("Ł", "L"))
        return "".join(letter for letter in letters if not unicodedata.combining(letter))
    return {"as it is": name, "capitals": name.upper(), "spaces": f"  {name} "}[way]


@given(some.sampled_from(NAMES), some.sampled_from(["as it is", "plain", "capitals", "spaces"]))
def test_every_term_is_found_by_every_name_in_every_language_however_it_is_typed(named, way):
    id, name = named
    assert id in find_terms(SEED, written(name, way)).terms


@given(some.sampled_from(NAMES))
def test_a_term_of_just_that_name_comes_before_others(named):
    id, name = named
    result = find_terms(SEED, name)
    assert result.terms[0] == id or result.shared


@given(some.text(max_size=30))
def test_any_words_at_all_may_be_asked(asked):
    found = find_terms(SEED, asked).terms
    assert len(set(found)) == len(found) and set(found) <= set(SEED.glossary)


@given(some.sampled_from(NAMES), some.randoms(use_true_random=False))
def test_more_words_never_find_more(named, chance: random.Random):
    words = named[1].split()
    fewer = chance.sample(words, chance.randint(1, len(words)))
    assert set(find_terms(SEED, " ".join(words)).terms) <= set(find_terms(SEED, " ".join(fewer)).terms)


def test_the_letters_that_the_document_uses_for_several_things_name_them_all():
    result = find_terms(SEED, "LAP")
    assert result.shared and len([id for id in result.terms if id.startswith("local-a")]) == 3
