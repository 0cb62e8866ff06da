"""Where a figure comes from: the cell of the file as it came, how it was read, who brought it, what was made of it."""

import datetime
from typing import Any, Literal

from azory_monitor.model.batch import Batch, Frozen, Reading
from azory_monitor.model.counted import Count
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.outlook import TargetChange
from azory_monitor.model.verdicts import Comparison, Misfit, Progress

Where = Literal["cell", "heading", "answer", "layout"]
StepRule = Literal[
    "mended", "decimal", "thousands", "percent", "sign", "absent", "unit", "choice", "name", "period", "date", "flag",
    "apostrophe", "merged", "series",
]  # fmt: skip
EditionState = Literal["stands", "replaced", "undone"]


class Cell(Frozen):
    """One cell of the file that a row was read from.

    *heading*: what it says stands above its column, as a year does in a wide table; *answer*: the file does not say
    it, the person who brought it did; *layout*: files of that kind always mean it.
    """

    column: str
    """Our column; begins with ``@`` where it only says how another one is meant, as a unit does."""
    where: Where = "cell"
    heading: str = ""
    """As it stands in the file."""
    row: int = 0
    """As the spreadsheet counts; 0 for what stands in no cell."""
    number: int = 0
    """The place of the column, counted from 1; 0 for what stands in no cell."""
    raw: str = ""
    """The text as it stands in the file; of an answer, what was answered."""
    mend: str | None = None
    """The text that the person who brought the file put in its place; None where they left it."""


class Step(Frozen):
    """One thing that was done to a text on its way to a value: by which rule, from what, to what."""

    column: str
    rule: StepRule
    before: str
    after: str
    values: dict[str, Any] = {}
    """What the rule went by: the unit, where it stands, and the factor."""


class Origin(Frozen):
    """The row of a file that a row of the monitor was read from, and who brought that file."""

    batch: int
    file: str = ""
    """The name as it came: of a file, or of a whole data package."""
    inside: str = ""
    """Of a package, the file of the one table."""
    sha256: str = ""
    """Of the file; of a package, of that table's."""
    row: int = 0
    """As the spreadsheet counts; 0 where it is not told because the figure is hidden."""
    by: str = ""
    taken: datetime.datetime | None = None
    """When the batch was taken in, UTC."""


class Rooted(Frozen):
    """A figure and where it comes from: a row of a file, or else a count of ``entries`` of the register."""

    measurement: Measurement
    origin: Origin | None = None
    derivation: str = ""
    entries: int | None = None
    """None where the number would tell what is hidden, or where it is not entries that are counted."""


class Place(Frozen):
    """That row read once more from the file that was kept.

    ``agrees``: it gives the row that is stored.  Where it does not, because the file is read otherwise by now, there
    are no cells, and nothing is claimed of them.
    """

    origin: Origin
    reading: Reading | None = None
    answers: dict[str, str] = {}
    """What the person who brought the file said of how it is to be read."""
    cells: tuple[Cell, ...] = ()
    steps: tuple[Step, ...] = ()
    agrees: bool = False


class Edition(Frozen):
    """One state of a row, with the batch that handed it in and the batch that made it stand.

    ``value`` is a measurement's, as the state after ``began`` shows it; None where there is none or it is hidden.
    """

    state: EditionState
    origin: Origin
    brought: Batch
    began: Batch
    """The same batch, or the undoing that put it back."""
    ended: Batch | None = None
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    qualifier: str = ""
    status: str = ""


class Subject(Frozen):
    """What is traced: a row of a table by its key; of a measurement indicator, area and period, joined by spaces."""

    table: str
    key: str


class Formula(Frozen):
    """How a measurement's value is made of its counts: value = per × numerator / denominator."""

    measure: str
    numerator: float
    denominator: float
    per: float
    result: float
    misfit: Misfit | None = None
    """Where the source prints another value than its counts give."""


class Trace(Frozen):
    """Everything that one figure, or one entry, rests on.  ``hidden``: nothing of its content is told, only its batch.

    ``inputs`` are the rows that it was made of, each of which has a trace of its own.
    """

    subject: Subject
    hidden: bool = False
    measurement: Measurement | None = None
    cells: dict[str, Any] = {}
    """Of an entry, what it says, as plain cells."""
    origin: Origin | None = None
    batch: Batch | None = None
    """The batch that handed it in; None for what is counted."""
    place: Place | None = None
    editions: tuple[Edition, ...] = ()
    formula: Formula | None = None
    count: Count | None = None
    """Of a figure that is counted from the register, the count."""
    comparisons: tuple[Comparison, ...] = ()
    """The comparisons that rest on it as the area's own figure."""
    progress: Progress | None = None
    """The progress that it is the latest figure or the baseline of."""
    target: Subject | None = None
    target_changes: tuple[TargetChange, ...] = ()
    inputs: tuple[Subject, ...] = ()
