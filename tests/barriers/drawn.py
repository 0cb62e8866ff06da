"""Small barrier registers from tables drawn in a test."""

import dataclasses
import datetime

from azory_monitor.model.programme import Objective, Theme
from azory_monitor.model.register import Activity, Barrier, Outcome
from tests.compare.drawn import programme, rows

TODAY = datetime.date(2019, 6, 15)

INDICATORS = """
id     | same_as | objective
walks  |         | health
talks  |         | trust
visits | talks   | trust
trees  |         |
"""
ACTIONS = """
id     | indicators | objective | state      | responsible
walk   | walks      | health    | under_way  | club
talk   | talks      | trust     | under_way  |
books  |            |           | planned    |
"""


def register(barriers="", activities="", outcomes="", actions=ACTIONS, indicators=INDICATORS):
    """A programme with these barriers; the title is the id, the theme is rooms unless drawn otherwise."""
    usual = {"kind": "barrier", "theme": "rooms"}
    return dataclasses.replace(
        programme(indicators, actions=actions),
        themes={"rooms": Theme(id="rooms", name_en="Rooms")},
        objectives={
            id: Objective(id=id, number=n, name_en=id, short_en=id) for n, id in enumerate(("health", "trust"), start=1)
        },
        barriers={cells["id"]: Barrier(title_en=cells["id"], **(usual | cells)) for cells in rows(barriers)},
        activities={cells["id"]: Activity(title_en=cells["id"], **cells) for cells in rows(activities)},
        outcomes={cells["id"]: Outcome(number=1, name_en=cells["id"], **cells) for cells in rows(outcomes)},
    )
