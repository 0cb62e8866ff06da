"""Who worked with whom in Azory, who came and what pays, counted by hand from the document of June 2019."""

import datetime
from dataclasses import fields

import pytest

from azory_monitor import partnership
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES
from tests.compare.drawn import cases
from tests.test_datapackage import rows

TODAY = datetime.date(2026, 1, 1)

# Counted in the action table and the social economy meeting (L324-349, L432, L546), each event once.
TOGETHER = """
one                       | other                      | times | last
mops                      | local-activity-point       | 3     |
mops                      | crisis-intervention-centre | 2     |
local-activity-point      | labour-office              | 2     |
local-activity-point      | senior-activity-centre     | 1     |
city-departments          | senior-activity-centre     | 1     | 2018
mops                      | momi-club                  | 1     | 2018-04-06
senior-activity-centre    | police                     | 1     |
police                    | fire-service               | 1     |
city-of-krakow            | mops                       | 0     |
mops                      | tpd                        | 0     |
"""


@pytest.fixture(scope="module")
def programme():
    registers = {field.name for field in fields(Programme)} & set(TABLES)
    return Programme(
        profile=rows("programme")[0],
        **{
            name: {" ".join(str(getattr(row, part)) for part in row.key): row for row in rows(name)}
            for name in registers
        },
    )


@pytest.mark.parametrize("case", **cases(TOGETHER))
def test_each_two_worked_together_as_often_as_the_document_says(programme, case):
    found = partnership.cooperation(programme, TODAY)
    (pair,) = [one for one in found.pairs if (one.institution, one.other) == (case.one, case.other)]
    assert (pair.times, pair.last) == (int(case.times), case.last)


def test_twelve_institutions_and_groups_worked_with_another(programme):
    found = partnership.cooperation(programme, TODAY)
    assert len(found.partners) == 12
    assert (found.partners[0].institution, found.partners[0].degree) == ("mops", 6)


def test_of_six_meetings_of_the_group_only_one_tells_who_came(programme):
    found = partnership.attendance(programme, TODAY)
    assert (found.meetings, found.listed) == (6, 1)
    came = {one.institution for one in found.entries if one.attended}
    assert came == {"mops"}, "of the group’s members; the others who came do not belong to it"


def test_nobody_is_called_inactive_years_after_the_document(programme):
    presences = {one.presence for one in partnership.attendance(programme, TODAY).entries}
    assert presences == {"last_seen", "undated_only", "never"}
    in_time = partnership.attendance(programme, datetime.date(2019, 6, 20))
    active = {one.institution for one in in_time.entries if one.presence == "active"}
    assert "senior-activity-centre" in active


def test_four_resources_are_looked_for_and_two_are_shared(programme):
    found = partnership.resource_map(programme)
    assert [len(found.of(state)) for state in ("needed", "shared", "available", "lost")] == [4, 2, 10, 0]


def test_one_application_was_refused_and_nothing_says_what_pays_for_which_year(programme):
    found = partnership.funding(programme, TODAY)
    assert found.at("not_funded") == ("toilet-2018",)
    assert found.at("funded") == found.yearless == ("institutions-own-means",)
    assert len(found.at("idea")) == 6
    assert [(one.entries, one.stage) for one in found.chains] == [(("toilet-2018", "toilet-2019"), "idea")]
    assert found.uncovered == (2017, 2018, 2019)
    assert [(one.entry, one.reason) for one in found.open_costs] == [("social-centre-running", "not_secured")]
    assert found.money == found.new_sources == ()
