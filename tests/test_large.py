"""A state that asks the books for its figures answers as one that holds them all, and stays what it was."""

import pickle

import pytest

from azory_monitor.access import Actor
from azory_monitor.errors import Refused
from azory_monitor.view import View, figures
from azory_monitor.view.figures import Narrow, Whole, figures_of
from benchmarks.large import city

ANNA = Actor("Anna", "coordinator")
ASKED = {
    "compared": lambda view: view.comparisons(),
    "of another area": lambda view: view.comparisons(area="a5"),
    "of one indicator": lambda view: view.comparisons(indicator="i001", area="a5"),
    "of another period": lambda view: view.comparisons(period="2017", other_period=True),
    "undated": lambda view: view.comparisons(period="undated"),
    "of one source": lambda view: view.comparisons(source="office", comparable=True),
    "progress": lambda view: view.progress(),
    "trends": lambda view: [view.trends(), view.trends(area="a5"), view.trends("i002", "a5")],
    "prospects": lambda view: view.prospects(),
    "readiness": lambda view: view.readiness(),
    "dues": lambda view: [view.dues(), view.unscheduled, view.coverage(), view.outliers],
    "rankings": lambda view: [view.rankings("i002"), view.rankings(source="paper")],
    "points": lambda view: [view.points("i004"), view.points("i004", ("a0", "town"))],
    "waves": lambda view: [view.waves(), view.waves("i006"), view.waves("i006", "a5")],
    "peers": lambda view: view.peers,
    "indices": lambda view: view.indices,
    "conflicts": lambda view: view.conflicts(),
    "misfits": lambda view: view.misfits,
    "measured": lambda view: [view.measured, view.measured_in("i003"), view.printed_tables],
    "figures": lambda view: [
        view.measurements("i003"),
        view.measurements(area="a5"),
        view.measurements(source="paper"),
    ],
    "hidden": lambda view: [row for row in view.measurements("i007") if row.status == "hidden"],
    "counted": lambda view: view.counts(),
}


@pytest.fixture(scope="module")
def monitor(tmp_path_factory):
    made = city(tmp_path_factory.mktemp("large") / "home", areas=14, indicators=8, messy=True)
    yield made
    made.close()


def state(monitor, batch, kind):
    """A state that holds its figures, or one that asks for them."""
    known = monitor.view(batch)
    books = monitor._books
    held = Whole(books.measurements(batch), books.arrivals(batch)) if kind is Whole else Narrow(books, batch)
    return View(known.batch, known.today, books.records(batch), held, known._past)


@pytest.fixture(scope="module")
def both(monitor):
    return [(state(monitor, batch, Whole), state(monitor, batch, Narrow)) for batch in (1, 2)]


@pytest.mark.parametrize("asked", ASKED)
def test_the_answer_is_the_same_now_and_as_of(asked, both):
    for whole, narrow in both:
        assert ASKED[asked](narrow) == ASKED[asked](whole)
    assert ASKED[asked](both[1][1]) or asked == "counted"


def test_what_changed_between_two_states_is_the_same(both):
    (whole, narrow), (later, narrow_later) = both

    def moved(before, after):
        old, new = (
            {(r.indicator, r.area, r.period, r.variant): r for r in one}
            for one in (before.handed_in(after), after.handed_in(before))
        )
        return {key: (old.get(key), new.get(key)) for key in {**old, **new} if old.get(key) != new.get(key)}

    assert moved(narrow, narrow_later) == moved(whole, later) != {}


def test_more_changes_than_anybody_would_read_are_not_listed(both, monkeypatch):
    (_, narrow), (_, later) = both
    monkeypatch.setattr(figures, "MOST_MOVED", 3)
    with pytest.raises(Refused):
        later.handed_in(narrow)


def test_another_process_is_handed_all_figures_or_none(both, monkeypatch):
    whole, narrow = both[1]
    copy = pickle.loads(pickle.dumps(narrow))
    assert isinstance(copy._figures, Whole)
    assert copy.measurements() == whole.measurements()
    monkeypatch.setattr(figures, "MOST_HANDED", 10)
    with pytest.raises(Refused):
        pickle.dumps(narrow)


def test_only_a_state_of_many_figures_asks_for_them(monitor, monkeypatch):
    assert isinstance(figures_of(monitor._books, 1), Whole)
    monkeypatch.setattr(figures, "FEW", 10)
    assert isinstance(figures_of(monitor._books, 1), Narrow)


def test_a_state_stays_what_it_was_when_figures_come_later(monitor):
    before = state(monitor, 2, Narrow)
    file = b"indicator,area,period,value,source\ni002,a0,2025,77,office\ni002,a0,2026,78,office\n"
    now = monitor.keep(monitor.check("later.csv", file), ANNA).id
    assert [row for row in before.measurements("i002", "a0") if row.value in (77, 78)] == []
    after = [row.value for row in state(monitor, now, Narrow).measurements("i002", "a0")]
    assert {77, 78} <= set(after)
