"""How good the figures are, in words: what can be followed, what is owed, what has come in, what looks odd."""

from collections import Counter
from collections.abc import Sequence

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.quality import Coverage, Due, Need, Outlier, Readiness, Unscheduled
from azory_monitor.model.state import Programme
from azory_monitor.words.names import coded_name, indicator_name, name_of, subject, where
from azory_monitor.words.numbers import places
from azory_monitor.words.speaker import Speaker

NAMED = 3
"""So many of the most frequent gaps are named."""

THERE = ("in", "in_late", "hidden")
"""States of a period whose value has come in."""


def readiness_sentence(speaker: Speaker, programme: Programme, one: Readiness) -> str:
    """What an indicator still lacks to be followed and read."""
    name = coded_name(speaker, programme, one.indicator)
    if one.ready:
        return speaker.sentence("readiness.ready", name=name)
    return speaker.sentence("readiness.lacking", name=name, lacks=lacks_phrase(speaker, one.lacks))


def lacks_phrase(speaker: Speaker, lacks: Sequence[Need]) -> str:
    """What is lacking, as a list that follows "it lacks"."""
    return speaker.join(speaker.label("lack", need) for need in lacks)


def readiness_headline(speaker: Speaker, programme: Programme, results: Sequence[Readiness]) -> str:
    """How many indicators of the programme, and of those that describe the context, can be followed and read."""
    of_context = [one for one in results if programme.indicators[one.indicator].kind == "context"]
    own = [one for one in results if one not in of_context]
    said = [_ready(speaker, "readiness.headline", own), _ready(speaker, "readiness.context", of_context)]
    return " ".join(filter(None, said)) or speaker.sentence("readiness.nothing")


def _ready(speaker: Speaker, key: str, results: Sequence[Readiness]) -> str:
    ready = sum(one.ready for one in results)
    if not results:
        return ""
    return speaker.ended(speaker.count(key if ready else f"{key}_none", len(results), ready=speaker.number(ready)))


def readiness_gaps(speaker: Speaker, results: Sequence[Readiness]) -> str:
    """What is missing most often, with how many indicators lack it; empty where nothing is."""
    counted = Counter(need for one in results for need in one.lacks)
    most = [speaker.say("readiness.gap", lack=speaker.label("lack", need), n=speaker.number(n)) for need, n in
            counted.most_common(NAMED)]  # fmt: skip
    return speaker.sentence("readiness.gaps", gaps=speaker.join(most)) if most else ""


def due_sentence(speaker: Speaker, programme: Programme, due: Due) -> str:
    """One value that is owed: of what, for when, by which day, how late, and what is known so far."""
    said = speaker.count(
        f"due.{due.state}",
        due.days_late,
        name=indicator_name(speaker, programme, due.indicator),
        where=where(speaker, programme, due.area),
        period=speaker.period(due.period),
        by=speaker.period_end(due.due_on.isoformat()),
    )
    return " ".join(filter(None, (speaker.ended(said), _earlier(speaker, due))))


def _earlier(speaker: Speaker, due: Due) -> str:
    if not due.earlier:
        return ""
    since = speaker.period_since(due.since)
    return speaker.ended(speaker.count("due.earlier", due.earlier, since=since))


def due_headline(speaker: Speaker, programme: Programme, dues: Sequence[Due]) -> str:
    """How many values of periods that are over are owed, and by whom: "5 values are owed: MOPS 4 (2 late) …"."""
    over = [due for due in dues if due.state != "coming"]
    if not over:
        return speaker.sentence("due.nothing")
    owners = dict.fromkeys(due.owner for due in over)
    told = [_owed(speaker, programme, owner, [due for due in over if due.owner == owner]) for owner in owners]
    return speaker.ended(speaker.count("due.headline", values_owed(over), owners="; ".join(told)))


def values_owed(dues: Sequence[Due]) -> int:
    """How many values are owed, those counted on others included."""
    return sum(1 + due.earlier for due in dues if due.state != "coming")


def owner_name(speaker: Speaker, programme: Programme, owner: str) -> str:
    """Who owes a value; plainly that nobody was named where nobody was."""
    return name_of(speaker, programme, "institutions", owner) if owner else speaker.say("due.nobody")


def _owed(speaker: Speaker, programme: Programme, owner: str, dues: Sequence[Due]) -> str:
    late = values_owed([due for due in dues if due.state == "late"])
    n = values_owed(dues)
    key = "due.owner_all_late" if late == n else "due.owner_late" if late else "due.owner"
    name = owner_name(speaker, programme, owner)
    return speaker.count(key, n, owner=name, late=speaker.number(late))


