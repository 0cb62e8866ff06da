"""Results as tables: every cell in words, four kinds of nothing told apart."""

import datetime

from azory_monitor import compare
from azory_monitor.model.batch import Batch, Change, Problem
from azory_monitor.model.register import Barrier
from azory_monitor.model.tables import TABLES
from azory_monitor.words import tables
from tests.words.drawn import EN, PL, compared, measured, programme, progressed, spaced

PLAN = programme()


def lines(table):
    """The rows of a table as text, cells parted by bars."""
    return [spaced(" | ".join(row)) for row in table.rows]


def heads(table):
    return spaced(" | ".join(table.columns))


def test_a_comparison_table_of_one_pair_is_headed_by_its_areas():
    figures = [measured("crime", "hill", 5.6243), measured("crime", "town", 10.47)]
    figures += [measured("poverty", "hill", 2.05, (1377, 67141)), measured("poverty", "town", 1.65, (12649, 766739))]
    table = tables.comparison_table(PL, PLAN, compared(PLAN, *figures))
    assert heads(table) == (
        "Wskaźnik | Jednostka | Okres | Osiedle Górka | Miasto | "
        "Różnica | Przedział 95 % różnicy | Iloraz | Wynik porównania"
    )
    assert lines(table) == [
        "Ubóstwo | % | 2016 | 2,05 | 1,65 | 0,44 p.p. | od 0,33 do 0,55 | 1,24 | wyraźnie gorzej",
        "Przestępstwa | na 1000 mieszkańców | 2016 | 5,62 | 10,47 | −4,85 | – | 0,54 | "
        "korzystniej, nie wiadomo, czy przypadkiem",
    ]
    assert table.caption == "Porównanie: Osiedle Górka, Miasto. Okres: 2016. Źródło: Badanie"


def test_a_comparison_table_of_several_benchmarks_names_them_in_the_rows():
    figures = [measured("crime", "hill", 5.0), measured("crime", "town", 10.0), measured("crime", "alike", 6.0)]
    found = compared(PLAN, *figures) + compared(PLAN, *figures, benchmark="alike")
    table = tables.comparison_table(EN, PLAN, found)
    assert "Area | Value | Compared with | Benchmark value" in heads(table)
    assert [line.split(" | ")[5] for line in lines(table)] == ["Town", "Similar estates"]


def test_no_comparisons_make_an_empty_table():
    table = tables.comparison_table(EN, PLAN, [])
    assert table.rows == () and table.caption == "Comparison: –. Period: not stated. Source: not stated"


def test_every_table_marks_its_columns_of_numbers():
    table = tables.comparison_table(EN, PLAN, [])
    assert len(table.numeric) == len(table.columns)


def test_zero_missing_hidden_not_set_and_not_started_are_five_different_cells():
    def latest(*figures, **target):
        plan = programme(targets=[{"indicator": "meetings", "state": "not_set"} | target])
        table = tables.progress_table(EN, plan, progressed(plan, *figures))
        return spaced(table.rows[0][3]), spaced(table.rows[0][2])

    agreed = {"state": "agreed", "operator": ">=", "value": 0}
    assert latest(measured("meetings", "hill", 0)) == ("0 meetings", "not set")
    assert latest() == ("no data", "not set")
    assert latest(**agreed) == ("no data", "at least 0 meetings")
    assert latest(measured("meetings", "hill", status="hidden")) == ("hidden", "not set")
    not_started = compare.progress(PLAN, [], "hill", datetime.date(2019, 6, 30))[0]
    told = not_started.model_copy(update={"status": "not_started", "reason": "action_not_started"})
    assert tables.progress_table(EN, PLAN, [told]).rows[0][3] == "not started"


def test_a_measurement_table_shows_values_as_printed_with_their_counts_and_source():
    figures = [
        measured("poverty", "hill", 2.05, (1377, 67141), locator="L139"),
        measured("poverty", "town", status="missing", source=""),
        measured("poverty", "lake", status="hidden"),
    ]
    table = tables.measurement_table(EN, PLAN, figures)
    assert lines(table) == [
        "Poverty | Hill estate | 2016 | 2.05 % | 1,377 | 67,141 | final | Study | line 139",
        "Poverty | Town | 2016 | no data | – | – | no data | – | –",
        "Poverty | Lake estate | 2016 | hidden | – | – | hidden | Study | –",
    ]
    assert table.caption == "Measurements: Poverty. Period: 2016. Source: Study"


def test_the_status_of_figures_is_a_column_only_where_one_is_not_final():
    final, draft = measured("poverty", "hill", 1.0), measured("poverty", "town", 1.0, status="provisional")
    assert "Status" not in tables.measurement_table(EN, PLAN, [final]).columns
    assert "Status" in tables.measurement_table(EN, PLAN, [final, draft]).columns


