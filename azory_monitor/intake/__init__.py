"""A file in: what it seems to be, its sound rows, and all its problems.

The path of a file::

    read     container → decode → delimited | workbook     bytes become a grid of texts
             apart (another process)                       every spreadsheet is opened there
             header → match → layout (layouts.toml)        its headings become our columns
    check    shape → columns → cells | numbers             every distinct text is read once
             roles → measured → across                     rows against the programme and each other
             outcome                                       sound rows, problems, questions, the reading
    package  the same for every table of a data package

Nothing here is stored, and nothing is guessed without being told: how the file was read is the ``Reading``, cells
read as something else than they say are ``normalised``, what could be read in two ways is asked.
"""

from azory_monitor.intake.check import check
from azory_monitor.intake.known import Known, known_of
from azory_monitor.intake.outcome import Checked
from azory_monitor.intake.package import check_package, read_package
from azory_monitor.intake.read import read
from azory_monitor.intake.sheet import Sheet

__all__ = ["Checked", "Known", "Sheet", "check", "check_package", "known_of", "read", "read_package"]
