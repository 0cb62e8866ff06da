"""Every definition and register row of one state, looked up by id."""

from dataclasses import dataclass, field
from functools import cached_property

from azory_monitor.model.derivation import Derivation
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
from azory_monitor.model.yardstick import Break, Grade, IndexPart, Milestone, SituationIndex, Standard


@dataclass(frozen=True)
class Programme:
    """All tables but the measurements, each by row id (rows without one: by their key joined with a space)."""

    profile: Profile
    sources: dict[str, Source] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)
    institutions: dict[str, Institution] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    objectives: dict[str, Objective] = field(default_factory=dict)
    challenges: dict[str, Challenge] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    class_breaks: dict[str, ClassBreak] = field(default_factory=dict)
    targets: dict[str, Target] = field(default_factory=dict)
    assessments: dict[str, Assessment] = field(default_factory=dict)
    standards: dict[str, Standard] = field(default_factory=dict)
    breaks: dict[str, Break] = field(default_factory=dict)
    grades: dict[str, Grade] = field(default_factory=dict)
    indices: dict[str, SituationIndex] = field(default_factory=dict)
    index_parts: dict[str, IndexPart] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    activities: dict[str, Activity] = field(default_factory=dict)
    milestones: dict[str, Milestone] = field(default_factory=dict)
    derivations: dict[str, Derivation] = field(default_factory=dict)
    ties: dict[str, Tie] = field(default_factory=dict)
    resources: dict[str, Resource] = field(default_factory=dict)
    funding: dict[str, Funding] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    key_actions: dict[str, KeyAction] = field(default_factory=dict)
    barriers: dict[str, Barrier] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    responses: dict[str, Response] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    findings: dict[str, Finding] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    lessons: dict[str, Lesson] = field(default_factory=dict)
    glossary: dict[str, Term] = field(default_factory=dict)
    publishers: dict[str, Publisher] = field(default_factory=dict)

    @property
    def area(self) -> Area:
        """The area that the programme is for."""
        return self.areas[self.profile.areas[0]]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the programme's own name is given in."""
        return tuple(self.profile.name)

    def series_of(self, indicator: str) -> str:
        """The indicator under which the measurements stand: another one's, where the series is shared."""
        return self.indicators[indicator].same_as or indicator

    def benchmarks_of(self, area: str) -> tuple[str, ...]:
        """What an area is compared with: its groups, then the areas it lies in, nearest first."""
        found = list(self.areas[area].groups)
        inside = self.areas[area].parent
        while inside:
            found.append(inside)
            inside = self.areas[inside].parent
        return tuple(found)

    def members_of(self, group: str) -> tuple[str, ...]:
        """The areas of a group, in the order of the table."""
        return self._members.get(group, ())

    @cached_property
    def _members(self) -> dict[str, tuple[str, ...]]:
        """The members of every group: each comparison asks for some, and a city may have thousands of areas."""
        found: dict[str, dict[str, None]] = {}
        for area in self.areas.values():
            for group in area.groups:
                found.setdefault(group, {})[area.id] = None
        return {group: tuple(members) for group, members in found.items()}

    def actions_of(self, indicator: str) -> list[Action]:
        """The actions that are to move an indicator."""
        return [action for action in self.actions.values() if indicator in action.indicators]

    def activities_of(self, indicator: str) -> list[Activity]:
        """What happened for the sake of an indicator: the events of the actions that are to move it."""
        actions = {action.id for action in self.actions_of(indicator)}
        return [activity for activity in self.activities.values() if actions & set(activity.actions)]

    def lies_in(self, area: str, other: str) -> bool:
        """Whether an area is a part of another."""
        inside = self.areas[area].parent
        while inside and inside != other:
            inside = self.areas[inside].parent
        return inside == other
