"""What a programme sets out to do, and how it is measured."""

import datetime
from typing import ClassVar, Literal

from azory_monitor.model import column
from azory_monitor.model.row import Row, Text

Direction = Literal["higher", "lower", "neither"]
Measure = Literal["count", "proportion", "rate", "mean", "density", "money", "score", "fact"]
Operator = Literal["", ">", ">=", "<", "<=", "=", "between"]
TargetState = Literal["agreed", "tentative", "not_set"]
ActionState = Literal["not_started", "under_way", "done", "planned", "stopped", "unknown"]
Suitability = Literal["", "suitable", "doubtful", "unsuitable"]
UnitKind = Literal["", "people", "households", "money", "other"]
ManualStatus = Literal["achieved", "on_course", "behind", "moving_away", "lost", "not_started"]


class Profile(Row):
    """The programme itself, one row: whom it is about and how its pages introduce it."""

    table: ClassVar[str] = "programme"

    id: str = column.identifier()
    name: Text = column.translated(required=True)
    about: Text = column.translated()
    areas: tuple[str, ...] = column.refs("areas")
    """The areas followed, the one the programme is for first."""
    language: str = column.text(required=True)
    """The language of a first visit whose browser asks for none of ours."""
    started: str = column.period()
    ended: str = column.period()
    sources: tuple[str, ...] = column.refs("sources")


class Area(Row):
    """A place that things are counted in, or a named group of such places."""

    table: ClassVar[str] = "areas"

    id: str = column.identifier()
    name: Text = column.translated(required=True)
    where: Text = column.translated()
    """The name as a sentence needs it: "in Kraków", "w Krakowie"."""
    kind: Literal["estate", "part", "district", "city", "group"] = column.choice(None)
    parent: str = column.ref("areas")
    groups: tuple[str, ...] = column.refs("areas")
    code: str = column.text()
    aliases: str = column.text()
    """Other spellings met in files, separated by ``|``."""
    note: Text = column.translated()
    locator: str = column.text()


class Source(Row):
    """Where figures come from: a table, a figure or the prose of a document, a register, a study."""

    table: ClassVar[str] = "sources"

    id: str = column.identifier()
    title: Text = column.translated(required=True)
    kind: Literal["document", "table", "figure", "prose", "study", "register", "survey"] = column.choice(None)
    part_of: str = column.ref("sources")
    publisher: Text = column.translated()
    year: int | None = column.integer()
    """Year of publication; says nothing of the period the figures are about."""
    url: str = column.url()
    licence: Text = column.translated()
    note: Text = column.translated()
    locator: str = column.text()


class Theme(Row):
    """A subject that barriers and indicators are sorted by."""

    table: ClassVar[str] = "themes"

    id: str = column.identifier()
    name: Text = column.translated(required=True)
    sensitive: bool = column.flag()
    """Small numbers of people in its indicators are hidden, also where an indicator does not say below what."""


class Objective(Row):
    """One objective of the programme."""

    table: ClassVar[str] = "objectives"

    id: str = column.identifier()
    number: int | None = column.integer(required=True, minimum=1)
    name: Text = column.translated(required=True)
    short: Text = column.translated(required=True)
    """A few words for headings and charts."""
    locator: str = column.text()


