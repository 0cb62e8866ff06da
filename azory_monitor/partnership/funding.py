"""What pays for the programme: what was asked for, what was granted, which years nothing pays for."""

import datetime
from collections.abc import Collection

from azory_monitor.model.partners import Funding
from azory_monitor.model.partnership import Chain, FundingState, Money, OpenCost, Stage, Staged
from azory_monitor.model.state import Programme
from azory_monitor.partnership.events import when
from azory_monitor.partnership.years import years

STAGES: tuple[Stage, ...] = ("idea", "prepared", "sent", "funded", "not_funded", "resubmitted", "ended")
SECURED = ("funded", "ended")


def funding(programme: Programme, today: datetime.date) -> FundingState:
    """The pipeline, the years that are paid for, running costs that are not, and sums, each currency by itself."""
    rows = [row for row in programme.funding.values() if not when(row.sent).is_after(today)]
    again = {row.resubmits: row.state for row in rows if row.resubmits != row.id}
    stages = {row.id: _stage(row, again.get(row.id, "")) for row in rows}
    secured = [row for row in rows if row.state in SECURED]
    return FundingState(
        chains=_chains(rows, again, stages),
        staged=_staged(rows, stages),
        years=years(programme, secured, today),
        open_costs=[one for row in rows if (one := _open_cost(row, rows, today))],
        new_sources=_new_sources(secured),
        money=_money(secured),
        secured=[row.id for row in secured],
        yearless=[row.id for row in secured if when(row.covers_from).start is None],
        unpriced=[row.id for row in secured if row.amount is None],
    )


def _stage(row: Funding, later: str) -> Stage:
    """A refused application counts as put in again when the ``later`` entry has gone out, not when it is planned."""
    return "resubmitted" if row.state == "not_funded" and later not in ("", "idea", "prepared") else row.state


def _chains(rows: list[Funding], again: Collection[str], stages: dict[str, Stage]) -> list[Chain]:
    """Each application with those it puts in again, under the last one."""
    by_id = {row.id: row for row in rows}
    made = []
    for row in rows:
        if row.id in again or row.resubmits not in by_id:
            continue
        entries = [row.id]
        while (earlier := by_id[entries[0]].resubmits) in by_id and earlier not in entries:
            entries.insert(0, earlier)
        if len(entries) > 1:
            made.append(Chain(entries=entries, stage=stages[row.id]))
    return made


def _staged(rows: list[Funding], stages: dict[str, Stage]) -> list[Staged]:
    cells: dict[tuple[str, Stage], list[str]] = {}
    for row in rows:
        cells.setdefault((row.kind, stages[row.id]), []).append(row.id)
    ordered = sorted(cells, key=lambda cell: STAGES.index(cell[1]))
    return [Staged(kind=kind, stage=stage, entries=cells[kind, stage]) for kind, stage in ordered]


def _open_cost(row: Funding, rows: list[Funding], today: datetime.date) -> OpenCost | None:
    """Whether a running cost is left open; one that is put in again is judged by the later entry."""
    put_in_again = any(other.resubmits == row.id != other.id for other in rows)
    if row.cost != "running" or put_in_again or _pays(row, today):
        return None
    if any(_pays(other, today) and _same_cost(row, other) for other in rows):
        return None
    if row.state in SECURED and when(row.covers_from).is_after(today):
        return OpenCost(entry=row.id, reason="to_come", when=row.covers_from)
    if row.state in SECURED:
        return OpenCost(entry=row.id, reason="ran_out", when=row.covers_to or row.covers_from)
    return OpenCost(entry=row.id, reason="refused" if row.state == "not_funded" else "not_secured")


def _pays(row: Funding, today: datetime.date) -> bool:
    """Whether it pays today; money without an end goes on, as far as anybody has said."""
    start, end = when(row.covers_from), when(row.covers_to)
    return row.state == "funded" and not start.is_after(today) and (end.end is None or end.end >= today)


def _same_cost(row: Funding, other: Funding) -> bool:
    return other.cost == "running" and bool(set(row.actions) & set(other.actions))


def _new_sources(secured: list[Funding]) -> list[str]:
    """One entry for each origin that was new; entries without an origin cannot be told apart and count each."""
    first: dict[tuple[tuple[str, str], ...] | str, str] = {}
    for row in secured:
        if row.novelty == "new":
            first.setdefault(tuple(sorted(row.origin.items())) or row.id, row.id)
    return list(first.values())


def _money(secured: list[Funding]) -> list[Money]:
    sums: dict[str, list[Funding]] = {}
    for row in secured:
        if row.amount is not None:
            sums.setdefault(row.currency, []).append(row)
    return [
        Money(currency=currency, amount=sum(row.amount for row in rows), entries=[row.id for row in rows])
        for currency, rows in sums.items()
    ]
