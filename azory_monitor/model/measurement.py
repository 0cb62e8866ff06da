"""One value of an indicator in an area and a period."""

from typing import ClassVar, Literal

from azory_monitor.model import column
from azory_monitor.model.row import Row, Text

MeasurementStatus = Literal["final", "provisional", "conflicting", "missing", "hidden"]


class Measurement(Row):
    """One value of an indicator in an area and a period, as its source prints it.

    ``status`` *conflicting* keeps a further figure beside the preferred one; *missing* says that the source has
    the place but no value; *hidden* that the source withholds it.  An empty status is *final*.
    """

    table: ClassVar[str] = "measurements"
    key: ClassVar[tuple[str, ...]] = ("indicator", "area", "period", "variant")

    indicator: str = column.ref("indicators", required=True)
    area: str = column.ref("areas", required=True)
    period: str = column.period(required=True)
    value: float | None = column.number()
    numerator: float | None = column.number(minimum=0)
    denominator: float | None = column.number(minimum=0)
    source: str = column.text()
    note: Text = column.translated()
    qualifier: Literal["", "about", "less_than", "more_than", "at_most", "at_least"] = column.choice()
    status: Literal["", "final", "provisional", "conflicting", "missing", "hidden"] = column.choice()
    locator: str = column.text()
    spread: float | None = column.number(minimum=0)
    """Standard deviation between the persons or things that a mean is of; ``denominator`` is how many they are."""

    @property
    def variant(self) -> str:
        """Empty for the one preferred figure; a conflicting figure is told apart by its source and place."""
        return f"{self.source} {self.locator}".strip() if self.status == "conflicting" else ""
