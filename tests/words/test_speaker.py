"""Saying, counting, labels, values with units, lists, moments."""

import datetime

import pytest

from azory_monitor.words.speaker import languages, speaker
from tests.words.drawn import EN, PL, programme, spaced


def test_a_missing_message_names_its_key_and_language():
    with pytest.raises(KeyError, match=r"standing\.marvellous.*en"):
        EN.say("standing.marvellous")


def test_a_missing_value_names_the_message_and_the_value():
    with pytest.raises(KeyError, match=r"error\.snapshot_exists.*name"):
        EN.say("error.snapshot_exists")


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(KeyError, match="tlh"):
        speaker("tlh")


def test_a_speaker_is_made_once_for_each_language():
    assert all(speaker(language) is speaker(language) for language in languages())


def test_braces_in_what_a_person_wrote_are_left_alone():
    assert EN.say("error.snapshot_unknown", name="{n} {0}") == "there is no snapshot “{n} {0}”"


def test_a_sentence_begins_with_a_capital_and_ends_with_one_full_stop():
    assert [EN.ended(words) for words in ("in 2016", "w 2016 r.", "What?", "")] == [
        "In 2016.",
        "W 2016 r.",
        "What?",
        ".",
    ]


def polish_form(n):
    """Which of the three forms Polish grammar asks for: 1 wskaźnik, 2 wskaźniki, 5 wskaźników."""
    if n == 1:
        return 0
    return 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2


@pytest.mark.parametrize(
    ("key", "forms"),
    [
        ("count_status.achieved", ("osiągnięty", "osiągnięte", "osiągniętych")),
        ("count_status.moving_away", ("oddala się od celu", "oddalają się od celu", "oddala się od celu")),
        ("caption.problems", ("problem w pliku", "problemy w pliku", "problemów w pliku")),
    ],
)
def test_polish_counts_are_right_up_to_a_thousand(key, forms):
    said = [spaced(PL.count(key, n)) for n in range(1001)]
    assert said == [f"{n:,} {forms[polish_form(n)]}".replace(",", " ") for n in range(1001)]


def test_english_counts_have_two_forms():
    assert [EN.count("caption.problems", n)[:10].split()[1] for n in (0, 1, 2)] == ["problems", "problem", "problems"]


def test_a_message_without_plural_forms_is_the_same_for_every_number():
    assert EN.count("cell.missing", 1) == EN.count("cell.missing", 5) == "no data"


def test_no_value_has_no_label():
    assert EN.label("choice.frequency", "") == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ({"pl": "miasto", "en": "town"}, "town"),
        ({"pl": "miasto"}, "miasto"),
        ({"": "%", "pl": "proc."}, "%"),
        ({}, ""),
    ],
)
def test_a_text_is_said_in_the_readers_language_or_in_the_one_there_is(text, said):
    assert EN.text(text) == said


@pytest.mark.parametrize(
    ("x", "qualifier", "polish", "english"),
    [
        (1, "", "1 spotkanie", "1 meeting"),
        (4, "", "4 spotkania", "4 meetings"),
        (22, "", "22 spotkania", "22 meetings"),
        (400, "about", "około 400 spotkań", "about 400 meetings"),
        (5, "more_than", "więcej niż 5 spotkań", "more than 5 meetings"),
        (0, "", "0 spotkań", "0 meetings"),
        (None, "", "brak danych", "no data"),
    ],
)
def test_a_value_has_its_unit_in_the_right_form_and_missing_is_never_zero(x, qualifier, polish, english):
    meetings = programme().indicators["meetings"]
    assert [spaced(one.value(x, meetings, qualifier)) for one in (PL, EN)] == [polish, english]


def test_a_rate_is_said_per_residents():
    crime = programme().indicators["crime"]
    assert spaced(PL.value(72.67, crime)) == "72,67 na 1000 mieszkańców"
    assert EN.bare(72.67, crime) == "72.67"


def test_a_unit_without_a_number_stands_in_its_last_form():
    assert [one.unit(programme().indicators["meetings"]) for one in (PL, EN)] == ["spotkań", "meetings"]


def test_a_fact_without_a_unit_is_a_year_and_is_not_grouped():
    built = programme(built={"name": {"en": "Built"}, "measure": "fact", "unit": {}, "decimals": None}).indicators[
        "built"
    ]
    assert [one.value(1962, built) for one in (PL, EN)] == ["1962", "1962"]


@pytest.mark.parametrize(
    ("items", "polish", "english"),
    [([], "", ""), (["a"], "a", "a"), (["a", "b"], "a i b", "a and b"), (["a", "b", "c"], "a, b i c", "a, b and c")],
)
def test_items_are_joined_as_in_a_sentence(items, polish, english):
    assert [PL.join(items), EN.join(iter(items))] == [polish, english]


@pytest.mark.parametrize(
    ("place", "polish", "english"),
    [
        ("L139", "wiersz 139", "line 139"),
        ("L94-107 L137", "wiersze 94–107, 137", "lines 94–107, 137"),
        ("Arkusz1!B7", "Arkusz1!B7", "Arkusz1!B7"),
        ("s. 12, L3", "s. 12, L3", "s. 12, L3"),
        ("", "", ""),
    ],
)
def test_a_place_in_a_source_is_said_in_words_where_it_is_a_line_and_else_left(place, polish, english):
    assert (PL.locator(place), EN.locator(place)) == (polish, english)


def test_a_moment_says_that_it_is_in_universal_time():
    taken = datetime.datetime(2019, 6, 3, 14, 5)
    assert [one.moment(taken) for one in (PL, EN)] == ["3 czerwca 2019, godz. 14:05 UTC", "3 June 2019, 14:05 UTC"]


def test_a_moment_in_another_zone_stands_as_it_is():
    zone = datetime.timezone(datetime.timedelta(hours=2))
    assert EN.moment(datetime.datetime(2019, 6, 3, 14, 5, tzinfo=zone)) == "3 June 2019, 14:05"
