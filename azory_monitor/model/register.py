"""What happens on the estate, what stands in the way and what was learned."""

from typing import ClassVar, Literal

from azory_monitor.model import column
from azory_monitor.model.row import Row, Text

Qualifier = Literal["", "about", "less_than", "more_than", "at_most", "at_least"]


class Activity(Row):
    """A dated event: a meeting, a feast, a campaign, an opening."""

    table: ClassVar[str] = "activities"

    id: str = column.identifier()
    date: str = column.period(required=True)
    """A day, a month, a year or ``undated``."""
    kind: Literal[
        "group_meeting", "feast", "campaign", "training", "patrol", "assistance", "consultation", "seminar",
        "opening", "application", "meeting", "mapping", "decision", "goal_change", "small_step", "other",
    ] = column.choice(None)  # fmt: skip
    level: Literal["", "inform", "consult", "involve", "collaborate", "empower"] = column.choice()
    """How much say a consultation gives: the IAP2 spectrum of public participation (2018)."""
    title: Text = column.translated(required=True)
    state: Literal["held", "under_way", "planned", "unknown"] = column.choice(None)
    place: Text = column.translated()
    number: int | None = column.integer(minimum=1)
    """Its number in a counted series, such as the meetings of the local group."""
    planned: str = column.period()
    """When it was to happen, where that differs from when it did."""
    organisers: tuple[str, ...] = column.refs("institutions")
    partners: tuple[str, ...] = column.refs("institutions")
    """Who ran it with them."""
    present: tuple[str, ...] = column.refs("institutions")
    """Who else came."""
    initiator: Literal["", "resident", "ngo", "institution", "municipality"] = column.choice()
    """Whose idea it was."""
    participants: float | None = column.number(minimum=0)
    qualifier: Qualifier = column.choice()
    children: float | None = column.number(minimum=0)
    """How many of the participants are children."""
    counted: Literal["", "people", "visits"] = column.choice()
    """``people``: different persons over a longer time, never added up; ``visits`` may be; empty: of one event."""
    participant_types: Text = column.translated()
    target_group: Text = column.translated()
    channels: Text = column.translated()
    """How people heard of it."""
    same_as: str = column.ref("activities")
    """The entry of the same event, where two of them were made: it is counted once."""
    actions: tuple[str, ...] = column.refs("actions")
    url: str = column.url()
    note: Text = column.translated()
    locator: str = column.text()
    hidden: str = column.text()
    """The columns, with spaces between, whose numbers are not shown so that no one can be recognised."""


class Link(Row):
    """An address or file that the programme's document attaches to an action."""

    table: ClassVar[str] = "links"

    id: str = column.identifier()
    title: Text = column.translated(required=True)
    url: str = column.url()
    actions: tuple[str, ...] = column.refs("actions")
    note: Text = column.translated()
    locator: str = column.text()


class Barrier(Row):
    """Something that stands in the way: a barrier met, a weakness, a concern, a threat."""

    table: ClassVar[str] = "barriers"

    id: str = column.identifier()
    title: Text = column.translated(required=True)
    description: Text = column.translated()
    kind: Literal["barrier", "weakness", "concern", "threat"] = column.choice(None)
    theme: str = column.ref("themes", required=True)
    state: Literal["open", "eased", "closed"] = column.choice("open")
    severity: Literal["", "low", "medium", "high"] = column.choice()
    owner: str = column.ref("institutions")
    opened: str = column.period()
    reviewed: str = column.period()
    next_review: str = column.period()
    closed: str = column.period()
    closed_why: Text = column.translated()
    actions: tuple[str, ...] = column.refs("actions")
    indicators: tuple[str, ...] = column.refs("indicators")
    challenge: str = column.ref("challenges")
    key_action: str = column.ref("key_actions")
    decision: Text = column.translated()
    """What decision would remove it."""
    decides: str = column.ref("institutions")
    """Who is asked for that decision."""
    locator: str = column.text()


class Proposal(Row):
    """What was proposed, planned or done against barriers."""

    table: ClassVar[str] = "proposals"

    id: str = column.identifier()
    name: Text = column.translated(required=True)
    state: Literal["proposed", "planned", "done"] = column.choice(None)
    barriers: tuple[str, ...] = column.refs("barriers")
    challenge: str = column.ref("challenges")
    key_action: str = column.ref("key_actions")
    locator: str = column.text()


class Challenge(Row):
    """An implementation challenge that the programme's network defined."""

    table: ClassVar[str] = "challenges"

    id: str = column.identifier()
    number: int | None = column.integer(required=True)
    name: Text = column.translated(required=True)
    short: Text = column.translated(required=True)
    locator: str = column.text()


class KeyAction(Row):
    """One of the few actions whose challenges were worked through in depth."""

    table: ClassVar[str] = "key_actions"

    id: str = column.identifier()
    number: int | None = column.integer(required=True)
    name: Text = column.translated(required=True)
    main_barrier: Text = column.translated()
    actions: tuple[str, ...] = column.refs("actions")
    locator: str = column.text()


class Response(Row):
    """One cell of the matrix of key actions by challenges; an empty text is an empty cell of the source."""

    table: ClassVar[str] = "responses"
    key: ClassVar[tuple[str, ...]] = ("key_action", "challenge")

    key_action: str = column.ref("key_actions", required=True)
    challenge: str = column.ref("challenges", required=True)
    baseline: Text = column.translated()
    barriers: Text = column.translated()
    answer: Text = column.translated()
    locator: str = column.text()


class Question(Row):
    """A question put to partner cities, or a suggestion they gave, with the use made of it."""

    table: ClassVar[str] = "questions"

    id: str = column.identifier()
    key_action: str = column.ref("key_actions", required=True)
    kind: Literal["question", "suggestion"] = column.choice(None)
    name: Text = column.translated(required=True)
    use_made: Text = column.translated()
    locator: str = column.text()


class Finding(Row):
    """An asset, resource, strength, weakness or threat that the diagnosis names."""

    table: ClassVar[str] = "findings"

    id: str = column.identifier()
    kind: Literal["asset", "resource", "strength", "weakness", "threat"] = column.choice(None)
    name: Text = column.translated(required=True)
    challenge: str = column.ref("challenges")
    barrier: str = column.ref("barriers")
    """The entry of the barrier register that follows this weakness or threat up."""
    locator: str = column.text()


class Outcome(Row):
    """An outcome the programme reports, with the actions and objectives it maps to."""

    table: ClassVar[str] = "outcomes"

    id: str = column.identifier()
    number: int | None = column.integer(required=True)
    name: Text = column.translated(required=True)
    actions: tuple[str, ...] = column.refs("actions")
    objectives: tuple[str, ...] = column.refs("objectives")
    note: Text = column.translated()
    locator: str = column.text()


class Lesson(Row):
    """A lesson learned or a hint for other cities."""

    table: ClassVar[str] = "lessons"

    id: str = column.identifier()
    kind: Literal["lesson", "hint"] = column.choice(None)
    heading: Text = column.translated()
    name: Text = column.translated(required=True)
    locator: str = column.text()


class Term(Row):
    """A term of the field in each language, with what it means here."""

    table: ClassVar[str] = "glossary"

    id: str = column.identifier()
    term: Text = column.translated(required=True)
    aliases: str = column.text()
    """Other names it is looked for by, in any language, separated by ``|``."""
    meaning: Text = column.translated(required=True)
    position: int | None = column.integer()
