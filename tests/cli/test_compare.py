"""What the command line compares: every kind of benchmark, one kind, a period, another period."""

import json
from pathlib import Path

import pytest

from azory_monitor.cli import main

ROOT = Path(__file__).parents[2]
OTHER_YEARS = (
    "indicator,area,period,value,numerator,denominator,source\n"
    "hardship-poverty,district-4,2019,,900,67000,x\n"
    "hardship-poverty,district-4,2020,,800,67000,x\n"
    "hardship-poverty,krakow,2019,,12000,770000,x\n"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("compare")
    (folder / "years.csv").write_text(OTHER_YEARS, encoding="utf-8")
    path = folder / "home"
    assert main(["--home", str(path), "init", "--from", str(ROOT / "data"), "--json"]) == 0
    assert main(["--home", str(path), "import", str(folder / "years.csv"), "--by", "Anna", "--json"]) == 0
    return path


@pytest.fixture
def ask(home, capsys):
    def run(*arguments, indicator="hardship-poverty"):
        capsys.readouterr()
        asked = ["compare", "--area", "district-4", "--indicator", indicator, *arguments]
        status = main(["--home", str(home), *asked, "--json"])
        return status, json.loads(capsys.readouterr().out)

    return run


def test_all_kinds_come_and_each_can_be_asked_for_alone(ask):
    _, every = ask()
    assert [one["against"] for one in every] == ["area", "earlier"]
    for kind in ("area", "earlier", "standard"):
        _, found = ask("--against", kind)
        assert found == [one for one in every if one["against"] == kind]


def test_a_period_of_its_own_is_compared(ask):
    _, (found,) = ask("--period", "2019", "--against", "area")
    assert (found["period"], found["standing"], found["method"]) == ("2019", "better", "newcombe_rest")
    assert ask("--period", "2003")[1] == []


def test_another_period_of_the_benchmark_is_taken_only_on_request(ask):
    _, (refused,) = ask("--against", "area")
    assert (refused["reason"], refused["difference"], refused["benchmark_period"]) == ("other_period", None, "")
    _, (found,) = ask("--against", "area", "--other-period")
    assert (found["period"], found["benchmark_period"], found["tested_against"]) == ("2020", "2019", "rest")
    assert "2020" in found["sentence"] and "2019" in found["sentence"]


def test_what_is_no_period_is_refused_with_a_sentence(ask):
    status, said = ask("--period", "soon")
    assert (status, said["error"]["key"]) == (1, "error.period_unreadable")
