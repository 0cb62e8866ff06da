"""How entries are added up: people, institutions, sources, money, days; what is not recorded is never zero."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from azory_monitor.model.counted import CountReason
from azory_monitor.model.derivation import Derivation
from azory_monitor.model.partners import Funding
from azory_monitor.model.register import Activity
from azory_monitor.register.entries import Entry, Recorded, linked, when

LOWER, UPPER = ("at_least", "more_than"), ("at_most", "less_than")


@dataclass(frozen=True)
class Sum:
    """A value with what qualifies it, the ids that were counted, and why there is no value where there is none.

    ``summands`` are those of the entries whose numbers of people add up to the value.
    """

    value: float | None
    entries: tuple[str, ...] = ()
    qualifier: str = ""
    reason: CountReason = ""
    amounts: dict[str, float] = field(default_factory=dict)
    summands: tuple[str, ...] = ()

    @property
    def told(self) -> dict[str, object]:
        """What a count tells of it."""
        return {name: value for name, value in vars(self).items() if name != "summands"}


NOTHING = Sum(None, reason="nothing_recorded")


def added(register: Recorded, derivation: Derivation, entries: Sequence[Entry], currency: Sequence[str] = ()) -> Sum:
    """What a derivation counts of these entries; ``currency``: the spellings of the one that its indicator is in."""
    if not entries:
        return NOTHING
    match derivation.counts:
        case "attendances":
            return _people(entries, lambda one: one.participants)
        case "children":
            return _people(entries, lambda one: one.children)
        case "institutions":
            return _institutions(register, derivation, entries)
        case "sources":
            return _sources(entries)
        case "money":
            return _money(entries, currency)
        case "days_since":
            return _days_since(register, entries)
    return Sum(float(len(entries)), _ids(entries))


def qualified(qualifiers: Iterable[str], is_lower: bool = False) -> str:
    """What qualifies a sum of numbers so qualified; ``is_lower``: something is missing from it.

    A sum that lacks something is *at least* so much, even where one of its numbers is rough: what is missing will
    mostly be more than the rounding.  With bounds on both sides it is neither, and only *about*.
    """
    found = {one for one in qualifiers if one}
    lower, upper = is_lower or bool(found.intersection(LOWER)), bool(found.intersection(UPPER))
    if len(found) == 1 and not is_lower:
        return found.pop()
    return "about" if lower and upper else "at_least" if lower else "at_most" if upper else "about" if found else ""


def _people(entries: Sequence[Activity], number: Callable[[Activity], float | None]) -> Sum:
    """People at events.  ``at_least`` where an event has no number, or where numbers might hold the same people.

    Different persons over a longer time (``counted`` *people*) are never added to what overlaps with that time,
    undated entries included: of each such group either they or the sum of the others counts, whichever is more.
    """
    told = [one for one in entries if number(one) is not None]
    if not told:
        return Sum(None, _ids(entries), reason="no_numbers")
    persons = [one for one in told if _is_persons(one)]
    beside = {one.id: one for one in told if any(_may_share_people(one, other) for other in persons)}
    groups = linked(beside.values(), _may_share_people)
    shared = any(len(group) > 1 for group in groups)
    summands = [one for one in told if one.id not in beside]
    summands += [one for group in groups for one in _most(group, number)]
    value = sum(number(one) or 0 for one in summands)
    qualifier = qualified((one.qualifier for one in told), shared or len(told) < len(entries))
    return Sum(value, _ids(entries), qualifier, summands=_ids(summands))


def _most(group: Sequence[Activity], number: Callable[[Activity], float | None]) -> list[Activity]:
    """Those of one group that come to most and certainly count nobody twice."""
    choices = [[one for one in group if not _is_persons(one)], *([one] for one in group if _is_persons(one))]
    return max(choices, key=lambda ones: sum(number(one) or 0 for one in ones))


def _is_persons(activity: Activity) -> bool:
    return activity.counted == "people"


def _may_share_people(one: Activity, other: Activity) -> bool:
    """Whether two numbers may hold the same persons, so that they must not be added."""
    if not (_is_persons(one) or _is_persons(other)):
        return False
    mine, theirs = when(one), when(other)
    if not (mine.start and mine.end and theirs.start and theirs.end):
        return True
    return mine.start <= theirs.end and theirs.start <= mine.end


def _institutions(register: Recorded, derivation: Derivation, entries: Sequence[Activity]) -> Sum:
    """Who organised, ran or attended, each once.  Who is not named in the register is not counted."""
    kinds = derivation.institution_kinds.split()
    named = dict.fromkeys(id for one in entries for id in (*one.organisers, *one.partners, *one.present))
    found = tuple(id for id in named if not kinds or _kind_of(register, id) in kinds)
    return Sum(float(len(found)), found) if found else NOTHING


def _kind_of(register: Recorded, id: str) -> str:
    return register.institutions[id].kind if id in register.institutions else ""


def _sources(entries: Sequence[Funding]) -> Sum:
    """Different origins: one text in one language makes two entries one source, whatever its capitals and spaces.

    An entry without an origin counts by its funder; with neither it may be one of the others or not: ``at_least``.
    """
    named = [names for one in entries if (names := _origin(one))]
    sources = linked(named, lambda one, other: not one.isdisjoint(other))
    is_lower = len(named) < len(entries)
    return Sum(float(max(len(sources), 1)), _ids(entries), "at_least" if is_lower else "")


def _origin(funding: Funding) -> set[tuple[str, str]]:
    said = {("origin", folded) for text in funding.origin.values() if (folded := _folded(text))}
    return said or ({("funder", funding.funder)} if funding.funder else set())


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _money(entries: Sequence[Funding], currency: Sequence[str]) -> Sum:
    """Amounts by currency; one value only where there is one currency.  ``at_least`` where an entry has no amount.

    An amount without a currency is taken to be in that of the indicator.
    """
    told = [(one.currency.strip(), one.amount) for one in entries if one.amount is not None]
    if not told:
        return Sum(None, _ids(entries), reason="no_numbers")
    own, amounts = {"", *(name.casefold() for name in currency)}, dict[str, float]()
    for name, amount in told:
        one = currency[0] if currency and name.casefold() in own else name.upper()
        amounts[one] = amounts.get(one, 0.0) + amount
    qualifier = qualified((), is_lower=len(told) < len(entries))
    if len(amounts) > 1:
        return Sum(None, _ids(entries), reason="currencies_differ", amounts=amounts)
    return Sum(next(iter(amounts.values())), _ids(entries), qualifier, amounts=amounts)


def _days_since(register: Recorded, entries: Sequence[Activity]) -> Sum:
    """Days since the last event that is over, from its day; as a bound where that day is not known.

    An event of a month or a year was at the latest on its last day: ``at_least``.  An undated one may have been
    after all others: ``at_most`` so many days since the last one whose date is known.
    """
    held = [one for one in entries if one.state == "held"]
    dated = [(span.start, min(span.end, register.today), one) for one in held if (span := when(one)).start and span.end]
    if not dated:
        return Sum(None, _ids(held), reason="undated_only") if held else NOTHING
    earliest, latest = max(start for start, _, _ in dated), max(end for _, end, _ in dated)
    undated = [one for one in held if when(one).is_undated]
    last = [one for _, end, one in dated if end == latest]
    if undated:
        return Sum(float((register.today - earliest).days), _ids([*last, *undated]), "at_most")
    return Sum(float((register.today - latest).days), _ids(last), "at_least" if earliest < latest else "")


def _ids(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(one.id for one in entries)
