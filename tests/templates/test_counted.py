"""What the register gives is asked of nobody."""

import datetime

from azory_monitor.quality import dues, unscheduled
from azory_monitor.templates import owners
from tests.register.written import drawn, estate

TODAY = datetime.date(2019, 6, 30)


def test_no_institution_owes_a_figure_that_is_counted_from_the_register():
    plan = estate()
    counted = {derivation.indicator for derivation in plan.derivations.values()}
    asked = {row.indicator for row in [*dues(plan, [], TODAY), *unscheduled(plan, [], TODAY)]}
    assert "local-group-meetings" in counted and asked and not asked & counted


def test_where_everything_is_counted_nobody_owes_anything():
    plan = drawn(derivation="indicator=followed", other={"id": "other", "indicator": "costs"})
    assert owners(plan) == []
