"""Registers for tests: read from CSV files, or drawn as small tables."""

import csv
import datetime
from dataclasses import replace

from azory_monitor.model.derivation import Derivation
from azory_monitor.model.partners import Funding, Institution
from azory_monitor.model.programme import Action, Area, Indicator, Profile
from azory_monitor.model.register import Activity
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES
from azory_monitor.register import counts
from tests.compare.drawn import only, rows
from tests.source import ROOT

DATA = ROOT / "data"
TODAY = datetime.date(2020, 6, 30)


def tables_in(folder, *names):
    """The rows of some tables of a folder, by name and key."""
    return {name: _by_key(TABLES[name], _lines(folder / f"{name}.csv")) for name in names}


def estate(**tables):
    """The programme of the estate, with some of its tables replaced."""
    names = [path.stem for path in DATA.glob("*.csv") if path.stem not in ("programme", "measurements")]
    (profile,) = tables_in(DATA, "programme")["programme"].values()
    return replace(Programme(profile=profile, **tables_in(DATA, *names)), **tables)


def typed():
    """The measurements of the estate as they were typed in."""
    return list(tables_in(DATA, "measurements")["measurements"].values())


def drawn(activities="", derivation="", funding="", **more):
    """A programme for the hill with one derivation ``it``, by year unless drawn otherwise, and others in ``more``."""
    told = [
        {"counts": "activities", "by": "year"} | cells for cells in [{"id": "it"} | _cells(derivation), *more.values()]
    ]
    held = [{"kind": "other", "state": "held", "title_en": cells["id"]} | cells for cells in rows(activities)]
    paid = [{"kind": "other", "state": "funded", "name_en": cells["id"]} | cells for cells in rows(funding)]
    return Programme(
        profile=Profile(id="plan", name_en="Plan", areas="hill", language="en"),
        areas={"hill": Area(id="hill", name_en="Hill", kind="estate")},
        indicators={
            "followed": Indicator(id="followed", name_en="Followed", kind="result", measure="count"),
            "costs": Indicator(
                id="costs", name_en="Costs", kind="result", measure="money", unit_en="PLN", unit_pl="zł"
            ),
        },
        actions={"a": Action(id="a", name_en="A", state="under_way")},
        institutions={
            id: Institution(id=id, name_en=id, kind=kind, part_of=part)
            for id, kind, part in [("city", "municipal", ""), ("park", "municipal", "city"), ("club", "ngo", "")]
        },
        activities=_by_key(Activity, held),
        funding=_by_key(Funding, paid),
        derivations=_by_key(Derivation, [{"name_en": cells["id"]} | cells for cells in told]),
    )


def counted(plan, today=TODAY, ready=None, derivation="it"):
    """The count of one derivation."""
    return only([count for count in counts(plan, today, ready) if count.derivation == derivation])


def shown(count):
    """A count as a reader meets it: value, qualifier and, without a value, why."""
    return count.value, count.qualifier, count.reason


def by_period(count):
    return {tally.period: (tally.value, tally.qualifier) for tally in count.tallies}


def _cells(text):
    """ "counts=activities by=whole" as cells; spaces within a cell are written as +."""
    return {name: value.replace("+", " ") for name, value in (one.split("=") for one in text.split())}


def _lines(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{name: cell for name, cell in line.items() if cell} for line in csv.DictReader(file)]


def _by_key(table, lines):
    made = [table(**cells) for cells in lines]
    return {" ".join(str(getattr(row, name)) for name in row.key): row for row in made}