class Indicator(Row):
    """What is measured, in which unit, and which way is good."""

    table: ClassVar[str] = "indicators"

    id: str = column.identifier()
    code: str = column.text()
    """The label the programme's document gives it."""
    name: Text = column.translated(required=True)
    short: Text = column.translated()
    kind: Literal["context", "result", "output", "process"] = column.choice(None)
    objective: str = column.ref("objectives")
    challenge: str = column.ref("challenges")
    theme: str = column.ref("themes")
    measure: Measure = column.choice(None)
    """``proportion``: persons of persons, ``rate``: events by persons, ``mean``, ``density``; ``score``: a grade on a
    described scale; ``count``, ``money`` and ``fact`` depend on an area's size or nature.  The last four are never
    compared between areas."""
    unit: Text = column.translated()
    per: float | None = column.number(minimum=0)
    """What a proportion or rate is given per: 100 for percent, 1000 for "per 1,000 residents"."""
    direction: Direction = column.choice("neither")
    decimals: int | None = column.integer(minimum=0, maximum=6)
    minimum: float | None = column.number()
    maximum: float | None = column.number()
    definition: Text = column.translated()
    numerator: Text = column.translated()
    denominator: Text = column.translated()
    frequency: Literal["", "once", "yearly", "quarterly", "monthly", "irregular"] = column.choice()
    owner: str = column.ref("institutions")
    """Who supplies the values."""
    hide_below: int | None = column.integer(minimum=3)
    """Counts of people from 1 up to below this are not shown to readers."""
    unit_kind: UnitKind = column.choice()
    """Whom or what it counts; empty: people for a proportion, money for money, else something other."""
    part_of: str = column.ref("indicators")
    """The indicator that counts the whole of which this one counts or shares out a part."""
    same_as: str = column.ref("indicators")
    """The indicator whose measurements this one shares: one series, shown in two places."""
    position: int | None = column.integer()
    question: Text = column.translated()
    """What people were asked, where the indicator comes from a survey."""
    beside: str = column.ref("indicators")
    """The indicator to be read beside this one: what is recorded beside what is felt."""
    due_after: int | None = column.integer(minimum=0)
    """So many days after a period's end its value is due; empty: as soon as the period is over."""
    suitability: Suitability = column.choice()
    """Whether it measures what it is meant to; ``remark`` says why not."""
    remark: Text = column.translated()
    aliases: str = column.text()
    locator: str = column.text()


class ClassBreak(Row):
    """One class of a map or table that gives values only as ranges."""

    table: ClassVar[str] = "class_breaks"
    key: ClassVar[tuple[str, ...]] = ("indicator", "position")

    indicator: str = column.ref("indicators", required=True)
    position: int | None = column.integer(required=True)
    lower: float | None = column.number(required=True)
    upper: float | None = column.number(required=True)
    source: str = column.ref("sources")
    locator: str = column.text()


class Target(Row):
    """What an indicator is to reach, from which baseline, by when; or that nobody has said so yet."""

    table: ClassVar[str] = "targets"
    key: ClassVar[tuple[str, ...]] = ("indicator", "area")

    indicator: str = column.ref("indicators", required=True)
    area: str = column.ref("areas", required=True)
    state: TargetState = column.choice(None)
    operator: Operator = column.choice()
    value: float | None = column.number()
    upper: float | None = column.number()
    """The upper end of a band; ``value`` is its lower end."""
    period: str = column.period()
    every: Literal["", "year"] = column.choice()
    """Set where the target is to be met anew in every such period."""
    baseline_value: float | None = column.number()
    baseline_period: str = column.period()
    why: Text = column.translated()
    source: str = column.ref("sources")
    locator: str = column.text()
    hidden: str = column.text()
    """The columns, with spaces between, whose numbers are not shown so that no one can be recognised."""


class Assessment(Row):
    """A status that a named person gave an indicator by hand, with the reason."""

    table: ClassVar[str] = "assessments"
    key: ClassVar[tuple[str, ...]] = ("indicator", "area")

    indicator: str = column.ref("indicators", required=True)
    area: str = column.ref("areas", required=True)
    status: ManualStatus = column.choice(None)
    author: str = column.text(required=True)
    why: Text = column.translated(required=True)
    decided: datetime.date | None = column.date(required=True)


class Action(Row):
    """Something the programme does to reach an objective."""

    table: ClassVar[str] = "actions"

    id: str = column.identifier()
    code: str = column.text()
    name: Text = column.translated(required=True)
    objective: str = column.ref("objectives")
    indicators: tuple[str, ...] = column.refs("indicators")
    state: ActionState = column.choice(None)
    to_verify: bool = column.flag()
    """The source itself asks for its statement to be checked."""
    responsible: str = column.ref("institutions")
    partners: tuple[str, ...] = column.refs("institutions")
    same_as: str = column.ref("actions")
    note: Text = column.translated()
    locator: str = column.text()
