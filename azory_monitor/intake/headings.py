"""Problems of the headings: none is passed over without a word."""

import difflib

from azory_monitor.intake.findings import Findings
from azory_monitor.intake.layout import fold
from azory_monitor.intake.match import TWICE, known_headings
from azory_monitor.intake.sheet import Sheet

_CLOSE = 0.6


def check_headings(sheet: Sheet, findings: Findings) -> None:
    """Tell every heading that is unknown, stands twice or is lacking, and every cell without a heading."""
    ours, known = known_headings(sheet.match)
    for place, (heading, name) in enumerate(zip(sheet.headings, sheet.match.columns, strict=True)):
        if name == TWICE:
            findings.of_file("heading_twice", heading, value=heading)
        elif not name and heading.strip():
            near = difflib.get_close_matches(fold(heading), known, n=1, cutoff=_CLOSE)
            findings.of_file("unknown_column", heading, value=heading, nearest="".join(near), allowed=ours)
        elif not name:
            _check_no_heading(sheet, place, findings)
    for name in sheet.match.missing:
        findings.of_file("missing_column", name)


def _check_no_heading(sheet: Sheet, place: int, findings: Findings) -> None:
    filled = sheet.cells[place].str.strip() != ""
    if filled.any():
        row = filled.idxmax()
        findings.of_file("no_heading", row=int(row), value=str(sheet.cells[place].at[row]), place=place + 1)
