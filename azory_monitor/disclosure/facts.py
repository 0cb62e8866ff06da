"""What each measurement tells: how many are counted, of how many, and whether that is too few to be shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from azory_monitor.disclosure.policy import base_label, limit_of, part_label
from azory_monitor.model.counts import scale
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme

_SHARED = ("proportion", "rate")
_MADE_OF = ("proportion", "rate", "density")


class Quantity(NamedTuple):
    """So many of something in an area and a period.  Another amount is another quantity, also in a later state."""

    label: str
    area: str
    period: str
    amount: int

    @property
    def cell(self) -> tuple[str, str, str]:
        """What it is the number of, whatever the number."""
        return self[:3]


class Name(NamedTuple):
    """What tells one version of a measurement from all others."""

    indicator: str
    area: str
    period: str
    value: float | None
    numerator: float | None
    denominator: float | None


class Cell(NamedTuple):
    """A number that stands elsewhere than among the measurements: a cell of another table, or a count's figure."""

    table: str
    key: str
    column: str


@dataclass(frozen=True)
class Fact:
    """What one measurement or cell tells; ``part`` and ``base`` are None where it gives no whole number of them.

    ``limit`` is None for an indicator that is not sensitive; ``small`` says that it must be hidden for its own sake.
    ``itself`` tells one state of a cell from its others; ``echoes`` are what it repeats where one of them is hidden,
    be it of another period.
    """

    name: Name | Cell
    preferred: bool
    part: Quantity | None
    base: Quantity | None
    limit: int | None
    small: bool
    itself: Quantity | None = None
    echoes: tuple[Quantity, ...] = ()

    @property
    def main(self) -> Quantity | None:
        """What the measurement is hidden for: its count, or the base of a mean."""
        return self.part or self.base

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Everything that showing it shows."""
        return tuple(one for one in (self.part, self.base, self.itself) if one)

    @property
    def guarded(self) -> tuple[Quantity, ...]:
        """What nobody may work out once it is hidden."""
        if self.part and self.base and self.limit and is_small(self.base.amount, self.limit):
            return self.part, self.base
        return (self.main,) if self.main else ()


def name_of(row: Measurement) -> Name:
    """The name of a measurement as it stands."""
    return Name(row.indicator, row.area, row.period, row.value, row.numerator, row.denominator)


def facts(programme: Programme, rows: Sequence[Measurement]) -> list[Fact]:
    """What each of the rows tells, in their order; a row without a figure tells nothing and is left out."""
    limits = {id: limit_of(programme, id) for id in {row.indicator for row in rows}}
    bases = bases_of(programme, rows)
    return [
        _fact(programme, row, limits[row.indicator], bases)
        for row in rows
        if row.status not in ("missing", "hidden") and not (row.value is None and row.numerator is None)
    ]


def bases_of(programme: Programme, rows: Iterable[Measurement]) -> dict[tuple[str, str, str], float]:
    """How many there are of what shares are given of, wherever a row says so."""
    found: dict[tuple[str, str, str], float] = {}
    for row in rows:
        counted = programme.indicators[row.indicator].measure == "count"
        number = row.value if counted else row.denominator
        if number:
            label = part_label(programme, row.indicator) if counted else base_label(programme, row.indicator)
            found.setdefault((label, row.area, row.period), number)
    return found


def _fact(programme: Programme, row: Measurement, limit: int | None, bases: Mapping) -> Fact:
    indicator = programme.indicators[row.indicator]
    part, base = numbers(programme, indicator, row, bases)
    return Fact(
        name=name_of(row),
        preferred=not row.variant,
        part=_quantity(part_label(programme, row.indicator), row, part),
        base=_quantity(base_label(programme, row.indicator), row, base),
        limit=limit,
        small=limit is not None and too_small(indicator.measure, part, base, limit),
    )


def numbers(
    programme: Programme, indicator: Indicator, row: Measurement, bases: Mapping
) -> tuple[float | None, float | None]:
    """How many a measurement tells of, and of how many; a share of a number that is known gives the count away."""
    if indicator.measure == "count":
        return row.value, None
    if indicator.measure == "mean":
        return None, row.denominator
    if indicator.measure not in _MADE_OF:
        return None, None
    base, part = row.denominator, row.numerator
    if indicator.measure in _SHARED and part is None and row.value is not None:
        of = base or bases.get((base_label(programme, row.indicator), row.area, row.period))
        part = round(row.value * of / scale(indicator)) if of else None
    return part, base if indicator.measure in _SHARED else None


def too_small(measure: str, part: float | None, base: float | None, limit: int) -> bool:
    """Whether the count, what is left of its base, or the base itself is too small."""
    rest = base - part if measure == "proportion" and part is not None and base is not None else None
    return any(is_small(one, limit) for one in (part, rest, base))


def is_small(number: float | None, limit: int) -> bool:
    """Whether a number of people is neither none nor enough."""
    return number is not None and 0 < number < limit


def _quantity(label: str, row: Measurement, number: float | None) -> Quantity | None:
    return whole_number(label, row.area, row.period, number)


def whole_number(label: str, area: str, period: str, number: float | None) -> Quantity | None:
    """So many of something; None where it is no number of them."""
    if number is None or number < 0 or not float(number).is_integer():
        return None
    return Quantity(label, area, period, int(number))
