"""Every table of the data package, in the order in which one may be checked against those before it."""

from azory_monitor.model.derivation import Derivation
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.partners import Funding, Institution, Resource, Tie
from azory_monitor.model.programme import (
    Action,
    Area,
    Assessment,
    ClassBreak,
    Indicator,
    Objective,
    Profile,
    Source,
    Target,
    Theme,
)
from azory_monitor.model.publisher import Publisher
from azory_monitor.model.register import (
    Activity,
    Barrier,
    Challenge,
    Finding,
    KeyAction,
    Lesson,
    Link,
    Outcome,
    Proposal,
    Question,
    Response,
    Term,
)
from azory_monitor.model.row import Row
from azory_monitor.model.yardstick import Break, Grade, IndexPart, Milestone, SituationIndex, Standard

_ORDER: tuple[type[Row], ...] = (
    Profile, Source, Area, Institution, Theme, Objective, Challenge, Indicator, ClassBreak, Target, Assessment,
    Standard, Break, Grade, SituationIndex, IndexPart, Action, Activity, Milestone, Derivation, Tie, Resource,
    Funding, Link, KeyAction, Barrier, Proposal, Response, Question, Finding, Outcome, Lesson, Term, Publisher,
    Measurement,
)  # fmt: skip

OURS = "Azory Monitor"
"""Stands in the heading of a column that the monitor itself adds to a file: for people, never read back."""

TABLES: dict[str, type[Row]] = {row.table: row for row in _ORDER}
