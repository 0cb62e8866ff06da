"""A file as the person sees it: a grid of texts under headings, and how it was read."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from azory_monitor.intake.recognising.match import Match
from azory_monitor.model.batch import Asked, Normalised, Problem


@dataclass(frozen=True)
class Sheet:
    """A table that was found in a file.

    ``cells`` holds texts exactly as they stand there, one column for each heading (labelled 0, 1 …); its index is the
    row as the spreadsheet counts it.  ``typed`` says which cells the file itself holds as numbers (None: it holds
    only text); those have a decimal point.
    """

    container: str
    encoding: str
    delimiter: str
    sheet: str
    header_row: int
    headings: tuple[str, ...]
    cells: pd.DataFrame
    match: Match
    typed: np.ndarray | None = None
    faults: tuple[Problem, ...] = ()
    """What was wrong with rows that did not even become cells, and what a person does not see in the file."""
    normalised: tuple[Normalised, ...] = ()
    """Cells that stood empty in the file because they are merged with one that holds their text."""
    questions: tuple[Asked, ...] = ()
    sheets: tuple[str, ...] = ()
    """The names of all sheets that a person sees."""
    preamble: tuple[str, ...] = ()
    """The text that stands above the headings, row by row."""
    inside: str = ""
    """The name of the file inside the archive that was handed in."""
