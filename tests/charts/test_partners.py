from azory_monitor.charts.cooperation import MOST, cooperation
from azory_monitor.charts.funding import ROOM, funding, funding_years
from azory_monitor.model.partners import Institution
from azory_monitor.model.partnership import Cooperation, FundedYear, FundingState, Pair, Partner
from tests.charts import estate
from tests.charts.pictures import marks, texts


def test_each_two_stand_twice_in_the_matrix_once_for_either(english, programme):
    chart = cooperation(english, programme, estate.cooperated())
    numbers = [text for trace in chart.figure.data for text in trace.text or ()]
    assert numbers == ["<b>2</b>"] * 4
    (counted,) = [trace for trace in chart.figure.data if trace.mode == "text"]
    assert len(set(zip(counted.x, counted.y, strict=True))) == 4


def test_ties_are_told_by_shape_and_a_part_of_the_other_by_an_outline(english, programme):
    figure = cooperation(english, programme, estate.cooperated()).figure
    shapes = [symbol for trace in figure.data if trace.mode == "markers" for symbol in trace.marker.symbol]
    assert sorted(shapes) == ["circle-open"] * 2 + ["square-open"] * 2
    assert sum(shape.line.color != "rgba(0,0,0,0)" for shape in figure.layout.shapes) == 2
    written = " ".join(texts(figure))
    assert "formal tie" in written and "informal tie" in written and "one institution is part of the other" in written


def test_only_the_dozen_with_most_partners_is_drawn_and_the_rest_is_said(english, programme):
    names = [f"i{number:02d}" for number in range(MOST + 3)]
    programme.institutions.update({one: Institution(id=one, name_en=one, kind="public") for one in names})
    found = Cooperation(
        partners=[Partner(institution=one, degree=1, activities=1) for one in names],
        pairs=[Pair(institution=names[0], other=one, activities=("a",)) for one in names[1:]],
    )
    chart = cooperation(english, programme, found)
    written = " ".join(texts(chart.figure)).replace("\u00a0", " ")
    assert "There are 3 more" in written and names[MOST] not in written
    assert len(chart.table.rows) == len(names) - 1


def test_without_pairs_there_is_no_picture(english, programme):
    assert cooperation(english, programme, Cooperation(took_place=3)) is None


def test_a_year_that_nothing_pays_for_is_seen_apart_from_one_without_entries(english, programme):
    figure = funding_years(english, programme, estate.funded()).figure
    written = texts(figure)
    assert written.count("○") == written.count("?") == 1
    outlined = [shape for shape in figure.layout.shapes if shape.line.color != "rgba(0,0,0,0)"]
    assert len(outlined) == 1
    assert len(marks(figure)) == 2, "the year that is paid for, in all and by kind"


def test_of_many_years_the_last_are_drawn_and_the_table_has_all(english, programme):
    years = [FundedYear(year=year, state="uncovered") for year in range(2000, 2020)]
    chart = funding_years(english, programme, FundingState(years=years))
    assert texts(chart.figure).count("○") == ROOM
    assert len(chart.table.rows) == 20


def test_the_pipeline_counts_every_entry_once(english, programme):
    figure = funding(english, programme, estate.funded()).figure
    assert len(marks(figure)) == 3
    assert "refused" in texts(figure) and "again" not in texts(figure)


def test_without_entries_there_is_no_picture_of_money(english, programme):
    assert funding(english, programme, FundingState()) is None
    assert funding_years(english, programme, FundingState()) is None
