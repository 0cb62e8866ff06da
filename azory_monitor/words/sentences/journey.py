"""The journey in words: how long it is, when the group last met, what became of an entry."""

from collections import Counter
from collections.abc import Callable, Sequence

from azory_monitor.model.chronicle import Entry, Happening, Journey
from azory_monitor.model.descriptor import UNDATED
from azory_monitor.model.register import Activity
from azory_monitor.model.state import Programme
from azory_monitor.words.names import coded_name, name_of
from azory_monitor.words.sentences.outlook import target_change_sentence
from azory_monitor.words.speaker import Speaker

MONTH, YEAR = 30.4375, 365.25
"""Days of a mean month and a mean year."""
AGO = {"days": 1, "months": MONTH, "years": YEAR}
GROUPS: dict[Happening, str] = {
    "happened": "done",
    "going_on": "done",
    "ahead": "planned",
    "no_day": "planned",
    "not_recorded": "not_recorded",
    "not_known": "not_known",
}
"""What is counted and drawn alike."""
LONG, LONGER = 60, 730
"""From so many days on they are told in months, and then in years."""


def journey_headline(speaker: Speaker, journey: Journey) -> str:
    """How many entries there are, from when to when, and the meetings of the local group."""
    if not journey.entries:
        return speaker.sentence("journey.nothing")
    n = len(journey.entries)
    if not journey.first:
        counted = speaker.count("journey.entries_undated", n)
    else:
        key = "journey.entries_some" if any(not entry.year for entry in journey.entries) else "journey.entries"
        counted = speaker.count(key, n, span=_span(speaker, journey.first[:4], journey.last[:4]))
    return f"{counted} {speaker.ended(_met(speaker, journey))}"


def journey_lead(speaker: Speaker, journey: Journey) -> str:
    """What is left open: entries without a date, plans without a word since, entries of no action."""
    asked: dict[str, Callable[[Entry], bool]] = {
        "undated": is_undated,
        "not_recorded": lambda entry: entry.happening == "not_recorded",
        "no_day": lambda entry: entry.happening == "no_day",
        "ahead": lambda entry: entry.happening == "ahead",
        "dated_ahead": lambda entry: entry.dated_ahead,
        "unlinked": lambda entry: entry.what == "activity" and not entry.actions,
    }
    counts = {key: sum(map(is_so, journey.entries)) for key, is_so in asked.items()}
    return " ".join(speaker.count(f"journey.{key}", n) for key, n in counts.items() if n)


def entries_headline(speaker: Speaker, entries: Sequence[Entry]) -> str:
    """How many entries there are, and what became of them: "9 entries: 6 happened or are under way, 3 are planned."."""
    if not entries:
        return speaker.sentence("journey.nothing")
    counts = Counter(GROUPS[entry.happening] for entry in entries)
    parts = [
        speaker.count(f"journey.part.{group}", counts[group])
        for group in dict.fromkeys(GROUPS.values())
        if counts[group]
    ]
    return speaker.ended(speaker.count("journey.counted", len(entries), parts=", ".join(parts)))


def is_undated(entry: Entry) -> bool:
    """Whether it happened, or goes on, and nobody said when; a plan without a date is told as such."""
    return entry.date == UNDATED


def entry_title(speaker: Speaker, programme: Programme, entry: Entry) -> str:
    """What an entry is called."""
    if entry.change:
        return speaker.say("journey.change", indicator=coded_name(speaker, programme, entry.change.indicator))
    return name_of(speaker, programme, "milestones" if entry.what == "milestone" else "activities", entry.id)


def entry_when(speaker: Speaker, programme: Programme, entry: Entry) -> str:
    """When it happened or was to happen, and what became of a plan."""
    date, planned = speaker.period(entry.date or UNDATED), speaker.period(entry.planned)
    said = speaker.say(
        f"journey.when.{_when(entry)}",
        date=date,
        planned=planned,
        first=speaker.period(_first_plan(programme, entry)),
        moved=speaker.label("moved", entry.moved),
    )
    return speaker.say("journey.when.dated_ahead", when=said) if entry.dated_ahead else said


def entry_kind(speaker: Speaker, entry: Entry) -> str:
    """What kind of entry it is."""
    if entry.what == "activity":
        return speaker.label("choice.kind", entry.kind)
    return speaker.label("what.entry", entry.what)


def entry_note(speaker: Speaker, programme: Programme, entry: Entry) -> str:
    """What a reader should know of it: a note, or how a target was changed and why."""
    if entry.change:
        return target_change_sentence(speaker, programme, entry.change)
    table = programme.milestones if entry.what == "milestone" else programme.activities
    return speaker.text(table[entry.id].note)


def participants_phrase(speaker: Speaker, activity: Activity) -> str:
    """How many came: "about 400 people, 120 children among them"; that it is hidden; empty where nobody counted."""
    if activity.participants is None:
        n, is_hidden = activity.children, activity.withholds("participants")
        if is_hidden or (n is None and activity.withholds("children")):
            said = speaker.say("journey.participants.hidden")
            return said if n is None else speaker.count("journey.participants.children", _whole(n), all=said)
        return "" if n is None else speaker.count("journey.children", _whole(n))
    kind = "visits" if activity.counted == "visits" else "people"
    said = speaker.count(f"journey.participants.{kind}", _whole(activity.participants))
    if activity.qualifier:
        said = speaker.say(f"qualifier.{activity.qualifier}", value=said)
    if activity.withholds("children"):
        return speaker.say("journey.participants.children_hidden", all=said)
    if activity.children is None:
        return said
    return speaker.count("journey.participants.children", _whole(activity.children), all=said)


def _span(speaker: Speaker, first: str, last: str) -> str:
    return speaker.say("journey.span.year" if first == last else "journey.span.years", first=first, last=last)


def _met(speaker: Speaker, journey: Journey) -> str:
    if not journey.meetings:
        return speaker.say("journey.meetings_none")
    met = speaker.count("journey.meetings", journey.meetings)
    if not journey.last_meeting:
        return speaker.say("journey.meetings_undated", met=met)
    when = speaker.period(journey.last_meeting)
    ago = _ago(speaker, journey.days_since or 0)
    when = speaker.say("journey.when_ago", when=when, ago=ago) if ago else when
    key = "journey.meetings_last_dated" if journey.undated_meetings else "journey.meetings_last"
    return speaker.say(key, met=met, when=when)


def _ago(speaker: Speaker, days: int) -> str:
    """Whole days, months or years that have passed; nothing for a period that is not over."""
    if days <= 0:
        return ""
    unit = "days" if days < LONG else "months" if days < LONGER else "years"
    return speaker.count(f"journey.ago.{unit}", int(days / AGO[unit]))


def _when(entry: Entry) -> str:
    if entry.happening == "ahead" and entry.moved == "later":
        return "put_off"
    if entry.happening != "happened" or not entry.planned:
        return entry.happening
    return "happened_planned" if entry.moved else "happened_undated"


def _first_plan(programme: Programme, entry: Entry) -> str:
    """The plan before the present one; only activities keep it."""
    return programme.activities[entry.id].planned if entry.what == "activity" else ""


def _whole(n: float) -> int:
    return int(n)
