"""Small programmes of institutions, activities, ties, resources and funding from tables drawn in a test."""

import datetime

from azory_monitor.model.partners import Funding, Institution, Resource, Tie
from azory_monitor.model.programme import Profile
from azory_monitor.model.register import Activity
from azory_monitor.model.state import Programme
from tests.compare.drawn import rows

TODAY = datetime.date(2020, 6, 30)

INSTITUTIONS = """
id     | kind      | part_of | group_member
home   | municipal |         | member
point  | municipal | home    | member
club   | residents |         | member
guard  | public    |         |
group  | programme |         |
"""


def partners(activities="", institutions=INSTITUTIONS, ties="", resources="", funding="", **profile):
    """A programme of these tables; activities are held meetings, institutions public, funding municipal unless drawn
    otherwise."""
    return Programme(
        profile=Profile(id="plan", name_en="Plan", areas="hill", language="en", **profile),
        institutions=_by_id(Institution(name_en=one["id"].title(), **one) for one in rows(institutions)),
        activities=_by_id(
            Activity(title_en=one["id"], **({"state": "held", "kind": "meeting", "date": "undated"} | one))
            for one in rows(activities)
        ),
        ties={f"{one['institution']} {one['other']}": Tie(**({"kind": "formal"} | one)) for one in rows(ties)},
        resources=_by_id(
            Resource(name_en=one["id"].title(), **({"kind": "premises", "state": "available"} | one))
            for one in rows(resources)
        ),
        funding=_by_id(
            Funding(name_en=one["id"].title(), **({"kind": "municipal", "state": "funded"} | one))
            for one in rows(funding)
        ),
    )


def _by_id(made):
    return {row.id: row for row in made}
