"""How far an indicator has come from its baseline to its target."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azory_monitor.compare import progress
from tests.compare.drawn import cases, measured, only, programme

TODAY = date(2019, 6, 15)


def track(figures="", target="", direction="neither", measure="proportion", today=TODAY, **tables):
    drawn = f"id | direction | measure\nwork | {direction} | {measure}"
    targets = f"indicator | {target.strip()}".replace("\n", "\nwork | ", 1) if target else ""
    return only(progress(programme(drawn, targets=targets, **tables), measured(figures), "hill", today))


def series(drawn):
    """Figures written as "2016: 120, 2018: 100"."""
    pairs = [pair.split(":") for pair in drawn.split(",") if pair]
    return "indicator | period | value | qualifier\n" + "\n".join(
        f"work | {when.strip()} | {what.split()[-1]} | {' '.join(what.split()[:-1])}" for when, what in pairs
    )


def aim(target, due, start):
    """A target written as "<= 80" or "between 2 4", from "120/2016"; a question mark is not known."""
    operator, value, upper = [*target.split(), ""][:3]
    baseline, since = start.replace("?", "").split("/") if start else ("", "")
    every, until = ("year", "") if due == "yearly" else ("", due)
    return f"""
operator   | value   | upper   | period  | every   | baseline_value | baseline_period
{operator} | {value} | {upper} | {until} | {every} | {baseline}     | {since}
"""


# A target of 2020 set in 2016, seen in June 2019: by the end of 2018 half of the time has passed.
PATHS = """
case                        | target      | baseline | figures                     | share  | verdict
falling, half way           | <= 80       | 120      | 2018: 100                   | 0.5    | on_course
falling, short of half      | <= 80       | 120      | 2018: 101                   | 0.475  | behind
falling, beyond half        | <= 80       | 120      | 2018: 90                    | 0.75   | on_course
rising, half way            | >= 80       | 40       | 2018: 60                    | 0.5    | on_course
rising, too little          | >= 80       | 40       | 2018: 50                    | 0.25   | behind
no change                   | <= 80       | 120      | 2018: 120                   | 0      | behind
first year, on the path     | <= 80       | 120      | 2017: 110                   | 0.25   | on_course
away, falling               | <= 80       | 120      | 2018: 130                   | -0.25  | moving_away
away, rising                | >= 80       | 40       | 2018: 39                    | -0.025 | moving_away
reached                     | <= 80       | 120      | 2018: 80                    | 1      | achieved
passed                      | <= 80       | 120      | 2018: 70                    | 1.25   | achieved
reached, then lost          | <= 80       | 120      | 2017: 80, 2018: 90          | 0.75   | lost
reached, lost, reached      | <= 80       | 120      | 2016: 80, 2017: 90, 2018: 8 | 2.8    | achieved
met long before the start   | <= 80       | 120      | 2010: 70, 2018: 100         | 0.5    | on_course
already met                 | <= 150      | 119      | 2018: 119                   |        | achieved met_at_baseline
already met, now worse      | <= 150      | 119      | 2018: 130                   |        | achieved met_at_baseline
already met, then lost      | <= 150      | 119      | 2018: 151                   |        | lost
down to zero, reached       | <= 0        | 10       | 2018: 0                     | 1      | achieved
down to zero, not reached   | <= 0        | 10       | 2018: 0.001                 | 0.9999 | on_course
zero from the start         | <= 0        | 0        | 2018: 0                     |        | achieved met_at_baseline
up from zero                | >= 4        | 0        | 2018: 2                     | 0.5    | on_course
up from zero, still zero    | >= 4        | 0        | 2018: 0                     | 0      | behind
negative, rising to zero    | >= 0        | -10      | 2018: -5                    | 0.5    | on_course
negative, falling further   | <= -20      | -10      | 2018: -15                   | 0.5    | on_course
across zero                 | >= 5        | -5       | 2018: 0                     | 0.5    | on_course
strict, on the edge         | > 5         | 1        | 2018: 5                     | 1      | on_course
strict, over the edge       | > 5         | 1        | 2018: 6                     | 1.25   | achieved
strict, edge at the start   | > 5         | 5        | 2018: 5                     |        | behind
strict, away from the edge  | > 5         | 5        | 2018: 4                     |        | moving_away
strict and falling          | < 5         | 9        | 2018: 5                     | 1      | on_course
exactly, half way           | = 10        | 0        | 2018: 5                     | 0.5    | on_course
exactly, there              | = 10        | 0        | 2018: 10                    | 1      | achieved
exactly, overshot a little  | = 10        | 0        | 2018: 14                    | 0.6    | on_course
exactly, overshot too far   | = 10        | 0        | 2018: 25                    | -0.5   | moving_away
band, inside                | between 2 4 | 8        | 2018: 3                     | 1      | achieved
band, on its edges          | between 2 4 | 8        | 2018: 4                     | 1      | achieved
band, half way down to it   | between 2 4 | 8        | 2018: 6                     | 0.5    | on_course
band, half way up to it     | between 2 4 | 0        | 2018: 1                     | 0.5    | on_course
band, fallen through        | between 2 4 | 8        | 2018: 1                     | 0.75   | on_course
band, left on the far side  | between 2 4 | 8        | 2017: 3, 2018: 1            | 0.75   | lost
band, further away          | between 2 4 | 8        | 2018: 9                     | -0.25  | moving_away
only the baseline measured  | <= 80       | 120      | 2016: 120                   | 0      | cannot_tell only_baseline
a bound that decides        | <= 80       | 120      | 2018: less_than 80          |        | achieved
a bound that does not       | <= 80       | 120      | 2018: less_than 90          |        | cannot_tell inexact
a bound on the far side     | <= 80       | 120      | 2018: more_than 90          |        | cannot_tell inexact
a bound beyond the baseline | <= 80       | 120      | 2018: more_than 120         |        | moving_away
a strict bound at the edge  | < 80        | 120      | 2018: less_than 80          |        | achieved
about is near enough        | <= 80       | 120      | 2018: about 100             | 0.5    | on_course
"""


@pytest.mark.parametrize("case", **cases(PATHS))
def test_a_target_is_judged_by_the_straight_path_to_it(case):
    found = track(series(case.figures), aim(case.target, "2020", f"{case.baseline}/2016"))
    assert f"{found.status} {found.reason}".strip() == case.verdict
    assert found.share == (pytest.approx(float(case.share)) if case.share else None)


def test_half_of_the_time_has_passed_when_half_of_the_years_are_over():
    target = aim("<= 80", "2020", "120/2016")
    expected = {"2017": 0.25, "2018": 0.5, "2018-Q2": 0.25 + 0.25 * 181 / 365, "2019-03-31": 0.5 + 0.25 * 90 / 365}
    for when, share in expected.items():
        assert track(series(f"{when}: 100"), target).expected_share == pytest.approx(share)


def test_a_verdict_shows_what_it_rests_on():
    target = """
