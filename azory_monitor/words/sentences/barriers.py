"""What stands in the way, in words: each barrier, how old they are, what changed, what nobody has looked at."""

from collections import Counter
from collections.abc import Sequence

from azory_monitor.model.hindrance import Age, Change, Hindrance, HindranceChange, HindranceChanges
from azory_monitor.model.state import Programme
from azory_monitor.words.names import name_of
from azory_monitor.words.speaker import Speaker

CHANGES: tuple[Change, ...] = (
    "opened", "reopened", "closed", "eased", "reviewed", "entered", "changed", "withdrawn",
)  # fmt: skip
"""The order in which changes are counted up."""


AGES: tuple[Age, ...] = ("years", "year", "months", "fresh", "unknown")
"""The oldest first."""


_YEAR, _LONG = 365.25, 2
"""Days of a year; from so many full years on, years are told."""


def hindrance_sentence(speaker: Speaker, programme: Programme, hindrance: Hindrance) -> str:
    """One barrier: its state, since when, whether its review is due, which decision it waits for."""
    barrier = programme.barriers[hindrance.barrier]
    state, age = speaker.label("choice.state", hindrance.state), age_phrase(speaker, programme, hindrance)
    facts = (state, age, review_phrase(speaker, hindrance))
    said = speaker.sentence(
        "hindrance.sentence",
        title=speaker.text(barrier.title),
        facts="; ".join(filter(None, facts)),
    )
    if not hindrance.asked:
        return said
    decision = speaker.ended(speaker.text(barrier.decision))
    return " ".join(
        [said, speaker.sentence("hindrance.asked", whose=_whose(speaker, programme, hindrance), decision=decision)]
    )


def hindrance_facts(speaker: Speaker, programme: Programme, hindrance: Hindrance) -> list[str]:
    """Since when it has stood where that is known, and how late its review is."""
    age = "" if hindrance.age_days is None else age_phrase(speaker, programme, hindrance)
    return [*filter(None, (age, review_phrase(speaker, hindrance)))]


def age_phrase(speaker: Speaker, programme: Programme, hindrance: Hindrance) -> str:
    """Since when and for how long; for one that is over how long it stood."""
    if hindrance.age_days is None:
        return speaker.say("hindrance.age.unknown")
    length = _length(speaker, hindrance.age_days, hindrance.qualifier or "exact")
    if hindrance.state == "closed":
        return speaker.say("hindrance.age.over", length=length)
    since = speaker.period_since(programme.barriers[hindrance.barrier].opened)
    return speaker.say("hindrance.age.since", since=since, length=length)


def _length(speaker: Speaker, days: int, qualifier: str) -> str:
    """Days, and of what has stood for long the full years, which are certain."""
    years = int(days / _YEAR)
    if years < _LONG:
        return speaker.count(f"hindrance.days.{qualifier}", days)
    return speaker.count("hindrance.years", years)


def review_phrase(speaker: Speaker, hindrance: Hindrance) -> str:
    """How late the review is; empty where it is not."""
    return "" if hindrance.overdue_days is None else speaker.count("hindrance.overdue", hindrance.overdue_days)


def age_summary(speaker: Speaker, hindrances: Sequence[Hindrance]) -> str:
    """Of how many barriers that stand it is known since when."""
    standing = [one for one in hindrances if one.state != "closed"]
    known = [one for one in standing if one.age_days is not None]
    if not standing:
        return speaker.sentence("hindrance.none_standing")
    if not known:
        return speaker.ended(speaker.count("hindrance.ages_unknown", len(standing)))
    return speaker.ended(speaker.count("hindrance.ages_known", len(standing), known=speaker.number(len(known))))


def age_counts(speaker: Speaker, hindrances: Sequence[Hindrance]) -> list[str]:
    """How many barriers that stand have stood for how long, the oldest first; nothing where it is known of none."""
    counts = Counter(one.age for one in hindrances if one.state != "closed")
    if not set(counts) - {"unknown"}:
        return []
    return [
        speaker.say("hindrance.age_count", age=speaker.label("age", age), count=speaker.number(counts[age]))
        for age in AGES
        if counts[age]
    ]


def overdue_summary(speaker: Speaker, programme: Programme, hindrances: Sequence[Hindrance]) -> str:
    """How many reviews are late; where none is, how many barriers that stand have a review planned at all."""
    late = [one for one in hindrances if one.overdue]
    if late:
        return speaker.ended(speaker.count("hindrance.reviews_late", len(late)))
    standing = [one for one in hindrances if one.state != "closed"]
    planned = [one for one in standing if programme.barriers[one.barrier].next_review]
    return speaker.ended(speaker.count("hindrance.reviews_planned", len(planned), all=speaker.number(len(standing))))


def changes_summary(speaker: Speaker, programme: Programme, found: HindranceChanges) -> str:
    """Since when, and how many barriers were opened, closed, reviewed or otherwise changed; each is counted once."""
    since = speaker.period_since(found.since.isoformat())
    start = speaker.say(f"hindrance.since.{'meeting' if found.meeting else 'day'}", since=since)
    counts = Counter(one.what[0] for one in found.changes)
    parts = [speaker.count(f"count_change.{what}", counts[what]) for what in CHANGES if counts[what]]
    said = (
        speaker.say("hindrance.changed", start=start, parts=speaker.join(parts))
        if parts
        else speaker.say("hindrance.unchanged", start=start)
    )
    told = [speaker.ended(said)]
    if found.compared_with is None:
        told.append(speaker.sentence("hindrance.by_dates_only"))
    return " ".join(told)


def change_phrase(speaker: Speaker, change: HindranceChange) -> str:
    """What happened to one barrier."""
    return speaker.join(speaker.label("change", what) for what in change.what)


def _whose(speaker: Speaker, programme: Programme, hindrance: Hindrance) -> str:
    if not hindrance.decides:
        return speaker.say("hindrance.nobody")
    return name_of(speaker, programme, "institutions", hindrance.decides)
