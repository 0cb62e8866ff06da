"""Whatever the intake can say has a sentence in every language."""

import re
from pathlib import Path

import pytest

from azory_monitor import intake
from azory_monitor.errors import UnreadableFile
from azory_monitor.words import languages, problem_sentence, speaker
from tests.intake.estate import checked

READING = [path for path in Path(intake.__file__).parent.rglob("*.py") if path.parent.name != "tracing"]
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in READING)
RULES = set(re.findall(r'(?:Fault\(\s*|of_file\(|tell\(|warn\(|rule=)"([a-z_]+)"', SOURCE)) | {
    "below_minimum", "above_maximum", "out_of_range", "conflict", "same_key", "duplicate", "required", "unknown_ref",
    "left_out_area", "left_out_indicator", "same_kind_and_time", "same_organiser_and_time", "same_origin_and_year",
    "similar_title",
}  # fmt: skip
ERRORS = set(re.findall(r'"(error\.[a-z_]+)"', SOURCE))


def catalogued(language, group):
    file = Path(intake.__file__).parents[1] / "words" / "locale" / language / "problems.po"
    return set(re.findall(rf'^msgid "{group}\.([a-z_]+)"', file.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("language", languages())
def test_every_rule_and_every_refusal_is_in_the_catalogue_and_nothing_else(language):
    assert catalogued(language, "problem") == RULES
    assert {f"error.{key}" for key in catalogued(language, "error")} == ERRORS


@pytest.mark.parametrize("language", languages())
def test_a_problem_becomes_a_sentence_that_says_what_to_do(language):
    outcome = checked("""
        indicator;area;period;value;numerator;denominator;status;qualifier;extra
        seniors;Azory II;;27,9%;;;sure;;
        seniors;azory;2030;ok. 400;5;0;;;
        seniors;azory;2016;101;12;11;;;
        seniors;azory;2017;50;3000;13109;;;
        seniors;azory;2018;;;;;;
        seniors;azory;2019;1,5,5;;;;;
        seniors;azory;2019;7;;;;;
    """)
    said = [problem_sentence(speaker(language), problem) for problem in outcome.problems]
    assert len(said) == len(outcome.problems) > 10
    assert all(sentence.endswith((".", "?")) and "{" not in sentence for sentence in said)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("content", [b"", b"%PDF", b"a;b\n1;2\n", b"a\0b", b";" * 10**6])
def test_a_refusal_becomes_a_sentence(language, content):
    with pytest.raises(UnreadableFile) as refused:
        intake.read("file.csv", content)
    assert speaker(language).say(refused.value.key, **refused.value.values)