def test_a_column_without_any_entry_is_left_out_unless_its_emptiness_says_something():
    table = tables.measurement_table(EN, PLAN, [measured("poverty", "hill", 2.05, period="2016")])
    assert not {"Numerator", "Denominator"} & set(table.columns)
    assert "Cooperation" in tables.matrix_table(EN, PLAN, {("money", ""): 2}, {"money": 2}).columns
    assert "Numerator" in tables.measurement_table(EN, PLAN, []).columns


def test_figures_shown_as_of_one_source_do_not_repeat_it():
    table = tables.measurement_table(EN, PLAN, [measured("poverty", "hill", 2.05)], of_source=True)
    assert "Source" not in table.columns and "Source: Study" in table.caption


def test_a_caption_lists_few_periods_and_gives_the_ends_of_many():
    def caption(*periods):
        figures = [measured("poverty", "hill", 1.0, period=period) for period in periods]
        return tables.measurement_table(PL, PLAN, figures).caption

    assert "Okres: 2014, 2015, bez daty." in caption("2015", "undated", "2014")
    assert "Okres: 2012 – 2016." in caption("2012", "2013", "2014", "2016")


def test_a_ranking_table_ends_with_the_areas_without_a_value():
    figures = [measured("crime", area, value) for area, value in (("hill", 5.0), ("lake", 6.0), ("wood", 8.0))]
    (ranking,) = compare.rankings(PLAN, figures)
    without = ranking.model_copy(update={"missing": ("town",)})
    table = tables.ranking_table(EN, PLAN, without)
    assert heads(table) == "Rank | Area | Value (per 1,000 residents)"
    assert lines(table) == [
        "1 | Wood estate | 8.00",
        "2 | Lake estate | 6.00",
        "3 | Hill estate | 5.00",
        "– | Town | no data",
    ]


def test_a_conflict_table_marks_the_figure_used():
    figures = [measured("old", "hill", 27.94), measured("old", "hill", 27.9, status="conflicting", source="leaflet")]
    table = tables.conflict_table(EN, PLAN, compare.conflicts(PLAN, figures))
    assert [(spaced(row[2]), row[-1]) for row in table.rows] == [("27.94 %", "yes"), ("27.9 %", "no")]


def test_a_misfit_table_sets_the_printed_value_beside_that_of_the_counts():
    misfits = compare.misfits(PLAN, [measured("poverty", "hill", 2.5, (1377, 67141))])
    assert lines(tables.misfit_table(EN, PLAN, misfits)) == [
        "Poverty | Hill estate | 2016 | 2.5 % | 2.05 % | 1,377 | 67,141"
    ]


def test_a_problem_table_leaves_the_row_of_the_whole_file_empty():
    problems = [Problem(row=1234, column="kind", value="x", rule="required"), Problem(row=0, rule="no_rows")]
    table = tables.problem_table(PL, problems)
    assert [row[:3] for row in table.rows] == [("1234", "kind", "x"), ("–", "–", "–")]
    assert spaced(table.caption) == "2 problemy w pliku"


def test_a_change_table_has_a_line_for_each_cell_old_beside_new():
    change = Change(
        table="measurements", key="poverty hill 2016", row=7, cells={"value": (None, 2.05), "note_pl": ("a", "b")}
    )
    assert lines(tables.change_table(EN, [change])) == [
        "7 | poverty hill 2016 | Value | – | 2.05",
        "7 | poverty hill 2016 | Note (Polski) | a | b",
    ]


def test_a_batch_table_says_who_took_in_what_and_when():
    batch = Batch(
        id=1001,
        what="import",
        by="Anna",
        taken=datetime.datetime(2019, 6, 3, 14, 5),
        file="x.csv",
        rows={"measurements": 36},
    )
    assert lines(tables.batch_table(PL, [batch])) == [
        "1001 | 3 czerwca 2019, godz. 14:05 UTC | Anna | wczytanie pliku | x.csv | Pomiary: 36"
    ]


def test_any_register_table_shows_names_for_ids_and_words_for_choices():
    barrier = Barrier(
        id="b",
        title={"pl": "Brak lokalu", "en": "No premises"},
        kind="barrier",
        theme="money",
        opened="2018-04",
        locator="L1",
    )
    (line,) = lines(tables.barrier_table(PL, PLAN, [barrier]))
    assert line == "Brak lokalu | bariera | Pieniądze | otwarta | kwiecień 2018 | wiersz 1"


def test_every_table_of_the_package_can_be_shown_in_every_language():
    for speaker in (PL, EN):
        for name, row in TABLES.items():
            table = tables.register_table(speaker, PLAN, list(getattr(PLAN, name, {}).values()), row)
            assert table.columns and all(len(cells) == len(table.columns) for cells in table.rows)


def test_the_matrix_shows_every_objective_and_leaves_empty_cells_empty():
    table = tables.matrix_table(EN, PLAN, {("money", ""): 2}, {"money": 2})
    assert [table.columns, table.rows] == [("Theme", "Cooperation", "no objective", "all"), (("Money", "–", "2", "2"),)]
