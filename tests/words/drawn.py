"""A small programme of one estate in a town, in two languages, and its results from drawn figures."""

import datetime

from azory_monitor import compare
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Area, Indicator, Objective, Profile, Source, Target, Theme
from azory_monitor.model.state import Programme
from azory_monitor.words.speaker import speaker

PL, EN = speaker("pl"), speaker("en")
TODAY = datetime.date(2019, 6, 30)

PER_THOUSAND = {"pl": "na 1000 mieszkańców", "en": "per 1,000 residents"}
MEETINGS = {"pl": "spotkanie|spotkania|spotkań", "en": "meeting|meetings"}

AREAS = {
    "hill": {
        "name": {"pl": "Osiedle Górka", "en": "Hill estate"},
        "where": {"pl": "na osiedlu Górka", "en": "on the Hill estate"},
        "kind": "estate",
        "parent": "town",
        "groups": "alike",
    },
    "lake": {
        "name": {"pl": "Osiedle Jezioro", "en": "Lake estate"},
        "kind": "estate",
        "parent": "town",
        "groups": "alike",
    },
    "wood": {"name": {"pl": "Osiedle Las", "en": "Wood estate"}, "kind": "estate", "parent": "town", "groups": "alike"},
    "town": {
        "name": {"pl": "Miasto", "en": "Town"},
        "where": {"pl": "w mieście", "en": "in the town"},
        "kind": "city",
    },
    "alike": {
        "name": {"pl": "Podobne osiedla", "en": "Similar estates"},
        "where": {"pl": "na podobnych osiedlach", "en": "on similar estates"},
        "kind": "group",
    },
}

INDICATORS = {
    "poverty": {"name": {"pl": "Ubóstwo", "en": "Poverty"}},
    "jobless": {"name": {"pl": "Bezrobocie", "en": "Unemployment"}},
    "old": {"name": {"pl": "Osoby starsze", "en": "Older people"}, "direction": "neither"},
    "crime": {"name": {"pl": "Przestępstwa", "en": "Offences"}, "measure": "rate", "per": 1000, "unit": PER_THOUSAND},
    "benefits": {"name": {"pl": "Dodatki", "en": "Benefits"}, "measure": "rate", "per": 1000, "unit": PER_THOUSAND},
    "meetings": {
        "name": {"pl": "Spotkania grupy", "en": "Group meetings"},
        "code": "2.b",
        "kind": "output",
        "measure": "count",
        "per": None,
        "unit": MEETINGS,
        "direction": "higher",
        "decimals": 0,
        "objective": "together",
    },
}
USUAL = {"kind": "context", "measure": "proportion", "per": 100, "unit": {"": "%"}, "direction": "lower", "decimals": 2}


def programme(targets=(), **changed):
    """The programme; ``changed`` gives an indicator other cells, or adds one: ``poverty={"decimals": None}``."""
    cells = {id: USUAL | INDICATORS.get(id, {}) | changed.get(id, {}) for id in {**INDICATORS, **changed}}
    return Programme(
        profile=Profile(id="plan", name={"en": "Plan"}, areas="hill", language="en"),
        areas={id: Area(id=id, **told) for id, told in AREAS.items()},
        sources={"study": Source(id="study", title={"pl": "Badanie", "en": "Study"}, kind="study")},
        themes={"money": Theme(id="money", name={"pl": "Pieniądze", "en": "Money"})},
        objectives={
            "together": Objective(
                id="together", number=1, name={"en": "Work together"}, short={"pl": "Współpraca", "en": "Cooperation"}
            )
        },
        indicators={id: Indicator(id=id, **told) for id, told in cells.items()},
        targets={f"{target['indicator']} hill": Target(area="hill", **target) for target in targets},
    )


def measured(indicator, area, value=None, counts=(), period="2016", **told):
    """One figure; ``counts`` are numerator and denominator."""
    numerator, denominator = counts or (None, None)
    cells = {"source": "study"} | told
    return Measurement(
        indicator=indicator,
        area=area,
        period=period,
        value=value,
        numerator=numerator,
        denominator=denominator,
        **cells,
    )


def compared(plan, *figures, area="hill", benchmark="town"):
    """The comparisons of an area with one benchmark."""
    return [one for one in compare.comparisons(plan, figures, [area]) if one.benchmark == benchmark]


def progressed(plan, *figures, today=TODAY):
    """How far the indicators of the estate have come."""
    return compare.progress(plan, figures, "hill", today)


def spaced(words):
    """The words with ordinary spaces where lines must not break, so that a test can be read and typed."""
    return words.replace("\N{NO-BREAK SPACE}", " ")
