"""Results set out as tables, every cell in the reader's language and number style."""

from azory_monitor.words.tables.changes import changes_sections
from azory_monitor.words.tables.comparison import comparison_table
from azory_monitor.words.tables.counted import count_table, entries_table
from azory_monitor.words.tables.entry import cell_in_words, entry_changes, entry_facts, heading_in_words
from azory_monitor.words.tables.figures import conflict_table, measurement_table, misfit_table, ranking_table
from azory_monitor.words.tables.incoming import (
    batch_table,
    change_table,
    column_label,
    problem_table,
    rows_in_words,
)
from azory_monitor.words.tables.journey import cells_table, journey_table, steps_table
from azory_monitor.words.tables.members import members_caption, members_table
from azory_monitor.words.tables.outlook import prospect_table, trend_table
from azory_monitor.words.tables.partners import (
    attendance_table,
    cooperation_table,
    funding_table,
    funding_year_table,
    resource_table,
)
from azory_monitor.words.tables.progress import progress_table
from azory_monitor.words.tables.quality import (
    coverage_table,
    due_table,
    outlier_table,
    readiness_table,
    unscheduled_table,
)
from azory_monitor.words.tables.register import (
    GAPS,
    barrier_table,
    decision_table,
    gap_table,
    matrix_table,
    register_table,
)
from azory_monitor.words.tables.situation import index_parts_table, index_table, peers_table, scenario_table
from azory_monitor.words.tables.trace import (
    cell_table,
    edition_table,
    input_table,
    origin_table,
    step_table,
    trace_facts,
)
from azory_monitor.words.tables.waves import waves_table
from azory_monitor.words.tables.withheld import withheld_cell_table, withheld_table

__all__ = [
    "GAPS",
    "attendance_table",
    "barrier_table",
    "batch_table",
    "cell_in_words",
    "cell_table",
    "cells_table",
    "change_table",
    "changes_sections",
    "column_label",
    "comparison_table",
    "conflict_table",
    "cooperation_table",
    "count_table",
    "coverage_table",
    "decision_table",
    "due_table",
    "edition_table",
    "entries_table",
    "entry_changes",
    "entry_facts",
    "funding_table",
    "funding_year_table",
    "gap_table",
    "heading_in_words",
    "index_parts_table",
    "index_table",
    "input_table",
    "journey_table",
    "matrix_table",
    "measurement_table",
    "members_caption",
    "members_table",
    "misfit_table",
    "origin_table",
    "outlier_table",
    "peers_table",
    "problem_table",
    "progress_table",
    "prospect_table",
    "ranking_table",
    "readiness_table",
    "register_table",
    "resource_table",
    "rows_in_words",
    "scenario_table",
    "step_table",
    "steps_table",
    "trace_facts",
    "trend_table",
    "unscheduled_table",
    "waves_table",
    "withheld_cell_table",
    "withheld_table",
]
