"""A number that is hidden is said to be so: never missing, never not set."""

import pytest

from azory_monitor.model.register import Activity
from azory_monitor.model.verdicts import Progress
from azory_monitor.words import sentences
from azory_monitor.words.speaker import languages, speaker


def phrase(language, **cells):
    activity = Activity(id="a", date="2020", kind="feast", title={"": "Feast"}, state="held", **cells)
    return sentences.participants_phrase(speaker(language), activity)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"hidden": "participants"}, {"pl": "liczba osób ukryta", "en": "number of people hidden"}),
        ({"hidden": "children participants"}, {"pl": "liczba osób ukryta", "en": "number of people hidden"}),
        (
            {"hidden": "children", "participants": 40},
            {"pl": "40 osób, liczba dzieci ukryta", "en": "40 people, number of children hidden"},
        ),
        (
            {"hidden": "participants", "children": 12},
            {"pl": "liczba osób ukryta, w tym 12 dzieci", "en": "number of people hidden, 12 children among them"},
        ),
        ({}, {"pl": "", "en": ""}),
    ],
)
def test_who_came_is_hidden_or_not_counted(cells, said):
    assert {language: phrase(language, **cells) for language in languages()} == said


def test_a_hidden_end_of_the_way_is_no_end_that_nobody_set():
    one = Progress(indicator="i", area="a", status="cannot_tell", reason="hidden", withheld=("baseline",))
    said = [sentences.absent_word(speaker("en"), one, end) for end in ("baseline", "target")]
    assert said == ["hidden", "not set"]
