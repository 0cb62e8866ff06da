"""Every sentence that is made by rule from a result; none says more than its result."""

from azory_monitor.words.sentences.faults import (
    error_sentence,
    problem_line,
    problem_place,
    problem_sentence,
    question_sentence,
    reading_sentence,
)
from azory_monitor.words.sentences.figures import conflict_sentence, misfit_sentence, ranking_sentence
from azory_monitor.words.sentences.funding import (
    chain_sentence,
    funding_facts,
    funding_headline,
    open_cost_phrase,
    open_costs_sentence,
    stages_sentence,
    years_sentence,
)
from azory_monitor.words.sentences.headline import chance_note, comparison_headline
from azory_monitor.words.sentences.partners import (
    attendance_sentence,
    cooperation_headline,
    cooperation_note,
    pair_name,
    pair_sentence,
    participation_note,
    resource_headline,
    tie_sentence,
)
from azory_monitor.words.sentences.progress import (
    objective_headline,
    progress_headline,
    progress_sentence,
    target_phrase,
)
from azory_monitor.words.sentences.standing import comparison_sentence, standing_phrase

__all__ = [
    "attendance_sentence",
    "chain_sentence",
    "chance_note",
    "comparison_headline",
    "comparison_sentence",
    "conflict_sentence",
    "cooperation_headline",
    "cooperation_note",
    "error_sentence",
    "funding_facts",
    "funding_headline",
    "misfit_sentence",
    "objective_headline",
    "open_cost_phrase",
    "open_costs_sentence",
    "pair_name",
    "pair_sentence",
    "participation_note",
    "problem_line",
    "problem_place",
    "problem_sentence",
    "progress_headline",
    "progress_sentence",
    "question_sentence",
    "ranking_sentence",
    "reading_sentence",
    "resource_headline",
    "stages_sentence",
    "standing_phrase",
    "target_phrase",
    "tie_sentence",
    "years_sentence",
]
