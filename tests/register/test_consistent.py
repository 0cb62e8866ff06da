"""Whatever is entered, merged or back-dated, a count stays the count of its entries."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azory_monitor.model.counted import Count
from azory_monitor.model.derivation import Derivation
from azory_monitor.model.register import Activity
from azory_monitor.period import parse
from azory_monitor.register import counts, with_counted
from tests.register.written import TODAY, drawn

IDS = [f"e{n}" for n in range(9)]
PEOPLE = ["city", "park", "club"]
KINDS = ["feast", "campaign", "other"]
PAST = ["2018", "2018-05", "2018-05-01", "2018-H1", "2018/2019", "2019-11-30", "2020-06-30"]
DATES = [*PAST, "2020", "2020-07", "2021-01-01", "undated"]

ACTIVITY = st.fixed_dictionaries(
    {
        "date": st.sampled_from(DATES),
        "kind": st.sampled_from(KINDS),
        "state": st.sampled_from(["held", "held", "under_way", "planned", "unknown"]),
        "organisers": st.lists(st.sampled_from(PEOPLE), unique=True, max_size=2),
        "partners": st.lists(st.sampled_from(PEOPLE), unique=True, max_size=1),
        "initiator": st.sampled_from(["", "resident", "ngo"]),
        "participants": st.none() | st.integers(0, 50),
        "qualifier": st.sampled_from(["", "", "about", "at_least", "less_than"]),
        "counted": st.sampled_from(["", "", "people", "visits"]),
        "same_as": st.sampled_from(["", "", *IDS]),
    }
)
CONDITIONS = st.fixed_dictionaries(
    {
        "counts": st.sampled_from(["activities", "attendances", "institutions", "days_since"]),
        "by": st.sampled_from(["year", "whole"]),
        "kinds": st.sampled_from(["", "feast", "feast campaign"]),
        "organised_by": st.sampled_from([(), ("city",), ("park", "club")]),
        "initiators": st.sampled_from(["", "resident"]),
        "least_organisers": st.sampled_from([None, 1, 2]),
    }
)


@st.composite
def plans(draw):
    """A programme with some entries that may point at each other, and a derivation with some conditions."""
    told = draw(st.lists(ACTIVITY, max_size=len(IDS)))
    ids = IDS[: len(told)]
    made = {}
    for id, cells in zip(ids, told, strict=True):
        same = cells["same_as"] if cells["same_as"] in ids else ""
        made[id] = Activity(id=id, title_en=id, **(cells | {"same_as": same}))
    it = Derivation(id="it", name_en="It", indicator="followed", **draw(CONDITIONS))
    return replace(drawn(), activities=made, derivations={"it": it})


def it(plan) -> Count:
    (found,) = counts(plan, TODAY)
    return found


def meets(plan, activity) -> bool:
    """Whether an entry meets the conditions, in the plainest way."""
    asked, run_by = plan.derivations["it"], {*activity.organisers, *activity.partners}
    return (
        activity.state in ("held", "under_way")
        and not parse(activity.date).is_after(TODAY)
        and (not asked.kinds or activity.kind in asked.kinds.split())
        and (not asked.organised_by or bool(run_by & set(asked.organised_by)))
        and (not asked.initiators or activity.initiator in asked.initiators.split())
        and len(run_by) >= (asked.least_organisers or 0)
    )


@given(plans())
def test_every_entry_meets_the_conditions_and_stands_in_one_tally(plan):
    found = it(plan)
    if found.table == "activities":
        assert all(meets(plan, plan.activities[id]) for id in found.entries)
        told = [id for tally in found.tallies for id in tally.entries]
        assert len(set(told)) == len(told)
        if not found.period and found.tallies:
            assert set(told) == set(found.entries)


@given(plans())
def test_counting_the_entries_behind_a_count_again_gives_the_count_again(plan):
    found = it(plan)
    if found.table == "activities":
        behind = {
            id: plan.activities[id].model_copy(update={"same_as": ""}) for id in plan.activities if id in found.entries
        }
        again = it(replace(plan, activities=behind))
        assert (again.value, again.qualifier) == (found.value, found.qualifier)
        assert set(again.entries) == set(found.entries)


@given(plans())
def test_the_years_and_the_undated_add_up_to_the_whole(plan):
    whole = plan.derivations["it"].model_copy(update={"counts": "activities", "by": "whole"})
    found = it(replace(plan, derivations={"it": whole}))
    assert sum(tally.value for tally in found.tallies) == (found.value or 0) == len(found.entries)


@given(plans(), st.data())
def test_a_second_entry_of_an_event_changes_nothing_once_it_points_at_the_first(plan, data):
    if not plan.activities:
        return
    one = plan.activities[data.draw(st.sampled_from(sorted(plan.activities)))]
    again = one.model_copy(update={"id": "again", "same_as": one.id})
    before, after = it(plan), it(replace(plan, activities=plan.activities | {"again": again}))
    assert (after.value, after.qualifier, after.period) == (before.value, before.qualifier, before.period)


@given(plans(), st.data())
def test_back_dating_an_entry_moves_it_and_leaves_the_number_of_entries(plan, data):
    plan = replace(plan, activities={id: one.model_copy(update={"same_as": ""}) for id, one in plan.activities.items()})
    whole = plan.derivations["it"].model_copy(update={"counts": "activities", "by": "whole"})
    plan, before = replace(plan, derivations={"it": whole}), it(replace(plan, derivations={"it": whole}))
    if not before.entries:
        return
    moved = data.draw(st.sampled_from(before.entries))
    to = data.draw(st.sampled_from(PAST))
    dated = plan.activities | {moved: plan.activities[moved].model_copy(update={"date": to})}
    after = it(replace(plan, activities=dated))
    assert set(after.entries) == set(before.entries)
    assert [tally.period for tally in after.tallies if moved in tally.entries] == [to[:4]]


@given(plans(), st.randoms(use_true_random=False))
def test_the_order_of_the_entries_changes_no_number(plan, random):
    plan = replace(plan, activities={id: one.model_copy(update={"same_as": ""}) for id, one in plan.activities.items()})
    mixed = list(plan.activities.items())
    random.shuffle(mixed)
    before, after = it(plan), it(replace(plan, activities=dict(mixed)))
    assert (after.value, after.qualifier, after.period) == (before.value, before.qualifier, before.period)
    assert set(after.entries) == set(before.entries)


@given(plans())
def test_a_measured_total_never_falls_and_never_passes_the_whole(plan):
    whole = plan.derivations["it"].model_copy(update={"by": "whole"})
    plan = replace(plan, derivations={"it": whole})
    found = it(plan)
    rows = with_counted(plan, [], [found], TODAY)
    if whole.counts != "days_since":
        values = [row.value for row in rows]
        assert values == sorted(values)
        assert not rows or values[-1] == found.value


@pytest.mark.parametrize("counted", ["attendances", "children"])
@settings(max_examples=50)
@given(plans())
def test_a_sum_of_people_is_never_more_than_all_numbers_together(counted, plan):
    asked = plan.derivations["it"].model_copy(update={"counts": counted, "by": "whole"})
    found = it(replace(plan, derivations={"it": asked}))
    number = "participants" if counted == "attendances" else counted
    told = [getattr(plan.activities[id], number) for id in found.entries]
    known = [one for one in told if one is not None]
    assert (found.value is None) == (not known)
    if known:
        assert max(known) <= found.value <= sum(known)
        assert found.value == sum(known) or found.qualifier in ("at_least", "about")
