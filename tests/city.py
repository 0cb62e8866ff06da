"""A made-up city of eighteen estates with six features each, the same on every run."""

import random

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Area, Indicator, Profile, Source
from azory_monitor.model.state import Programme
from azory_monitor.model.yardstick import IndexPart, SituationIndex

ESTATES = (
    "Alder",
    "Birch",
    "Cedar",
    "Dogwood",
    "Elm",
    "Fir",
    "Ginkgo",
    "Hazel",
    "Ivy",
    "Juniper",
    "Kapok",
    "Larch",
    "Maple",
    "Nutmeg",
    "Oak",
    "Pine",
    "Quince",
    "Rowan",
)
OURS = "maple"

# Mean and standard deviation of each feature over the city, and how far the general want of an estate moves it.
FEATURES = {
    "poor": ("Poverty", "lower", 4.0, 1.2, 1.0),
    "jobless": ("Unemployment", "lower", 6.0, 1.5, 0.8),
    "evicted": ("Evictions", "lower", 2.5, 0.9, 0.6),
    "crime": ("Offences", "lower", 14.0, 5.0, -0.2),
    "school": ("Finished school", "higher", 82.0, 6.0, -0.7),
    "voters": ("Voters", "higher", 48.0, 7.0, -0.5),
}


def programme(weights=None, reference="town"):
    """The estates of the town, all in one group, and an index of the six features."""
    town = Area(id="town", name={"": "Town"}, where={"en": "in the Town", "pl": "w Mieście"}, kind="city")
    group = Area(id="estates", name={"en": "Estates of the Town", "pl": "Osiedla Miasta"}, kind="group", parent="town")
    estates = [
        Area(
            id=name.lower(),
            name={"": name},
            where={"en": f"on the {name} estate", "pl": f"na osiedlu {name}"},
            kind="estate",
            parent="town",
            groups=("estates",),
        )
        for name in ESTATES
    ]
    index = SituationIndex(
        id="situation", name={"en": "Social situation", "pl": "Sytuacja"}, group="estates", reference=reference
    )
    parts = [
        IndexPart(index="situation", indicator=id, weight=(weights or {}).get(id, 1), direction=direction)
        for id, (_, direction, *_) in FEATURES.items()
    ]
    return Programme(
        profile=Profile(id="plan", name={"": "Plan"}, areas=(OURS,), language="en"),
        sources={"study": Source(id="study", title={"en": "Study", "pl": "Badanie"}, kind="study")},
        areas={area.id: area for area in (town, group, *estates)},
        indicators={id: _indicator(id, name, direction) for id, (name, direction, *_) in FEATURES.items()},
        indices={"situation": index},
        index_parts={f"situation {part.indicator}": part for part in parts},
    )


def _indicator(id, name, direction):
    return Indicator(
        id=id,
        name={"": name},
        kind="context",
        measure="proportion",
        per=100,
        unit={"": "%"},
        direction=direction,
        decimals=1,
    )


def values():
    """The value of every feature in every estate, and of the town."""
    chance = random.Random(18)
    want = {name.lower(): chance.gauss(0, 1) for name in ESTATES}
    found = {}
    for id, (_, _, mean, spread, moved) in FEATURES.items():
        for area in want:
            shift = moved * want[area] + chance.gauss(0, 0.7)
            found[id, area] = round(max(mean + spread * shift, 0.1), 1)
        found[id, "town"] = mean
    return found


def measured(of=None, period="2018"):
    """The values as measurements."""
    return [
        Measurement(indicator=id, area=area, period=period, value=value, source="study")
        for (id, area), value in (of or values()).items()
    ]
