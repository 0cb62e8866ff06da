"""What figures are held against besides targets: standards, scales, breaks in a series, the index of several."""

from typing import ClassVar

from azory_monitor.model import column
from azory_monitor.model.programme import Direction
from azory_monitor.model.row import Row, Text


class Standard(Row):
    """A fixed value that an indicator is compared with: a norm, a threshold of law, a figure of a plan."""

    table: ClassVar[str] = "standards"

    id: str = column.identifier()
    indicator: str = column.ref("indicators", required=True)
    name: Text = column.translated(required=True)
    value: float | None = column.number(required=True)
    source: str = column.ref("sources")
    note: Text = column.translated()
    locator: str = column.text()


class Break(Row):
    """From a period on, an indicator's figures are made differently, and no change across it is told."""

    table: ClassVar[str] = "breaks"
    key: ClassVar[tuple[str, ...]] = ("indicator", "period")

    indicator: str = column.ref("indicators", required=True)
    period: str = column.period(required=True)
    """The first period of the new definition."""
    why: Text = column.translated(required=True)
    source: str = column.ref("sources")
    locator: str = column.text()


class Grade(Row):
    """One described point on the scale of an indicator that is judged, not counted."""

    table: ClassVar[str] = "grades"
    key: ClassVar[tuple[str, ...]] = ("indicator", "value")

    indicator: str = column.ref("indicators", required=True)
    value: float | None = column.number(required=True)
    name: Text = column.translated(required=True)
    meaning: Text = column.translated()
    """How one knows that this is the case."""


class Milestone(Row):
    """A step of the work that is either reached or not."""

    table: ClassVar[str] = "milestones"

    id: str = column.identifier()
    name: Text = column.translated(required=True)
    indicator: str = column.ref("indicators")
    action: str = column.ref("actions")
    planned: str = column.period()
    reached: str = column.period()
    note: Text = column.translated()
    locator: str = column.text()


class SituationIndex(Row):
    """Several indicators drawn together into one figure of the social situation."""

    table: ClassVar[str] = "indices"

    id: str = column.identifier()
    name: Text = column.translated(required=True)
    about: Text = column.translated()
    group: str = column.ref("areas")
    """The areas that are set side by side; their values are standardised where there are enough of them."""
    reference: str = column.ref("areas", required=True)
    """The area that the others are divided by where there are too few to standardise."""
    source: str = column.ref("sources")
    locator: str = column.text()


class IndexPart(Row):
    """One indicator of an index, with its weight and the way that is good there."""

    table: ClassVar[str] = "index_parts"
    key: ClassVar[tuple[str, ...]] = ("index", "indicator")

    index: str = column.ref("indices", required=True)
    indicator: str = column.ref("indicators", required=True)
    weight: float | None = column.number(required=True, minimum=0)
    direction: Direction = column.choice(None)
    why: Text = column.translated()
    """Why it counts this way, where the indicator by itself has no better and worse."""
    locator: str = column.text()
