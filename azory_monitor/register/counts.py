"""The figure of every derivation, with the entries it was counted from."""

from collections.abc import Mapping, Sequence
from datetime import date

from azory_monitor.model.counted import Count, Tally
from azory_monitor.model.derivation import Derivation
from azory_monitor.model.state import Programme
from azory_monitor.period import UNDATED
from azory_monitor.register.entries import OF_FUNDING, Entry, Recorded, by_year, meeting, recorded
from azory_monitor.register.sums import LOWER, NOTHING, UPPER, Sum, added

OF_THE_DAY = ("days_since", "ready")
"""What is true of one day only and cannot be split into years."""

CODE = 3
"""Letters of a currency's code (ISO 4217)."""


def counts(programme: Programme, today: date, ready: int | None = None) -> list[Count]:
    """One count for every derivation, in the order of the table.

    ``ready`` is the number of indicators that can be followed, which the register does not know.  A derivation by
    year gives the last year that has an entry, the undated ones only where no entry has a date; one of the whole
    gives everything up to the day, undated entries included.  Where nothing is recorded there is no value.
    """
    register = recorded(programme, today)
    plain = {one.id: _count(programme, register, one, ready) for one in programme.derivations.values()}
    return [_share(count, plain.get(programme.derivations[id].share_of)) for id, count in plain.items()]


def _count(programme: Programme, register: Recorded, derivation: Derivation, ready: int | None) -> Count:
    whole, tallies, period = NOTHING, (), ""
    if derivation.counts == "ready":
        whole = NOTHING if ready is None else Sum(float(ready))
    else:
        entries, currency = meeting(register, derivation), spellings(programme, derivation)
        years = {} if derivation.counts in OF_THE_DAY else by_year(entries)
        sums = {year: added(register, derivation, found, currency) for year, found in years.items()}
        tallies = tuple(_tally(year, found) for year, found in sums.items() if found.entries)
        period = figure_period(derivation, tallies)
        whole = sums[period] if period else added(register, derivation, entries, currency)
    return Count(
        derivation=derivation.id,
        indicator=derivation.indicator,
        table=_table(derivation),
        period=period,
        tallies=tallies,
        **whole.told,
    )


def figure_period(derivation: Derivation, tallies: Sequence[Tally]) -> str:
    """The period of a derivation's one figure: empty for everything, else the last year that has a value.

    Where no year has one, the last that has an entry; *undated* where no entry has a date.
    """
    if derivation.by == "whole" or not tallies:
        return ""
    dated = [tally for tally in tallies if tally.period != UNDATED.text]
    valued = [tally for tally in dated if tally.value is not None]
    return (valued or dated or [tallies[-1]])[-1].period


def _table(derivation: Derivation) -> str:
    if derivation.counts in OF_FUNDING:
        return "funding"
    return {"institutions": "institutions", "ready": "indicators"}.get(derivation.counts, "activities")


def spellings(programme: Programme, derivation: Derivation) -> tuple[str, ...]:
    """How the currency of a derivation's indicator is written, its code of three letters first."""
    indicator = programme.indicators.get(derivation.indicator)
    if not indicator or indicator.measure != "money":
        return ()
    return tuple(sorted(indicator.unit.values(), key=lambda name: (len(name) != CODE, name)))


def _tally(period: str, found: Sum) -> Tally:
    return Tally(period=period, **found.told)


def cumulative(programme: Programme, register: Recorded, derivation: Derivation) -> list[Tally]:
    """What had been counted by the end of each year that has an entry; at last, where some are undated, everything.

    Undated entries happened at some time, so that what was dated by the end of a year is then *at least* so much; by
    now they have happened, so that the running year's figure, which holds them too, is exact.
    """
    currency, years = spellings(programme, derivation), by_year(meeting(register, derivation))
    undated, so_far, found = years.pop(UNDATED.text, []), list[Entry](), list[Tally]()
    for year, entries in years.items():
        so_far += entries
        tally = _tally(year, added(register, derivation, so_far, currency))
        found.append(tally.model_copy(update={"qualifier": _at_least(tally.qualifier)}) if undated else tally)
    if not undated:
        return found
    now = f"{register.today.year:04d}"
    everything = _tally(now, added(register, derivation, [*so_far, *undated], currency))
    return [*(tally for tally in found if tally.period != now), everything]


def _at_least(qualifier: str) -> str:
    return "about" if qualifier in UPPER else "at_least"


def _share(count: Count, whole: Count | None) -> Count:
    """The count as a share of another one, in percent, period by period; the count itself where it is no share."""
    if whole is None:
        return count
    of = {tally.period: tally for tally in whole.tallies}
    figure = _part(count, of.get(count.period) if count.period else whole)
    return count.model_copy(update={**figure, "tallies": tuple(shares(count.tallies, whole.tallies))})


def _part(part: Tally | Count, whole: Tally | Count | None) -> Mapping[str, object]:
    """Value, qualifier and reason of a share; what is a bound below the line bounds the share the other way."""
    if part.value is None:
        return {}
    if whole is None or not whole.value:
        return {"value": None, "qualifier": "", "reason": "nothing_of_whole"}
    value = 100 * part.value / whole.value
    if not whole.qualifier:
        return {"value": value, "qualifier": part.qualifier}
    turned = "at_most" if whole.qualifier in LOWER else "at_least" if whole.qualifier in UPPER else "about"
    return {"value": value, "qualifier": turned if part.qualifier in ("", turned) else "about"}


def shares(parts: Sequence[Tally], wholes: Sequence[Tally]) -> list[Tally]:
    """Tallies as shares of others of the same period, in percent."""
    of = {tally.period: tally for tally in wholes}
    return [tally.model_copy(update=_part(tally, of.get(tally.period))) for tally in parts]