operator | value | period | baseline_period
<=       | 80    | 2020   | 2016
"""
    found = track(series("2016: 120, 2017: 118, 2018: about 100"), target)
    assert (found.baseline, found.baseline_period, found.target, found.operator) == (120, "2016", 80, "<=")
    assert (found.latest, found.latest_period, found.qualifier) == (100, "2018", "about")
    assert (found.target_period, found.state, found.share, found.expected_share) == ("2020", "agreed", 0.5, 0.5)
    assert [row.period for row in found.measurements] == ["2018", "2016"]


AGAINST_TIME = """
case                  | target | due     | start    | figures             | today      | verdict
the day before        | <= 80  | 2018    | 120/2016 | 2018: 81            | 2018-12-31 | behind
the day after         | <= 80  | 2018    | 120/2016 | 2018: 81            | 2019-01-01 | behind date_passed
missed by a hair      | > 5    | 2018    | 1/2016   | 2018: 5             | 2019-01-01 | behind date_passed
missed, moving away   | <= 80  | 2018    | 120/2016 | 2018: 130           | 2019-01-01 | behind date_passed
met in time           | <= 80  | 2018    | 120/2016 | 2018: 80            | 2019-01-01 | achieved
met, lost later       | <= 80  | 2018    | 120/2016 | 2018: 80, 2019: 81  | 2020-01-01 | lost
met late              | <= 80  | 2017    | 120/2016 | 2017: 90, 2018: 80  | 2019-01-01 | achieved
never again measured  | <= 80  | 2017    | 120/2016 | 2016: 120           | 2019-01-01 | cannot_tell only_baseline
a forecast            | <= 80  | 2020    | 120/2016 | 2018: 100, 2020: 70 | 2019-01-01 | on_course
no date               | <= 80  |         | 120/2016 | 2018: 100           | 2019-01-01 | cannot_tell no_target_period
no date, undated      | <= 80  | undated | 120/2016 | 2018: 100           | 2019-01-01 | cannot_tell no_target_period
no date, but met      | <= 80  |         | 120/2016 | 2018: 80            | 2019-01-01 | achieved
no date, moving away  | <= 80  |         | 120/2016 | 2018: 130           | 2019-01-01 | moving_away
no baseline           | <= 80  | 2020    |          | 2018: 100           | 2019-01-01 | cannot_tell no_baseline
no baseline, but met  | <= 80  | 2020    |          | 2018: 80            | 2019-01-01 | achieved
no baseline, lost     | <= 80  | 2020    |          | 2017: 80, 2018: 90  | 2019-01-01 | lost
no baseline, too late | <= 80  | 2017    |          | 2018: 100           | 2019-01-01 | behind date_passed
no baseline figure    | <= 80  | 2020    | ?/2016   | 2018: 100           | 2019-01-01 | cannot_tell no_baseline
undated baseline      | <= 80  | 2020    | 120/?    | 2018: 100           | 2019-01-01 | cannot_tell no_baseline
due before baseline   | <= 80  | 2015    | 120/2016 | 2018: 100           | 2019-01-01 | cannot_tell target_inconsistent
every year, met       | > 5    | yearly  |          | 2017: 3, 2018: 6    | 2019-06-01 | achieved
every year, edge      | > 5    | yearly  |          | 2018: 5             | 2019-06-01 | behind
every year, once met  | > 5    | yearly  |          | 2017: 6, 2018: 5    | 2019-06-01 | behind
every year, this one  | > 5    | yearly  |          | 2018: 6, 2019: 2    | 2019-06-01 | achieved
every year, none over | > 5    | yearly  |          | 2019: 2             | 2019-06-01 | cannot_tell no_full_year
every year, a quarter | > 5    | yearly  |          | 2018-Q4: 2          | 2019-06-01 | cannot_tell no_full_year
every year, undated   | > 5    | yearly  |          | undated: 7          | 2019-06-01 | cannot_tell undated_only
"""


@pytest.mark.parametrize("case", **cases(AGAINST_TIME))
def test_dates_decide_what_can_be_said(case):
    target = aim(case.target, case.due, case.start)
    found = track(series(case.figures), target, today=date.fromisoformat(case.today))
    assert f"{found.status} {found.reason}".strip() == case.verdict


WITHOUT_TARGET = """
case                        | state     | value | figures    | actions                  | verdict
nothing begun               |           |       |            | not_started              | not_started action_not_started
target, none begun          | agreed    | 5     |            | not_started, not_started | not_started action_not_started
one of two begun            | agreed    | 5     |            | not_started, done        | no_data no_measurement
begun, target               | agreed    | 5     |            | under_way                | no_data no_measurement
no action at all            | agreed    | 5     |            |                          | no_data no_measurement
no target row               |           |       | 2018: 3    |                          | no_target target_not_set
target not set              | not_set   |       | 2018: 3    |                          | no_target target_not_set
not set, yet a number       | not_set   | 5     | 2018: 3    |                          | no_target target_not_set
agreed without a number     | agreed    |       | 2018: 3    |                          | no_target target_not_set
neither target nor figure   | not_set   |       |            | under_way                | no_target target_not_set
measured though not begun   |           |       | 2018: 3    | not_started              | no_target target_not_set
only undated                | agreed    | 5     | undated: 9 |                          | cannot_tell undated_only
only a forecast             | agreed    | 5     | 2030: 9    |                          | no_data no_measurement
tentative, met              | tentative | 5     | 2018: 6    |                          | achieved target_tentative
tentative, not met          | tentative | 5     | 2018: 3    |                          | cannot_tell no_baseline
tentative, nothing measured | tentative | 5     |            |                          | no_data no_measurement
tentative without a number  | tentative |       | 2018: 3    |                          | no_target target_not_set
"""


@pytest.mark.parametrize("case", **cases(WITHOUT_TARGET))
def test_not_set_missing_and_not_started_are_three_things(case):
    actions = "\n".join(f"a{n} | work | {state.strip()}" for n, state in enumerate(case.actions.split(",")) if state)
    found = track(
        series(case.figures),
        f"state | operator | value | period\n{case.state} | >= | {case.value} | 2020" if case.state else "",
        actions=f"id | indicators | state\n{actions}" if actions else "",
    )
    assert f"{found.status} {found.reason}".strip() == case.verdict


def test_an_indicator_without_a_target_still_shows_its_latest_figure():
    found = track(series("2017: 3, 2018: 4, 2030: 9"))
    assert (found.latest, found.latest_period, found.target, found.state) == (4, "2018", None, "not_set")


def test_an_undated_figure_is_shown_but_never_the_latest():
    target = "operator | value | period\n>= | 5 | 2020"
    found = track(series("undated: 9"), target)
    assert (found.latest_period, found.latest) == ("undated", 9)
    assert track(series("undated: 9, 2015: 4"), target).latest_period == "2015"


def test_zero_is_a_figure_and_missing_is_none():
    target = "operator | value | period\n<= | 0 | 2020"
    assert track(series("2018: 0"), target).status == "achieved"
    drawn = "indicator | period | value | status\nwork | 2018 |  | missing"
    assert track(drawn, target).status == "no_data"


def test_a_hidden_latest_figure_is_neither_shown_nor_judged():
    target = "operator | value | period\n>= | 5 | 2020"
    found = track("indicator | period | value | status\nwork | 2017 | 6 |\nwork | 2018 |  | hidden", target)
    assert (found.status, found.reason, found.latest, found.latest_period) == ("cannot_tell", "hidden", None, "2018")


INCONSISTENT = """
target      | direction
>= 80       | lower
> 80        | lower
<= 80       | higher
< 80        | higher
between 4 2 | neither
between 4   | neither
"""


@pytest.mark.parametrize("case", **cases(INCONSISTENT))
def test_a_target_that_contradicts_itself_is_refused(case):
    found = track(series("2016: 120, 2018: 100"), aim(case.target, "2020", "120/2016"), case.direction)
    assert (found.status, found.reason, found.share) == ("cannot_tell", "target_inconsistent", None)


@pytest.mark.parametrize(
    ("direction", "baseline", "latest", "status"),
    [("lower", 120, 80, "achieved"), ("higher", 40, 80, "achieved"), ("neither", 120, 70, "achieved"),
     ("neither", 40, 90, "achieved"), ("lower", 120, 100, "on_course"), ("neither", 40, 50, "behind")],
)  # fmt: skip
def test_a_target_without_an_operator_is_at_least_or_at_most_as_the_way_goes(direction, baseline, latest, status):
    target = "value | period | baseline_period\n80 | 2020 | 2016"
    assert track(series(f"2016: {baseline}, 2018: {latest}"), target, direction).status == status


def test_a_quarter_is_not_set_against_a_year_of_something_counted():
    target = "operator | value | period | baseline_period\n>= | 80 | 2020 | 2016"
    figures = series("2016: 40, 2018: 60, 2019-Q1: 15")
    assert (track(figures, target, measure="count").latest, track(figures, target, measure="count").share) == (60, 0.5)
    assert track(figures, target, measure="proportion").latest_period == "2019-Q1"
    assert track(series("2018-04-06: 60"), target, measure="count").latest == 60


def test_two_noisy_points_are_called_no_more_than_their_share():
    target = "operator | value | period | baseline_period\n<= | 80 | 2020 | 2016"
    found = track(series("2016: 120, 2017: 119.9"), target)
    assert (found.status, found.share) == ("behind", pytest.approx(0.0025))


def test_a_status_given_by_hand_stands_with_author_and_reason_beside_the_computed_one():
    found = track(
        series("2018: 101"),
        aim("<= 80", "2020", "120/2016"),
        assessments="indicator | status | author | why_en | decided\nwork | on_course | Ewa | Soon | 2019-05-01",
    )
    assert (found.status, found.reason, found.computed_status) == ("on_course", "by_hand", "behind")
    assert (found.author, found.why, found.share) == ("Ewa", {"en": "Soon"}, pytest.approx(0.475))


def test_two_indicators_of_one_series_share_its_figures_and_its_target():
    targets = "indicator | operator | value | period\nfirst | <= | 80 | 2020"
    plan = programme("id | same_as\nfirst |\nagain | first", targets=targets)
    found = progress(plan, measured("indicator | period | value\nfirst | 2018 | 70"), "hill", TODAY)
    assert [f"{it.indicator} {it.status} {it.latest}" for it in found] == ["first achieved 70.0", "again achieved 70.0"]


def test_context_is_not_followed_and_the_order_is_the_table_s():
    drawn = "id | kind\nz | output\nc | context\na | process\nm | result"
    assert [it.indicator for it in progress(programme(drawn), [], "hill", TODAY)] == ["z", "a", "m"]


def test_figures_and_targets_of_other_areas_are_left_alone():
    figures = measured("indicator | area | period | value\nwork | town | 2018 | 5")
    found = only(progress(programme("id\nwork"), figures, "hill", TODAY))
    assert (found.status, found.latest, found.area) == ("no_target", None, "hill")


@given(
    baseline=st.integers(-1000, 1000),
    target=st.integers(-1000, 1000),
    latest=st.integers(-1000, 1000),
    shift=st.integers(-1000, 1000),
)
def test_moving_or_mirroring_the_scale_changes_no_status(baseline, target, latest, shift):
    """Zero is no special place, and less wanted is judged as more wanted is."""

    def status(b, t, v, operator):
        found = track(series(f"2018: {v}"), aim(f"{operator} {t}", "2020", f"{b}/2016"))
        return found.status, found.reason, found.share if found.share is None else round(found.share, 9)

    rising = status(baseline, target, latest, ">=")
    assert status(baseline + shift, target + shift, latest + shift, ">=") == rising
    assert status(-baseline, -target, -latest, "<=") == rising
