"""A file in: what it seems to be, its sound rows, and all its problems.

The path of a file::

    opening      bytes become a grid of texts; every spreadsheet is opened in a process apart
    recognising  which table it is, where its headings are, what each column holds (layouts.toml)
    arranging    the columns and rows that are meant, one row for each value
    checking     every distinct text is read once; rows against the programme and each other
    outcome      sound rows, problems, questions, and how the file was read
    beside       rows beside those that are stored: overlaps, leaps, entries that look alike
    mapping      what a person settled, for the next file of the kind
    marked       the person's own file again, its problems in one more column
    package      the same for every table of a data package
    tracing      one row of a kept file, for whoever asks where a figure comes from

Nothing here is stored, and nothing is guessed without being told: how the file was read is the ``Reading``, cells
read as something else than they say are ``normalised``, what could be read in two ways is asked.
"""

from azory_monitor.intake.beside.alike import check_alike
from azory_monitor.intake.beside.series import check_series
from azory_monitor.intake.check import check
from azory_monitor.intake.mapping import headings_of, holds_again, read_mapping, write_mapping
from azory_monitor.intake.marked import marked
from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.outcome import Checked
from azory_monitor.intake.package import check_package, read_package
from azory_monitor.intake.read import read
from azory_monitor.intake.recognising.known import Known, known_of
from azory_monitor.intake.recognising.layout import layout_names
from azory_monitor.intake.tracing.again import WHOLE, read_again, row_again
from azory_monitor.intake.tracing.kept import Again, Kept

__all__ = [
    "WHOLE",
    "Again",
    "Checked",
    "Kept",
    "Known",
    "Sheet",
    "check",
    "check_alike",
    "check_package",
    "check_series",
    "headings_of",
    "holds_again",
    "known_of",
    "layout_names",
    "marked",
    "read",
    "read_again",
    "read_mapping",
    "read_package",
    "row_again",
    "write_mapping",
]
