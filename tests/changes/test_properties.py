"""What holds for any two states."""

from hypothesis import given, settings
from hypothesis import strategies as st

from azory_monitor.changes import changes
from tests.changes.drawn import state

HEAD = "indicator | area | period | value | x | n\n"
keys = st.tuples(st.sampled_from(["poor", "theft"]), st.sampled_from(["hill", "town"]), st.integers(2014, 2018))
figures = st.one_of(
    st.integers(0, 20).map(lambda value: f"{value} | |"),
    st.integers(0, 40).map(lambda count: f" | {count} | 1000"),
)
drawn = st.dictionaries(keys, figures, max_size=6).map(
    lambda rows: HEAD + "\n".join(f"{' | '.join(map(str, key))} | {cells}" for key, cells in rows.items())
)
REVERSE = {"new": "gone", "gone": "new", "filled": "emptied", "emptied": "filled", "hidden": "shown", "shown": "hidden"}


@settings(max_examples=8, deadline=None)
@given(drawn)
def test_no_state_differs_from_itself(one):
    assert changes(state(one), state(one)).nothing


@settings(max_examples=15, deadline=None)
@given(drawn, drawn)
def test_new_changed_gone_and_untouched_add_up_to_both_states(one, two):
    before, after = state(one), state(two)
    found = changes(before, after).by_table.get("measurements", {})
    old, new = (len(view.tables()["measurements"]) for view in (before, after))
    assert old - found.get("gone", 0) == new - found.get("new", 0)


@settings(max_examples=12, deadline=None)
@given(drawn, drawn)
def test_the_way_back_tells_the_reverse(one, two):
    there, back = changes(state(one), state(two)), changes(state(two), state(one))
    values = {_key(c): c for c in back.measurements}
    assert len(there.measurements) == len(back.measurements)
    for c in there.measurements:
        other = values[_key(c)]
        assert (other.what, other.before, other.after) == (REVERSE.get(c.what, c.what), c.after, c.before)
    turned = {(t.subject, t.indicator, t.area): t for t in back.turns}
    assert len(turned) == len(there.turns)
    for t in there.turns:
        other = turned[t.subject, t.indicator, t.area]
        assert (other.before, other.after) == (t.after, t.before)


def _key(change):
    return change.row.indicator, change.row.area, change.row.period
