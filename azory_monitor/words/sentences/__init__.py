"""Every sentence that is made by rule from a result; none says more than its result."""

from azory_monitor.words.sentences.challenges import (
    cell_phrase,
    challenges_headline,
    lacking_phrase,
    matrix_headline,
)
from azory_monitor.words.sentences.faults import (
    error_sentence,
    problem_line,
    problem_place,
    problem_sentence,
    question_sentence,
    reading_sentence,
)
from azory_monitor.words.sentences.figures import conflict_sentence, misfit_sentence, ranking_sentence
from azory_monitor.words.sentences.headline import chance_note, comparison_headline
from azory_monitor.words.sentences.journey import (
    entries_headline,
    entry_kind,
    entry_note,
    entry_title,
    entry_when,
    journey_headline,
    journey_lead,
    participants_phrase,
)
from azory_monitor.words.sentences.progress import (
    objective_headline,
    progress_headline,
    progress_sentence,
    target_phrase,
)
from azory_monitor.words.sentences.standing import comparison_sentence, standing_phrase

__all__ = [
    "cell_phrase",
    "challenges_headline",
    "chance_note",
    "comparison_headline",
    "comparison_sentence",
    "conflict_sentence",
    "entries_headline",
    "entry_kind",
    "entry_note",
    "entry_title",
    "entry_when",
    "error_sentence",
    "journey_headline",
    "journey_lead",
    "lacking_phrase",
    "matrix_headline",
    "misfit_sentence",
    "objective_headline",
    "participants_phrase",
    "problem_line",
    "problem_place",
    "problem_sentence",
    "progress_headline",
    "progress_sentence",
    "question_sentence",
    "ranking_sentence",
    "reading_sentence",
    "standing_phrase",
    "target_phrase",
]
