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
from azory_monitor.words.sentences.outlook import (
    prospect_phrase,
    prospect_sentence,
    target_change_sentence,
    trend_headline,
    trend_phrase,
    trend_sentence,
)
from azory_monitor.words.sentences.peers import peers_rules, peers_sentence
from azory_monitor.words.sentences.progress import (
    objective_headline,
    progress_headline,
    progress_sentence,
    target_phrase,
)
from azory_monitor.words.sentences.quality import (
    coverage_headline,
    coverage_sentence,
    due_headline,
    due_sentence,
    outlier_sentence,
    readiness_gaps,
    readiness_headline,
    readiness_sentence,
    unscheduled_sentence,
)
from azory_monitor.words.sentences.situation import (
    index_detail,
    index_headline,
    index_rules,
    index_sentence,
    index_whys,
)
from azory_monitor.words.sentences.standing import comparison_sentence, standing_phrase

__all__ = [
    "cell_phrase",
    "challenges_headline",
    "chance_note",
    "comparison_headline",
    "comparison_sentence",
    "conflict_sentence",
    "coverage_headline",
    "coverage_sentence",
    "due_headline",
    "due_sentence",
    "entries_headline",
    "entry_kind",
    "entry_note",
    "entry_title",
    "entry_when",
    "error_sentence",
    "index_detail",
    "index_headline",
    "index_rules",
    "index_sentence",
    "index_whys",
    "journey_headline",
    "journey_lead",
    "lacking_phrase",
    "matrix_headline",
    "misfit_sentence",
    "objective_headline",
    "outlier_sentence",
    "participants_phrase",
    "peers_rules",
    "peers_sentence",
    "problem_line",
    "problem_place",
    "problem_sentence",
    "progress_headline",
    "progress_sentence",
    "prospect_phrase",
    "prospect_sentence",
    "question_sentence",
    "ranking_sentence",
    "readiness_gaps",
    "readiness_headline",
    "readiness_sentence",
    "reading_sentence",
    "standing_phrase",
    "target_change_sentence",
    "target_phrase",
    "trend_headline",
    "trend_phrase",
    "trend_sentence",
    "unscheduled_sentence",
]