def last_known(speaker: Speaker, programme: Programme, row: Measurement | None) -> str:
    """The last value with its period; its counts where it has only those, and plainly so where it is hidden."""
    if row is None:
        return speaker.say("cell.missing")
    parts = [speaker.number(count) for count in (row.numerator, row.denominator) if count is not None]
    if row.status == "hidden":
        value = speaker.say("cell.hidden")
    elif row.value is None and len(parts) == 2:
        value = speaker.say("coverage.of", part=parts[0], whole=parts[1])
    else:
        value = speaker.value(row.value, programme.indicators[row.indicator], row.qualifier)
    return speaker.say("template.last_value", value=value, period=speaker.period(row.period))


def unscheduled_sentence(speaker: Speaker, found: Sequence[Unscheduled]) -> str:
    """For how many indicators nobody agreed how often they are measured; empty where all have been agreed."""
    indicators = {one.indicator for one in found if not one.frequency}
    return speaker.ended(speaker.count("due.unscheduled", len(indicators))) if indicators else ""


def coverage_sentence(speaker: Speaker, programme: Programme, one: Coverage) -> str:
    """How many of a series' values have come in, how many of them in time, and which are missing."""
    said = [speaker.sentence(
        "coverage.sentence",
        name=indicator_name(speaker, programme, one.indicator),
        where=where(speaker, programme, one.area),
        there=came_in(speaker, [one]),
    )]  # fmt: skip
    missing = [speaker.period(cell.period) for cell in one.cells if cell.state == "late"]
    return " ".join([*said, *_timely(speaker, [one]), *_missing(speaker, missing)])


def coverage_headline(speaker: Speaker, results: Sequence[Coverage]) -> str:
    """The same of all series together."""
    if not any(one.complete is not None for one in results):
        return speaker.sentence("coverage.nothing")
    return " ".join(
        [speaker.sentence("coverage.headline", there=came_in(speaker, results)), *_timely(speaker, results)]
    )


def came_in(speaker: Speaker, results: Sequence[Coverage]) -> str:
    """So many of so many values that were owed so far: "3 of 4"."""
    states = [cell.state for one in results for cell in one.cells if cell.state not in ("due", "not_due")]
    there = sum(state in THERE for state in states)
    return speaker.say("coverage.of", part=speaker.number(there), whole=speaker.number(len(states)))


def came_in_time(speaker: Speaker, results: Sequence[Coverage]) -> str:
    """So many of so many values whose day of arrival is known; empty where it is known of none."""
    known = [cell for one in results for cell in one.cells if cell.received is not None]
    timely = sum(not cell.days_late for cell in known)
    whole = speaker.number(len(known))
    return speaker.say("coverage.of", part=speaker.number(timely), whole=whole) if known else ""


def _timely(speaker: Speaker, results: Sequence[Coverage]) -> list[str]:
    timely = came_in_time(speaker, results)
    return [speaker.sentence("coverage.timely", timely=timely)] if timely else []


def _missing(speaker: Speaker, periods: Sequence[str]) -> list[str]:
    return [speaker.sentence("coverage.missing", periods=", ".join(periods))] if periods else []


def outlier_sentence(speaker: Speaker, programme: Programme, one: Outlier) -> str:
    """A value, the one before it, and what may be wrong with it."""
    row = one.measurement
    return " ".join(
        [
            speaker.sentence(
                "outlier.sentence",
                subject=subject(speaker, indicator_name(speaker, programme, row.indicator), row.period),
                where=where(speaker, programme, row.area),
                value=as_printed(speaker, programme, one, one.value),
                before=as_printed(speaker, programme, one, one.before_value),
                period=speaker.period_phrase(one.before.period),
            ),
            speaker.sentence(f"outlier.{slip(one)}", factor=speaker.number(one.factor)),
        ]
    )


def slip(one: Outlier) -> str:
    """Which of the three remarks a value gets: ``more``, ``less`` (by a likely slip) or ``far``."""
    return ("more" if abs(one.value) > abs(one.before_value) else "less") if one.factor else "far"


def as_printed(speaker: Speaker, programme: Programme, one: Outlier, value: float) -> str:
    """A value in its unit, with as many decimals as it has, for a slip of the decimal mark hides behind rounding."""
    decimals = min(places(value), 4)
    return speaker.value(value, programme.indicators[one.measurement.indicator], decimals=decimals)
