"""A large state that takes over what an earlier one knew answers as one that was opened by itself.

``AZORY_STEPS`` sets how many batches are tried; a hundred take a minute.
"""

import dataclasses
import datetime
import os
import random

import pytest

from azory_monitor.access import Actor
from azory_monitor.errors import MonitorError
from azory_monitor.model.state import Programme
from azory_monitor.monitor import Monitor
from azory_monitor.view import figures, shown
from azory_monitor.view.carried import RESTS_ON
from azory_monitor.view.figures import Narrow
from benchmarks.large import COORDINATOR, TODAY, city

ANNA = Actor("Anna", "coordinator")
STEPS = int(os.environ.get("AZORY_STEPS", "14"))
ASKED = {
    "followed": lambda view: view.comparisons(),
    "compared widely": lambda view: [view.compared_widely, view.uncompared],
    "of one": lambda view: [view.comparisons(indicator="i002"), view.comparisons(indicator="i008", period="2019")],
    "progress": lambda view: view.progress(),
    "trends": lambda view: [view.trends(), view.trends("i002", "a0")],
    "prospects": lambda view: view.prospects(),
    "dues": lambda view: [view.dues(), view.unscheduled, view.outliers],
    "readiness": lambda view: view.readiness(),
    "disagreeing": lambda view: [view.conflicts(), view.misfits],
    "came in": lambda view: view.coverage(),
    "measured": lambda view: [view.measured, view.printed_tables, view.waves()],
    "counted": lambda view: view.counts(),
    "hidden": lambda view: [view.measurements("i007"), view.hidden_cells],
}
DEFINED = {
    "indicators": "id,name_en,kind,measure,unit_en,per,direction,definition_en,same_as,unit_kind\n"
    "i008,Shares,result,rate,per thousand,1000,higher,So,i002,\ni009,Ready,output,count,indicators,,higher,So,,\n"
    "i010,Came,output,count,people,,higher,So,,people\n",
    "derivations": "id,name_en,indicator,counts,by\nready,Ready,i009,ready,whole\ncame,Came,i010,attendances,year\n",
    "activities": "id,date,kind,title_en,state,participants\nfeast,2019-05-05,feast,Feast,held,7\n",
    "targets": "indicator,area,state,value,period,baseline_period\ni002,a0,agreed,1,2030,2017\ni007,a0,agreed,3,2030,\n"
    "i004,a3,agreed,50,2030,2017\n",
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """A monitor, all of whose states ask the books for their figures, and its clock."""
    made = city(tmp_path_factory.mktemp("carried") / "home", areas=8, indicators=8, messy=True, corrected=False)
    made.close()
    clock = [TODAY]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(figures, "FEW", 10)
        patch.setattr(shown, "FEW", 10)
        monitor = Monitor(made.home, lambda: clock[0])
        for table, text in DEFINED.items():
            assert keep(monitor, table, text)
        yield monitor, clock
        monitor.close()


def keep(monitor, table, text):
    return monitor.keep(monitor.check(f"{table}.csv", text.encode(), table), COORDINATOR)


def alone(monitor, view):
    """The same state, opened by itself."""
    return monitor._make_view(view.batch.id, view.today)


def is_taken_over(view, earlier):
    """Whether what the earlier one worked out of an indicator is the later one's too, object for object."""
    known = {id(row) for row in earlier.comparisons()}
    return any(id(row) in known for row in view.comparisons())


def measured(chance):
    """A file of a few figures of one indicator, sensitive or not, counted or not, in any area."""
    indicator = chance.choice(("i000", "i001", "i002", "i002", "i003", "i004", "i005", "i006", "i007", "i008", "i010"))
    lines = ["indicator,area,period,value,numerator,denominator,source,status,qualifier"]
    for area in chance.sample(["town", "d0", "a0", "a1", "a3", "a4"], 3):
        base = chance.choice((900, 40))
        part = chance.choice((0, 3, 20))
        period = chance.choice(("2025", "2026", "2024", "2017", "2025-Q3", "2026-Q2", "undated"))
        cells = chance.choice((f"{part * 1000 / base:.1f},{part},{base}", f"{part},,", f"{part},,"))
        status = chance.choice(("", "", "", "missing", "hidden", "conflicting", "provisional"))
        cells = ",," if status in ("missing", "hidden") else cells
        lines.append(f"{indicator},{area},{period},{cells},office,{status},{chance.choice(('', '', 'less_than'))}")
    return "measurements", "\n".join(lines)


def defined(chance):
    """A file of one definition or one entry of the register."""
    number, year = chance.randint(1, 60), chance.randint(2012, 2024)
    return chance.choice(
        (
            ("targets", f"indicator,area,state,value,period,baseline_period\ni001,a0,agreed,{number},2030,{year}\n"),
            ("standards", f"id,indicator,name_en,value\nnorm,i002,Norm,{number}\n"),
            ("breaks", f"indicator,period,why_en\ni002,{year},Counted otherwise\n"),
            ("activities", f"id,date,kind,title_en,state,participants\nfeast,{year}-05-05,feast,Feast,held,{number}\n"),
            ("areas", f"id,name_en,kind,parent,groups\na{number % 4},Renamed,estate,d0,similar\n"),
            ("themes", f"id,name_en,sensitive\nhelp,Help {number},{'true' if number % 3 else ''}\n"),
            ("glossary", f"id,term_en,meaning_en\nrate,Rate,So many of {number}\n"),
        )
    )


def step(monitor, clock, chance):
    """A batch, mostly of figures; or a day passes."""
    deed = chance.choice(("figures",) * 7 + ("defined", "undo", "undo", "day"))
    if deed == "day":
        clock[0] += datetime.timedelta(days=chance.choice((1, 40)))
        return
    clock[0] += datetime.timedelta(minutes=1)
    try:
        if deed == "undo":
            monitor.undo(len(monitor.batches()) - chance.choice((0, 1)), ANNA, "was wrong")
        else:
            table, text = measured(chance) if deed == "figures" else defined(chance)
            monitor.keep(monitor.check("f.csv", text.encode(), table), ANNA, only_sound=True)
    except MonitorError as refused:
        assert refused.key, refused


def test_after_any_batches_a_state_answers_as_one_opened_by_itself(opened):
    monitor, clock = opened
    chance = random.Random(STEPS)
    taken = 0
    for _ in range(STEPS):
        before = monitor.view()
        for asked in chance.sample(list(ASKED), 3):
            ASKED[asked](before)
        step(monitor, clock, chance)
        view = monitor.view()
        assert isinstance(view._figures, Narrow)
        fresh = alone(monitor, view)
        for name in chance.sample(list(ASKED), 5):
            assert ASKED[name](view) == ASKED[name](fresh), name
        taken += view is not before and is_taken_over(view, before)
    assert taken > STEPS / 4


def test_only_the_indicator_that_a_batch_touched_is_worked_out_anew(opened):
    monitor, _ = opened
    before = monitor.view()
    known = {id(row): row for row in before.comparisons()}
    assert keep(monitor, "measurements", "indicator,area,period,value,source\ni002,a4,2026,7,office\n")
    anew = {row.indicator for row in monitor.view().comparisons() if id(row) not in known}
    assert anew == {"i002", "i008"}, "and the one that shares its series"


WHOLE = """id,name_en,kind,measure,unit_en,per,direction,definition_en,frequency
i011,Ready,result,rate,per thousand,1000,higher,So,yearly
"""
OTHERWISE = {
    "targets": "indicator,area,state,value,period\ni001,a0,agreed,5,2031\n",
    "areas": "id,name_en,kind,parent,groups\na3,Another,estate,d0,similar\n",
    "standards": "id,indicator,name_en,value\nother,i000,Another,7\n",
}
BESIDE = {
    "glossary": "id,term_en,meaning_en\nrate,Rate,Otherwise\n",
    "activities": "id,date,kind,title_en,state,participants\nfeast,2018-05-05,feast,Feast,held,77\n",
}


@pytest.mark.parametrize("table", OTHERWISE)
def test_nothing_is_taken_over_where_what_verdicts_rest_on_moved(table, opened):
    monitor, _ = opened
    before = monitor.view()
    before.comparisons()
    assert keep(monitor, table, OTHERWISE[table])
    assert not is_taken_over(monitor.view(), before)


@pytest.mark.parametrize("table", BESIDE)
def test_verdicts_are_taken_over_where_what_they_do_not_rest_on_moved(table, opened):
    monitor, _ = opened
    before = monitor.view()
    before.comparisons()
    assert keep(monitor, table, BESIDE[table])
    assert is_taken_over(monitor.view(), before)


def test_what_is_handed_on_rests_on_the_tables_that_are_compared(opened):
    monitor, _ = opened
    view = alone(monitor, monitor.view())
    seen, tables = set(), {field.name for field in dataclasses.fields(Programme)}

    class Watched(Programme):
        def __getattribute__(self, name):
            seen.update({name} & tables)
            return super().__getattribute__(name)

    assert view._counts and view._disclosed
    view._answers.clear()
    del view._near, view._near_areas
    view.__dict__["programme"] = Watched(**{name: getattr(view.programme, name) for name in tables})
    assert view.comparisons() and view.trends() and view.progress() and view.prospects() and view.dues()
    assert view.readiness() and view.coverage() and view.misfits and view.conflicts() and view.measured
    assert view.outliers is not None and view.unscheduled is not None
    assert len(view._answers) == 13
    assert seen <= set(RESTS_ON)


def test_what_is_counted_of_other_indicators_is_counted_anew(opened):
    monitor, _ = opened
    keep(monitor, "indicators", WHOLE)
    keep(monitor, "targets", "indicator,area,state,value,period,baseline_period\ni011,a0,agreed,1,2030,2017\n")
    baseline = "indicator,area,period,value,source,status\ni011,a0,2017,{},office,{}\ni011,a0,2025,6,office,\n"
    assert keep(monitor, "measurements", baseline.format(5, ""))
    before = {row.indicator: row.latest for row in monitor.view().progress()}
    assert keep(monitor, "measurements", baseline.format("", "missing"))
    view = monitor.view()
    after = {row.indicator: row.latest for row in view.progress()}
    assert after["i009"] == before["i009"] - 1, "an indicator without its baseline is not ready"
    assert view.progress() == alone(monitor, view).progress()


def test_a_small_number_that_comes_later_is_hidden(opened):
    monitor, _ = opened
    keep(monitor, "themes", "id,name_en,sensitive\nhelp,Help,true\n")
    figures_of_a4 = "indicator,area,period,numerator,denominator,source\ni007,a4,2026-Q4,{},800,office\n"
    keep(monitor, "measurements", figures_of_a4.format(400))
    before = monitor.view()
    before.comparisons()
    assert keep(monitor, "measurements", figures_of_a4.format(2))
    view = monitor.view()
    assert view._carried and not view._carried.is_hidden_alike
    assert next(row for row in view.measurements("i007", "a4") if row.period == "2026-Q4").status == "hidden"
    assert view.measurements("i007") == alone(monitor, view).measurements("i007")


def test_nothing_is_taken_over_to_another_day(opened):
    monitor, clock = opened
    before = monitor.view()
    before.comparisons()
    clock[0] += datetime.timedelta(days=1)
    assert not is_taken_over(monitor.view(), before)


def test_a_state_keeps_nothing_of_those_before_it_but_what_it_took_over(opened):
    monitor, _ = opened
    for value in range(3):
        monitor.view().comparisons()
        assert keep(monitor, "measurements", f"indicator,area,period,value,source\ni002,a4,2026,{value},office\n")
    view = monitor.view()
    view.comparisons()
    assert view._carried is None
    indicators = view.programme.indicators.keys()
    assert all(found.keys() <= indicators for found in view._answers.values())
    assert view._answers["followed"].keys() == indicators
