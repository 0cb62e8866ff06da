"""Results set out as tables, every cell in the reader's language and number style."""

from azory_monitor.words.tables.comparison import comparison_table
from azory_monitor.words.tables.entry import cell_in_words, entry_changes, entry_facts, heading_in_words
from azory_monitor.words.tables.figures import conflict_table, measurement_table, misfit_table, ranking_table
from azory_monitor.words.tables.incoming import (
    batch_table,
    change_table,
    column_label,
    problem_table,
    rows_in_words,
)
from azory_monitor.words.tables.progress import progress_table
from azory_monitor.words.tables.register import GAPS, barrier_table, gap_table, matrix_table, register_table

__all__ = [
    "GAPS",
    "barrier_table",
    "batch_table",
    "cell_in_words",
    "change_table",
    "column_label",
    "comparison_table",
    "conflict_table",
    "entry_changes",
    "entry_facts",
    "gap_table",
    "heading_in_words",
    "matrix_table",
    "measurement_table",
    "misfit_table",
    "problem_table",
    "progress_table",
    "ranking_table",
    "register_table",
    "rows_in_words",
]
