"""Every file of the corpus is read right or answered: where, what is wrong, in both languages, and nothing is kept."""

import re

import pytest

from azory_monitor import intake
from azory_monitor.errors import MonitorError, UnreadableFile
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from azory_monitor.words import languages, problem_sentence, speaker
from azory_monitor.words.sentences import error_sentence, problem_line, question_sentence
from tests import small
from tests.intake import hostile
from tests.intake.estate import checked, told, values
from tests.intake.field import read_case
from tests.intake.field_cases import cases
from tests.intake.mistakes import MISTAKES, Mistake

LEAST = 250
FIELD = cases()
RAW = re.compile(
    r"Traceback|Error\b|Exception|NoneType|0x[0-9a-f]{6}|\bNone\b|\bnan\b|pandas|numpy|pyarrow|calamine|codec|\\x|/tmp/"
)
"""What a program says of itself, and a person has no use for."""
ABOUT_CELLS = {
    "unknown_ref", "not_a_number", "not_a_period", "period_missing", "percent_sign", "required", "out_of_range",
    "unknown_choice", "formula_error", "control_character", "not_an_address", "bad_id", "conflict", "no_value",
    "future_period", "misfit", "numerator_above", "denominator_zero",
}  # fmt: skip
"""Rules that one cell breaks, which is named then."""


def content_of(mistake: Mistake) -> bytes:
    return mistake.content.encode("utf-8") if isinstance(mistake.content, str) else mistake.content


def test_the_corpus_has_enough_files():
    assert len(FIELD) + len(MISTAKES) + len(hostile.FILES) >= LEAST
    assert len(MISTAKES) >= 43


@pytest.mark.parametrize("name", MISTAKES)
def test_a_plausible_mistake_is_told_in_its_cell_or_read_right(name):
    mistake = MISTAKES[name]
    if mistake.refused:
        with pytest.raises(UnreadableFile) as refused:
            checked(content_of(mistake), table=mistake.table)
        assert refused.value.key == mistake.refused
        said([error_sentence(speaker(language), refused.value) for language in languages()], mistake)
        return
    outcome = checked(content_of(mistake), table=mistake.table)
    assert (tuple(told(outcome)), tuple(asked.key for asked in outcome.questions)) == (mistake.said, mistake.asked)
    assert not outcome.rows.size or mistake.table != "measurements" or tuple(values(outcome)) == mistake.values
    answered(outcome, mistake)


@pytest.mark.parametrize("case", FIELD, ids=[case.name for case in FIELD])
def test_a_file_of_the_field_is_answered_in_words(case):
    outcome = read_case(case, {})
    assert outcome.told or outcome.accepted
    if outcome.checked:
        answered(outcome.checked, case)


def answered(outcome: intake.Checked, file) -> None:
    """Every problem has its row, its column if it is about a cell, and a reason; every question is one."""
    for problem in outcome.problems:
        assert problem.row or not problem.value, problem
        assert problem.column or problem.rule not in ABOUT_CELLS, problem
    for language in languages():
        speak = speaker(language)
        lines = [problem_line(speak, problem) for problem in outcome.problems]
        lines += [problem_sentence(speak, problem) for problem in outcome.problems]
        lines += [question_sentence(speak, asked) for asked in outcome.questions]
        said(lines, file)
        assert all(
            not problem.row or str(problem.row) in line for problem, line in zip(outcome.problems, lines, strict=False)
        )


def said(lines: list[str], file) -> None:
    """Whole sentences without anything that only a programmer reads, but what the file itself says."""
    own = content_of(file).decode("utf-8", "replace") if isinstance(file, Mistake) else ""
    for line in lines:
        assert line.strip() and line.rstrip("”").endswith((".", "?", "!", ":")), line
        assert [word for word in RAW.findall(line) if word not in own] == [], line


@pytest.fixture(scope="module")
def monitor(tmp_path_factory):
    folder = tmp_path_factory.mktemp("home")
    small.seeded(folder).close()
    opened = Monitor(Home(folder), small.Clock())
    yield opened
    opened.close()


def test_looking_at_files_keeps_nothing_of_them(monitor):
    def kept():
        return monitor.digest(), sorted(str(path) for path in monitor.home.ledger.rglob("*")), len(monitor.batches())

    before, answers = kept(), 0
    files = {case.name: case.content for case in FIELD if not case.made} | {
        name: content_of(one) for name, one in MISTAKES.items()
    }
    for name, content in files.items():
        try:
            handed = monitor.check(name, content)
            answers += bool(handed.problems or handed.questions or handed.tables)
        except MonitorError as refused:
            answers += all(error_sentence(speaker(language), refused) for language in languages())
    assert (kept(), answers) == (before, len(files))
