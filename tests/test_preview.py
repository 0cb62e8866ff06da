"""What storing a file would do, said before it is stored; and what happens when somebody else was faster."""

import random

import pytest

from azory_monitor.access import Actor
from azory_monitor.errors import Refused
from azory_monitor.model.batch import SHOWN
from azory_monitor.monitor import Monitor
from tests.engines import home_at

ANNA, PIOTR = Actor("Anna", "coordinator"), Actor("Piotr", "coordinator")

PACKAGE = {
    "datapackage.json": '{"resources":[{"name":"programme","path":"programme.csv"},{"name":"areas","path":"areas.csv"},'
    '{"name":"indicators","path":"indicators.csv"}]}',
    "programme.csv": "id,name_en,areas,language\nplan,Plan,hill,en\n",
    "areas.csv": "id,name_en,kind\nhill,Hill,estate\ntown,Town,city\n",
    "indicators.csv": "id,name_en,kind,measure,decimals\nwork,Work,context,count,0\nplay,Play,context,count,0\n",
}
AREAS = "id,name_en,kind\n"
HEAD = "indicator,area,period,value,source\n"


@pytest.fixture
def monitor(tmp_path):
    package = tmp_path / "package"
    package.mkdir()
    for name, text in PACKAGE.items():
        (package / name).write_text(text, encoding="utf-8")
    monitor = Monitor(home_at(tmp_path / "home"))
    monitor.seed(monitor.check_package(package))
    yield monitor
    monitor.close()


def check(monitor, *lines, head=HEAD):
    table = "areas" if head == AREAS else ""
    return monitor.check("file.csv", (head + "\n".join(lines) + "\n").encode("utf-8"), table=table)


def keep(monitor, *lines, actor=ANNA, head=HEAD):
    return monitor.keep(check(monitor, *lines, head=head), actor)


def years(first, last, value=100, source="office", area="hill", indicator="work"):
    return [f"{indicator},{area},{year},{value},{source}" for year in range(first, last + 1)]


def test_periods_whose_figures_would_change_are_named_in_order_of_time(monitor):
    keep(monitor, "work,hill,2018-Q2,5,office", *years(2016, 2018))
    preview = check(monitor, "work,hill,2018-Q2,6,office", *years(2016, 2016), *years(2017, 2019, 101)).preview
    assert (preview.new, preview.changed, preview.unchanged, preview.missing) == (1, 3, 1, 0)
    assert (preview.rewrites, preview.rewritten) == (3, ("2017", "2018-Q2", "2018"))


def test_another_source_or_note_and_a_value_where_none_was_rewrite_no_figure(monitor):
    keep(monitor, "work,hill,2016,5,office,", "work,hill,2017,,office,missing", head=HEAD.replace("\n", ",status\n"))
    preview = check(monitor, "work,hill,2016,5,bureau", "work,hill,2017,7,office").preview
    assert (preview.changed, preview.rewrites, preview.rewritten) == (2, 0, ())


def test_a_changed_denominator_rewrites_a_figure(monitor):
    head = "indicator,area,period,numerator,denominator\n"
    keep(monitor, "work,hill,2016,5,10", head=head)
    assert check(monitor, "work,hill,2016,5,11", head=head).preview.rewritten == ("2016",)


def test_a_new_edition_that_has_lost_old_periods_says_which(monitor):
    keep(monitor, *years(2012, 2018), *years(2012, 2018, area="town"))
    handed = check(monitor, *years(2014, 2019), *years(2014, 2019, area="town"))
    assert handed.preview.dropped == ("2012", "2013")
    assert handed.preview.missing == 4
    monitor.keep(handed, ANNA)
    assert {row.period for row in monitor.view().measurements()} == {str(year) for year in range(2012, 2020)}, (
        "it stays"
    )


def test_a_gap_in_the_middle_is_a_lost_period_too(monitor):
    keep(monitor, *years(2015, 2018))
    assert check(monitor, *years(2015, 2015), *years(2017, 2018)).preview.dropped == ("2016",)


def test_the_newest_year_alone_or_one_corrected_value_drops_nothing(monitor):
    keep(monitor, *years(2015, 2018))
    assert check(monitor, *years(2019, 2019)).preview.dropped == ()
    assert check(monitor, *years(2019, 2021)).preview.dropped == ()
    assert check(monitor, *years(2018, 2018, 99)).preview.dropped == ()


def test_a_small_file_does_not_report_the_rest_of_the_world_as_missing(monitor):
    keep(monitor, *years(2015, 2018), *years(2015, 2018, indicator="play"), *years(2015, 2018, area="town"))
    keep(monitor, *years(2001, 2004, source="census"))
    handed = check(monitor, *years(2015, 2017, 99))
    assert handed.preview.missing_keys == ("work hill 2018",)
    assert handed.preview.dropped == ("2018",)


def test_of_many_missing_rows_all_are_counted_and_the_first_are_named(monitor):
    months = [f"{1990 + n // 12}-{n % 12 + 1:02}" for n in range(SHOWN + 10)]
    keep(monitor, *(f"{name},hill,{month},100,office" for name in ("work", "play") for month in months))
    preview = check(monitor, f"work,hill,{months[5]},100,office", f"play,hill,{months[7]},100,office").preview
    gone = [f"play hill {month}" for month in months if month != months[7]]
    gone += [f"work hill {month}" for month in months if month != months[5]]
    assert preview.missing == len(gone) == 2 * SHOWN + 18
    assert preview.missing_keys == tuple(gone[:SHOWN])


