"""Every sentence that is made by rule from a result; none says more than its result."""

from azory_monitor.words.sentences.barriers import (
    age_counts,
    age_summary,
    change_phrase,
    changes_summary,
    hindrance_facts,
    hindrance_sentence,
    overdue_summary,
    review_phrase,
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
from azory_monitor.words.sentences.progress import (
    objective_headline,
    progress_headline,
    progress_sentence,
    target_phrase,
)
from azory_monitor.words.sentences.standing import comparison_sentence, standing_phrase

__all__ = [
    "age_counts",
    "age_summary",
    "chance_note",
    "change_phrase",
    "changes_summary",
    "comparison_headline",
    "comparison_sentence",
    "conflict_sentence",
    "error_sentence",
    "hindrance_facts",
    "hindrance_sentence",
    "misfit_sentence",
    "objective_headline",
    "overdue_summary",
    "problem_line",
    "problem_place",
    "problem_sentence",
    "progress_headline",
    "progress_sentence",
    "question_sentence",
    "ranking_sentence",
    "reading_sentence",
    "review_phrase",
    "standing_phrase",
    "target_phrase",
]
