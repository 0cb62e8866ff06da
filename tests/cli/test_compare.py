"""What the command line compares: every kind of benchmark, one kind, a period, another period."""

import pytest

OTHER_YEARS = (
    "indicator,area,period,value,numerator,denominator,source\n"
    "hardship-poverty,district-4,2019,,900,67000,x\n"
    "hardship-poverty,district-4,2020,,800,67000,x\n"
    "hardship-poverty,krakow,2019,,12000,770000,x\n"
)


@pytest.fixture
def compared(ask, tmp_path):
    """What ``compare`` says of the district once more years were handed in."""
    years = tmp_path / "years.csv"
    years.write_text(OTHER_YEARS, encoding="utf-8")
    assert ask("import", years, "--by", "Anna")[0] == 0

    def run(*arguments, indicator="hardship-poverty"):
        return ask("compare", "--area", "district-4", "--indicator", indicator, *arguments)

    return run


def test_all_kinds_come_and_each_can_be_asked_for_alone(compared):
    _, every = compared()
    assert [one["against"] for one in every] == ["area", "earlier"]
    for kind in ("area", "earlier", "standard"):
        _, found = compared("--against", kind)
        assert found == [one for one in every if one["against"] == kind]


def test_a_period_of_its_own_is_compared(compared):
    _, (found,) = compared("--period", "2019", "--against", "area")
    assert (found["period"], found["standing"], found["method"]) == ("2019", "better", "newcombe_rest")
    assert compared("--period", "2003")[1] == []


def test_another_period_of_the_benchmark_is_taken_only_on_request(compared):
    _, (refused,) = compared("--against", "area")
    assert (refused["reason"], refused["difference"], refused["benchmark_period"]) == ("other_period", None, "")
    _, (found,) = compared("--against", "area", "--other-period")
    assert (found["period"], found["benchmark_period"], found["tested_against"]) == ("2020", "2019", "rest")
    assert "2020" in found["sentence"] and "2019" in found["sentence"]


def test_what_is_no_period_is_refused_with_a_sentence(compared):
    status, said = compared("--period", "soon")
    assert (status, said["error"]["key"]) == (1, "error.period_unreadable")