def test_what_is_missing_is_what_its_sources_have_said_and_do_not_say_again(engine, monitor):
    chance = random.Random(7)

    def said(share):
        places = [(name, area, year) for name in ("work", "play") for area in ("hill", "town") for year in range(9)]
        chosen = [one for one in places if chance.random() < share]
        return {one: chance.choice(["office", "census", "bureau"]) for one in chosen}

    for share in (0.1, 0.3, 0.8):
        told, comes = said(0.8), said(share)
        keep(monitor, *(f"{name},{area},200{year},1,{source}" for (name, area, year), source in told.items()))
        stands = {(row.indicator, row.area, int(row.period[3])): row.source for row in monitor.view().measurements()}
        preview = check(
            monitor, *(f"{name},{area},200{year},2,{source}" for (name, area, year), source in comes.items())
        ).preview
        series = {(*one[:2], source) for one, source in comes.items()}
        series |= {(*one[:2], stands[one]) for one in comes if one in stands}
        gone = sorted(one for one, source in stands.items() if one not in comes and (*one[:2], source) in series)
        assert preview.missing == len(gone)
        assert preview.missing_keys == tuple(f"{name} {area} 200{year}" for name, area, year in gone)[:SHOWN]


def test_a_file_that_gives_its_figures_a_new_source_is_still_the_same_series(monitor):
    keep(monitor, *years(2015, 2018, source="office"))
    assert check(monitor, *years(2016, 2018, source="The Office")).preview.dropped == ("2015",)


def test_another_table_is_compared_with_itself_alone(monitor):
    keep(monitor, *years(2015, 2018))
    preview = check(monitor, "town,Town,district", head=AREAS).preview
    assert (preview.new, preview.changed, preview.missing_keys) == (0, 1, ("areas hill",))
    assert (preview.rewritten, preview.dropped) == ((), ())


def test_of_very_many_changes_the_first_are_shown_and_all_are_counted(monitor):
    days = [f"work,hill,{1900 + n // 12}-{n % 12 + 1:02},{{}},office" for n in range(SHOWN + 50)]
    keep(monitor, *(day.format(100) for day in days))
    preview = check(monitor, *(day.format(101) for day in days)).preview
    assert (preview.changed, preview.rewrites, len(preview.changes)) == (SHOWN + 50, SHOWN + 50, SHOWN)
    assert len(preview.rewritten) == SHOWN + 50
    assert [change.row for change in preview.changes] == list(range(2, SHOWN + 2))


def test_warnings_do_not_keep_rows_out(monitor):
    keep(monitor, *years(2015, 2018))
    handed = check(monitor, "work,hill,2019,100000,office", "work,hill,2018-Q2,40,office")
    assert [(one.row, one.column, one.rule, one.warning) for one in handed.problems] == [
        (2, "value", "unit_slip", True),
        (3, "period", "overlap", True),
    ]
    assert monitor.keep(handed, ANNA).rows == {"measurements": 2}


# Two people at once


def refused(monitor, handed, actor=ANNA):
    digest, batches = monitor.digest(), monitor.batches()
    with pytest.raises(Refused) as found:
        monitor.keep(handed, actor)
    assert found.value.key == "error.changed_meanwhile"
    assert (monitor.digest(), monitor.batches()) == (digest, batches), "nothing is lost and nothing half kept"
    assert monitor.verify()


def test_of_two_who_saw_the_same_preview_the_second_is_told_and_sees_what_the_first_did(monitor):
    ours, theirs = check(monitor, *years(2015, 2018, 1)), check(monitor, *years(2015, 2018, 2))
    monitor.keep(ours, ANNA)
    refused(monitor, theirs, PIOTR)
    again = check(monitor, *years(2015, 2018, 2))
    assert again.preview.changed == 4
    assert monitor.keep(again, PIOTR).by == "Piotr"


def test_the_same_file_handed_in_by_two_people_is_stored_once(monitor):
    ours, theirs = check(monitor, *years(2015, 2018)), check(monitor, *years(2015, 2018))
    monitor.keep(ours, ANNA)
    refused(monitor, theirs, PIOTR)
    assert monitor.keep(check(monitor, *years(2015, 2018)), PIOTR) is None


def test_a_double_click_stores_once(monitor):
    handed = check(monitor, *years(2015, 2018))
    monitor.keep(handed, ANNA)
    refused(monitor, handed)


def test_a_change_beyond_what_a_preview_shows_is_noticed(monitor):
    days = [f"work,hill,{1900 + n // 12}-{n % 12 + 1:02},{{}},office" for n in range(SHOWN + 50)]
    keep(monitor, *(day.format(100) for day in days))
    ours = check(monitor, *(day.format(101) for day in days))
    keep(monitor, days[-1].format(77), actor=PIOTR)
    refused(monitor, ours)


def test_a_change_and_its_undo_in_between_are_noticed_too(monitor):
    handed = check(monitor, *years(2015, 2015))
    monitor.undo(keep(monitor, *years(2015, 2015, 3), actor=PIOTR).id, PIOTR, "a slip")
    refused(monitor, handed)


def test_somebody_elses_batch_about_something_else_is_no_hindrance(monitor):
    handed = check(monitor, *years(2015, 2018))
    keep(monitor, *years(2015, 2018, area="town"), actor=PIOTR)
    assert monitor.keep(handed, ANNA).rows == {"measurements": 4}


def test_rows_whose_area_was_taken_back_meanwhile_are_not_stored(monitor):
    area = keep(monitor, "vale,Vale,estate", head=AREAS, actor=PIOTR)
    handed = check(monitor, *years(2015, 2018, area="vale"))
    monitor.undo(area.id, PIOTR, "no such estate")
    refused(monitor, handed)
