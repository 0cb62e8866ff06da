"""Whole states from tables drawn in a test."""

import dataclasses
import datetime
import json

import pandas as pd

from azory_monitor.model.batch import Batch
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.tables import TABLES
from azory_monitor.view import View
from tests.barriers.drawn import register
from tests.compare.drawn import measured, programme

PLACES = """
id   | kind   | parent
hill | estate | town
lake | estate | town
town | city   |
"""
INDICATORS = """
id    | objective | hide_below
poor  | health    |
theft | health    | 5
"""
TODAY = datetime.date(2019, 6, 15)


def state(figures="", targets="", barriers="", actions="", indicators=INDICATORS, day=TODAY, number=1, name=""):
    """A state with these measurements, targets and barriers; a snapshot where it has a name."""
    plan = programme(indicators, PLACES, targets, actions)
    objectives = register().objectives
    themes = register().themes
    drawn = register(barriers).barriers if barriers.strip() else {}
    plan = dataclasses.replace(plan, objectives=objectives, themes=themes, barriers=drawn)
    tables = {"programme": {"plan": plan.profile}}
    tables |= {table: getattr(plan, table) for table in TABLES if hasattr(plan, table)}
    records = pd.DataFrame(
        [(kind, key, row.model_dump_json()) for kind, found in tables.items() for key, row in found.items()],
        columns=["kind", "key", "cells"],
    )
    told = [row.model_dump() | {"note": json.dumps(row.note)} for row in measured(figures)]
    batch = Batch(
        id=number,
        what="snapshot" if name else "import",
        by="Anna",
        name=name,
        taken=datetime.datetime.combine(day, datetime.time(12)),
    )
    return View(batch, day, records, pd.DataFrame(told, columns=list(Measurement.model_fields)))
