"""Programmes with an index, and cities of so many estates, from tables drawn in a test."""

from dataclasses import replace

from azory_monitor.compare import indices, peers
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.yardstick import IndexPart, SituationIndex
from tests.compare.drawn import measured, only, programme, rows

PARTS = """
indicator | direction
poor      | lower
sick      | lower
happy     | higher
"""


def with_index(plan, parts=PARTS, group="alike", reference="town"):
    """The programme with one index of equal weights, unless others are drawn."""
    drawn = [IndexPart(index="all", **({"weight": 1} | cells)) for cells in rows(parts)]
    index = SituationIndex(id="all", name_en="All together", group=group, reference=reference)
    return replace(plan, indices={"all": index}, index_parts={f"all {part.indicator}": part for part in drawn})


def index_of(figures, parts=PARTS, indicators="", today=None, **told):
    """The one index over the areas of ``drawn.AREAS``: four estates, two districts, a town and a group."""
    names = indicators or "id\n" + "\n".join(cells["indicator"] for cells in rows(parts))
    found = indices(with_index(programme(names), parts, **told), measured(figures), today)
    return only(found)


def city(n=12, kind="estate"):
    """Areas of a town with ``n`` members of its one group; the first is the hill."""
    names = ["hill", *(f"e{number}" for number in range(2, n + 1))]
    lines = "\n".join(f"{name} | {kind} | town | alike" for name in names)
    return f"id | kind | parent | groups\n{lines}\ntown | city | |\nalike | group | |"


def members(n=12):
    return ["hill", *(f"e{number}" for number in range(2, n + 1))]


def values(n=12, **columns):
    """Measurements of 2018: ``poor=[...]`` gives the members' values in order, None for no value."""
    return [
        Measurement(indicator=indicator, area=area, period="2018", value=value)
        for indicator, column in columns.items()
        for area, value in zip(members(n), column, strict=True)
        if value is not None
    ]


def index_of_city(n=12, parts=PARTS, more=(), **columns):
    """The one index over a city of ``n`` estates."""
    names = "id\n" + "\n".join(cells["indicator"] for cells in rows(parts))
    plan = with_index(programme(names, city(n)), parts)
    return only(indices(plan, [*values(n, **columns), *more]))


def peers_of_city(n=12, indicators="id\npoor\nsick", more=(), areas="", **columns):
    """The peers of the hill in a city of ``n`` estates."""
    return only(peers(programme(indicators, areas or city(n)), [*values(n, **columns), *more], "hill"))
