"""Indices and likeness of areas for the charts to draw, of the small programme's own areas and indicators."""

from dataclasses import replace

from azory_monitor.compare import indices, peers
from azory_monitor.model.yardstick import IndexPart, SituationIndex
from tests.charts import estate

PARTS = ("older", "jobless", "housing", "evicted", "welfare", "offences")


def index():
    """Table 3 as an index: the estate and similar estates against the city."""
    return indices(_with_index(), estate.rates())[0]


def ranked():
    """The sixteen estates by an index of three parts, with values that follow from their mean ages."""
    rows = [
        estate.measured(part, one, "2016", round(10 + step * (age % step), 2), source="t3")
        for part, step in (("older", 7), ("jobless", 3), ("housing", 5))
        for one, _, age in estate.estates()
    ]
    return indices(_with_index(PARTS[:3]), rows)[0]


def alike():
    """The sixteen estates by their mean age and one more feature."""
    rows = [estate.measured("age", one, "2016", age, source="t3") for one, _, age in estate.estates()]
    rows += [estate.measured("older", one, "undated", age % 7, source="t3") for one, _, age in estate.estates()]
    return peers(estate.programme(), rows, "azory")[0]


def _with_index(parts=PARTS):
    made = [IndexPart(index="all", indicator=part, weight=1, direction="lower") for part in parts]
    index = SituationIndex(id="all", name_pl="Razem", name_en="All together", group="similar", reference="krakow")
    return replace(
        estate.programme(), indices={"all": index}, index_parts={f"all {part.indicator}": part for part in made}
    )
