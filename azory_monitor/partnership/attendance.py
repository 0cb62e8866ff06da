"""How steadily each institution takes part, as far as the register tells."""

import datetime

from azory_monitor.model.partners import Institution
from azory_monitor.model.partnership import Attendance, Participation, Presence
from azory_monitor.model.state import Programme
from azory_monitor.partnership.events import Event, events, institutions, when

LATELY = datetime.timedelta(days=365)
"""Who took part within so long before today is active."""


def attendance(programme: Programme, today: datetime.date) -> Participation:
    """What every institution organised, ran and came to, and its steadiness in the local group.

    A meeting counts for steadiness only where it is recorded who came: of the others nothing is known.  Where the
    whole register ends long ago, nobody is called inactive; it is only said when each was last seen.
    """
    took_place = events(programme, today)
    dated = [event for event in took_place if not event.period.is_undated]
    meetings = [event for event in took_place if event.kind == "group_meeting"]
    partners = set(institutions(programme))
    listed = [event for event in meetings if partners & set(event.everybody)]
    is_old = not dated or _ended_before(dated[-1], today - LATELY)
    return Participation(
        entries=[_attended(one, took_place, listed, today, is_old) for one in programme.institutions.values()],
        meetings=len(meetings),
        listed=len(listed),
        last_entry=dated[-1].period.text if dated else "",
    )


def _attended(
    one: Institution, took_place: list[Event], listed: list[Event], today: datetime.date, is_old: bool
) -> Attendance:
    own = [event for event in took_place if one.id in event.everybody]
    dated = [event for event in own if not event.period.is_undated]
    due = [event for event in listed if one.group_member == "member" and _belonged(one, event)]
    return Attendance(
        institution=one.id,
        listed=len(due),
        attended=sum(one.id in event.everybody for event in due),
        longest_gap=_longest_gap([one.id in event.everybody for event in due]),
        organised=sum(one.id in event.organisers for event in own),
        partnered=sum(one.id in event.partners for event in own),
        present=sum(one.id in event.present for event in own),
        last_seen=dated[-1].period.text if dated else "",
        entries=tuple(event.id for event in took_place if event in own or event in due),
        presence=_presence(own, dated, today, is_old),
    )


def _presence(own: list[Event], dated: list[Event], today: datetime.date, is_old: bool) -> Presence:
    if not own:
        return "never"
    if not dated:
        return "undated_only"
    if not _ended_before(dated[-1], today - LATELY):
        return "active"
    return "last_seen" if is_old else "quiet"


def _ended_before(event: Event, day: datetime.date) -> bool:
    return event.period.end is not None and event.period.end < day


def _belonged(one: Institution, event: Event) -> bool:
    """Whether the institution was in the group when it met; of a meeting without a date only who always was."""
    joined, left = when(one.joined), when(one.left)
    if event.period.is_undated:
        return joined.is_undated and left.is_undated
    too_early = joined.start is not None and event.period.end < joined.start
    return not too_early and (left.end is None or event.period.start <= left.end)


def _longest_gap(came: list[bool]) -> int:
    longest = running = 0
    for here in came:
        running = 0 if here else running + 1
        longest = max(longest, running)
    return longest
