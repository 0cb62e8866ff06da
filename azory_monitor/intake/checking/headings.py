"""Problems of the headings: none is passed over without a word."""

import difflib

from azory_monitor.intake.checking.findings import Findings
from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.recognising.evidence import CLOSE, TWICE
from azory_monitor.intake.recognising.layout import fold
from azory_monitor.intake.recognising.match import asked_of, known_headings
from azory_monitor.intake.recognising.recognise import UNHEADED, is_numeric
from azory_monitor.model.measurement import Measurement

_MOSTLY = 0.5


def check_headings(sheet: Sheet, findings: Findings) -> None:
    """Tell every heading that is unknown, stands twice or is lacking, and every cell without a heading."""
    ours, known = known_headings(sheet.match)
    for place, (heading, name) in enumerate(zip(sheet.headings, sheet.match.columns, strict=True)):
        if name == TWICE:
            findings.of_file("heading_twice", heading, value=heading)
        elif name == UNHEADED:
            _check_no_heading(sheet, place, findings)
            findings.bad[:] = True
        elif sheet.match.layout.free:
            _tell_figures_left_out(sheet, place, findings)
        elif not name and heading.strip():
            near = difflib.get_close_matches(fold(heading), known, n=1, cutoff=CLOSE)
            findings.of_file("unknown_column", heading, value=heading, nearest="".join(near), allowed=ours)
            if sheet.match.table == Measurement.table and not sheet.cells[place].str.strip().map(_says_nothing).all():
                findings.bad[:] = True
        elif not name:
            _check_no_heading(sheet, place, findings)
    for name in [name for name in sheet.match.missing if name not in asked_of(sheet.match)]:
        findings.of_file("missing_column", name)
        findings.bad[:] = True


def _tell_figures_left_out(sheet: Sheet, place: int, findings: Findings) -> None:
    """A column of figures under a heading that names nothing is not read: that is told."""
    if sheet.match.columns[place] or not sheet.headings[place].strip():
        return
    filled = sheet.cells[place].str.strip()
    if len(filled) and filled.map(is_numeric).astype(bool).mean() > _MOSTLY:
        findings.warn("left_out_figures", sheet.headings[place])


def _says_nothing(text: str) -> bool:
    """Whether a cell cannot be a part of what the figures are split by."""
    return not text or is_numeric(text)


def _check_no_heading(sheet: Sheet, place: int, findings: Findings) -> None:
    filled = sheet.cells[place].str.strip() != ""
    if filled.any():
        row = filled.idxmax()
        findings.of_file("no_heading", row=int(row), value=str(sheet.cells[place].at[row]), place=place + 1)
