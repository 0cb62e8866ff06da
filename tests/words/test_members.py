"""What a group's average is made of, and the waves of a survey, as tables; grades by their names."""

from dataclasses import replace

from azory_monitor import compare
from azory_monitor.model.yardstick import Grade
from azory_monitor.words import tables
from azory_monitor.words.grades import said_value
from azory_monitor.words.sentences import progress_sentence
from tests.words.drawn import EN, PL, compared, measured, programme, progressed, spaced

PLAN = programme()


def table(speaker, *figures, benchmark="alike"):
    (one,) = compared(PLAN, *figures, benchmark=benchmark)
    return tables.members_table(speaker, PLAN, one)


def test_members_of_a_pooled_average_weigh_as_much_as_they_count():
    shown = table(
        EN,
        measured("poverty", "hill", 2, (20, 1000)),
        measured("poverty", "lake", 3, (90, 3000)),
        measured("poverty", "wood", None, (10, 1000)),
    )
    assert shown.columns == ("Area", "Value", "Numerator", "Denominator", "Weight", "Source")
    assert [tuple(map(spaced, row)) for row in shown.rows] == [
        ("Lake estate", "3 %", "90", "3,000", "75.0 %", "Study"),
        ("Wood estate", "1.00 %", "10", "1,000", "25.0 %", "Study"),
    ]
    assert spaced(shown.caption) == (
        "Similar estates (2016): 2.50 %, from the counts of 2 areas together; "
        "the weight is each one’s part of the total denominator"
    )


def test_members_of_a_plain_mean_weigh_the_same():
    figures = [measured("crime", area, value) for area, value in (("hill", 5.0), ("lake", 6.0), ("wood", 8.0))]
    shown = table(PL, *figures)
    assert [spaced(row[shown.columns.index("Waga")]) for row in shown.rows] == ["50,0 %", "50,0 %"]
    assert shown.caption == "Podobne osiedla (2016): 7,00, zwykła średnia z 2 obszarów, każdego z tą samą wagą"


def test_a_member_without_a_value_is_named():
    plan = replace(PLAN, areas=PLAN.areas | {"mill": PLAN.areas["wood"].model_copy(update={"id": "mill"})})
    figures = [measured("crime", area, value) for area, value in (("hill", 5.0), ("lake", 6.0), ("wood", 8.0))]
    (one,) = compared(plan, *figures, benchmark="alike")
    assert tables.members_caption(EN, plan, one).endswith("; not in it, because without a value: Wood estate")


def test_a_published_average_says_that_its_members_are_not_stated():
    figures = [measured("crime", area, 6.0) for area in ("hill", "lake", "wood", "alike")]
    assert table(EN, *figures).rows == ()
    assert table(EN, *figures).caption == "Similar estates: as published, members not stated"
    assert table(PL, *figures).caption == "Podobne osiedla: wartość opublikowana, składu grupy nie podano"


SURVEY = programme(
    safe={
        "name": {"pl": "Poczucie bezpieczeństwa", "en": "Feeling safe"},
        "question": {"pl": "Czy jest bezpiecznie?", "en": "Is it safe?"},
        "decimals": 1,
    }
)


def test_waves_stand_with_question_number_asked_share_and_interval():
    figures = [
        measured("safe", "hill", 62, (None, 500), "2018"),
        measured("safe", "hill", None, (240, 480)),
        measured("safe", "hill", period="2019", status="hidden"),
        measured("safe", "hill", 70.0, period="2020", qualifier="about"),
    ]
    shown = tables.waves_table(EN, SURVEY, compare.waves(SURVEY, figures))
    assert shown.columns == (
        "Survey", "Period", "Area", "Question asked", "Number asked", "Answered so", "95\N{NO-BREAK SPACE}% interval",
    )  # fmt: skip
    assert [tuple(map(spaced, row)) for row in shown.rows] == [
        ("Study", "2016", "Hill estate", "Is it safe?", "480", "50.0 %", "45.5 to 54.5"),
        ("Study", "2018", "Hill estate", "Is it safe?", "500", "62.0 %", "57.7 to 66.1"),
        ("Study", "2019", "Hill estate", "Is it safe?", "–", "hidden", "–"),
        ("Study", "2020", "Hill estate", "Is it safe?", "–", "about 70.0 %", "–"),
    ]
    polish = tables.waves_table(PL, SURVEY, compare.waves(SURVEY, figures[:2]))
    assert polish.caption == "Badania ankietowe: Poczucie bezpieczeństwa. Okres: 2016, 2018"
    assert spaced(polish.rows[0][-1]) == "od 45,5 do 54,5"


def graded(targets=()):
    plan = programme(
        targets,
        meetings={
            "name": {"pl": "Współpraca", "en": "Cooperation"},
            "kind": "output",
            "measure": "score",
            "per": None,
            "unit": {},
            "direction": "higher",
            "decimals": 0,
        },
    )
    names = {1: ("wcale", "not at all"), 2: ("częściowo", "partly"), 3: ("w pełni", "fully")}
    grades = {
        f"meetings {value}": Grade(indicator="meetings", value=value, name={"pl": polish, "en": english})
        for value, (polish, english) in names.items()
    }
    return replace(plan, grades=grades)


def test_a_score_is_said_by_the_name_of_its_grade():
    plan = graded()
    indicator = plan.indicators["meetings"]
    assert said_value(EN, plan, indicator, 2) == "2 – partly"
    assert said_value(PL, plan, indicator, 2) == "2 – częściowo"
    assert said_value(EN, plan, indicator, 2, "about") == "about 2 – partly"
    assert said_value(EN, plan, indicator, 5) == "5"
    assert said_value(EN, plan, indicator, None) == "no data"
    assert "–" not in said_value(EN, plan, plan.indicators["poverty"], 2)


def test_a_table_of_values_tells_grades():
    plan = graded()
    shown = tables.measurement_table(PL, plan, [measured("meetings", "hill", 2.0)])
    assert shown.rows[0][shown.columns.index("Wartość")] == "2 – częściowo"


SCORED = {
    "indicator": "meetings",
    "state": "agreed",
    "operator": ">=",
    "value": 3,
    "period": "2020",
    "baseline_value": 1,
    "baseline_period": "2014",
}


def test_a_score_makes_its_way_to_a_target_from_grade_to_grade():
    plan = graded([SCORED])
    for value, status in ((3, "achieved"), (2, "on_course"), (1, "behind")):
        told = next(one for one in progressed(plan, measured("meetings", "hill", value, period="2017")) if one.status)
        assert (told.indicator, told.status) == ("meetings", status)
    (one,) = [one for one in progressed(plan, measured("meetings", "hill", 2)) if one.indicator == "meetings"]
    said = progress_sentence(EN, plan, one)
    assert "2 – partly" in said and "3 – fully" in said and "1 – not at all" in said
    row = tables.progress_table(PL, plan, [one]).rows[0]
    assert "2 – częściowo" in row and any("3 – w pełni" in cell for cell in row)


def test_scores_are_never_compared_between_areas_nor_averaged():
    figures = [measured("meetings", area, 2.0) for area in ("hill", "lake", "wood", "town")]
    assert compare.comparisons(graded(), figures, ["hill"]) == []
    assert compare.rankings(graded(), figures) == []
