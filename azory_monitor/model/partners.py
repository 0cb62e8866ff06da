"""Who takes part, what ties them, what they have, and what pays for it."""

from typing import ClassVar, Literal

from azory_monitor.model import column
from azory_monitor.model.row import Row, Text


class Institution(Row):
    """An institution, organisation or group of people that takes part or is named as one that should."""

    table: ClassVar[str] = "institutions"

    id: str = column.identifier()
    name: Text = column.translated(required=True)
    short: Text = column.translated()
    kind: Literal["municipal", "public", "ngo", "private", "education", "residents", "expert", "programme"] = (
        column.choice(None)
    )
    part_of: str = column.ref("institutions")
    aliases: str = column.text()
    role: Text = column.translated()
    supplies: Text = column.translated()
    """What figures it could hand in."""
    group_member: Literal["", "member", "invited", "missing"] = column.choice()
    """Its place in the local group; ``missing``: named as one that should have been there."""
    decides: bool = column.flag()
    """Whether it takes decisions that the programme waits for."""
    joined: str = column.period()
    left: str = column.period()
    locator: str = column.text()


class Tie(Row):
    """What binds two institutions besides the events they run together: an agreement, or people who know each other."""

    table: ClassVar[str] = "ties"
    key: ClassVar[tuple[str, ...]] = ("institution", "other")

    institution: str = column.ref("institutions", required=True)
    other: str = column.ref("institutions", required=True)
    kind: Literal["formal", "informal"] = column.choice(None)
    about: Text = column.translated()
    since: str = column.period()
    until: str = column.period()
    locator: str = column.text()


class Resource(Row):
    """Something an institution can bring in, or that is looked for: premises, people, skills, equipment."""

    table: ClassVar[str] = "resources"

    id: str = column.identifier()
    name: Text = column.translated(required=True)
    kind: Literal["premises", "people", "skills", "equipment", "other"] = column.choice(None)
    institution: str = column.ref("institutions")
    """Who has it; empty: it is looked for."""
    state: Literal["available", "shared", "needed", "lost"] = column.choice(None)
    amount: float | None = column.number(minimum=0)
    unit: Text = column.translated()
    actions: tuple[str, ...] = column.refs("actions")
    note: Text = column.translated()
    locator: str = column.text()


class Funding(Row):
    """Money or work in kind for something the programme does, from the first draft of an application on."""

    table: ClassVar[str] = "funding"

    id: str = column.identifier()
    name: Text = column.translated(required=True)
    """What it pays for."""
    origin: Text = column.translated()
    """The fund, call or budget it comes from, as it is called; entries with one origin are one source."""
    funder: str = column.ref("institutions")
    kind: Literal[
        "municipal", "participatory_budget", "state", "eu", "sponsor", "own_income", "in_kind", "partnership", "other"
    ] = column.choice(None)
    novelty: Literal["", "new", "traditional"] = column.choice()
    """Whether the programme had not used this source before."""
    state: Literal["idea", "prepared", "sent", "funded", "not_funded", "ended"] = column.choice(None)
    amount: float | None = column.number(minimum=0)
    currency: str = column.text()
    sent: str = column.period()
    decided: str = column.period()
    covers_from: str = column.period()
    covers_to: str = column.period()
    cost: Literal["", "running", "one_off"] = column.choice()
    resubmits: str = column.ref("funding")
    """The earlier application that this one puts in again."""
    applicants: tuple[str, ...] = column.refs("institutions")
    actions: tuple[str, ...] = column.refs("actions")
    note: Text = column.translated()
    locator: str = column.text()
