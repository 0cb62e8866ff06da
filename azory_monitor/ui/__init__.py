"""The screen: a page opens, asks, has the state answer, and shows."""

from azory_monitor.ui.ask_actor import may_write
from azory_monitor.ui.ask_door import ask_data, ask_door
from azory_monitor.ui.ask_entry import ask_entry, ask_which, handed_entry
from azory_monitor.ui.ask_freeze import ask_freeze
from azory_monitor.ui.ask_note import ask_note
from azory_monitor.ui.ask_plan import ask_plan
from azory_monitor.ui.ask_programme import ask_figure, ask_source
from azory_monitor.ui.ask_traced import ask_traced
from azory_monitor.ui.ask_words import ask_words
from azory_monitor.ui.frame import open_page
from azory_monitor.ui.meeting import open_meeting
from azory_monitor.ui.show_barriers import (
    barriers_of,
    show_barriers,
    show_decisions,
    waiting,
)
from azory_monitor.ui.show_between import show_between
from azory_monitor.ui.show_briefs import show_briefs
from azory_monitor.ui.show_challenges import (
    ask_key_action,
    show_challenge,
    show_matrix,
    show_questions,
    show_responses,
    told_challenges,
)
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_counted import show_counted
from azory_monitor.ui.show_entry import show_entered, show_entry
from azory_monitor.ui.show_exports import show_exports
from azory_monitor.ui.show_findings import show_findings
from azory_monitor.ui.show_gaps import show_coverage, show_outliers, show_owed, show_readiness, told_dues
from azory_monitor.ui.show_glossary import show_terms
from azory_monitor.ui.show_hindrances import ask_barriers, show_changes, show_gaps, show_reviews, show_stalled
from azory_monitor.ui.show_history import ask_undo, show_history, show_last_change
from azory_monitor.ui.show_indicator import (
    show_actions_of,
    show_comparisons,
    show_conflicts,
    show_definition,
    show_measurements,
    show_progress,
    show_series,
    show_uncompared,
)
from azory_monitor.ui.show_journey import (
    ask_entries,
    show_entries,
    show_small_steps,
    show_steps,
    show_turns,
    told_journey,
)
from azory_monitor.ui.show_lessons import show_lessons, show_outcomes, show_unplaced, told_outcomes
from azory_monitor.ui.show_means import show_funding, show_resources
from azory_monitor.ui.show_meeting import dress_meeting, preparing, show_handout, show_screen, show_steering
from azory_monitor.ui.show_objectives import show_objective, show_plan, show_rest
from azory_monitor.ui.show_origin import show_origin
from azory_monitor.ui.show_partners import show_attendance, show_cooperation, show_institutions
from azory_monitor.ui.show_quality import show_calibration, show_misfits, show_rules, show_source, show_sources
from azory_monitor.ui.show_situation import show_index, show_peers, told_indices
from azory_monitor.ui.show_snapshots import show_snapshots
from azory_monitor.ui.show_standing import show_standing
from azory_monitor.ui.show_statement import show_statement
from azory_monitor.ui.show_survey import show_beside, show_milestones, show_scale, show_survey
from azory_monitor.ui.show_table import show_table
from azory_monitor.ui.show_text import (
    show_empty,
    show_headline,
    show_paragraph,
    show_section,
    told_comparisons,
    told_one,
    told_progress,
    told_rankings,
)
from azory_monitor.ui.show_unknown import show_unknown
from azory_monitor.ui.show_upload import show_handed, show_kept
from azory_monitor.ui.show_verdicts import show_verdicts, show_way
from azory_monitor.ui.show_versions import show_versions
from azory_monitor.ui.show_withheld import show_withheld

__all__ = [
    "ask_barriers",
    "ask_data",
    "ask_door",
    "ask_entries",
    "ask_entry",
    "ask_figure",
    "ask_freeze",
    "ask_key_action",
    "ask_note",
    "ask_plan",
    "ask_source",
    "ask_traced",
    "ask_undo",
    "ask_which",
    "ask_words",
    "barriers_of",
    "dress_meeting",
    "handed_entry",
    "may_write",
    "open_meeting",
    "open_page",
    "preparing",
    "show_actions_of",
    "show_attendance",
    "show_barriers",
    "show_beside",
    "show_between",
    "show_briefs",
    "show_calibration",
    "show_challenge",
    "show_changes",
    "show_chart",
    "show_comparisons",
    "show_conflicts",
    "show_cooperation",
    "show_counted",
    "show_coverage",
    "show_decisions",
    "show_definition",
    "show_empty",
    "show_entered",
    "show_entries",
    "show_entry",
    "show_exports",
    "show_findings",
    "show_funding",
    "show_gaps",
    "show_handed",
    "show_handout",
    "show_headline",
    "show_history",
    "show_index",
    "show_institutions",
    "show_kept",
    "show_last_change",
    "show_lessons",
    "show_matrix",
    "show_measurements",
    "show_milestones",
    "show_misfits",
    "show_objective",
    "show_origin",
    "show_outcomes",
    "show_outliers",
    "show_owed",
    "show_paragraph",
    "show_peers",
    "show_plan",
    "show_progress",
    "show_questions",
    "show_readiness",
    "show_resources",
    "show_responses",
    "show_rest",
    "show_reviews",
    "show_rules",
    "show_scale",
    "show_screen",
    "show_section",
    "show_series",
    "show_small_steps",
    "show_snapshots",
    "show_source",
    "show_sources",
    "show_stalled",
    "show_standing",
    "show_statement",
    "show_steering",
    "show_steps",
    "show_survey",
    "show_table",
    "show_terms",
    "show_turns",
    "show_uncompared",
    "show_unknown",
    "show_unplaced",
    "show_verdicts",
    "show_versions",
    "show_way",
    "show_withheld",
    "told_challenges",
    "told_comparisons",
    "told_dues",
    "told_indices",
    "told_journey",
    "told_one",
    "told_outcomes",
    "told_progress",
    "told_rankings",
    "waiting",
]
