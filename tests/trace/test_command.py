"""Where a figure comes from, on the command line."""

import json
import shutil

import pytest

from azory_monitor.cli import main
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor


@pytest.fixture(scope="module")
def home(lived, tmp_path_factory):
    """A copy of the home, which the command line may open for itself."""
    monitor, batches = lived
    path = tmp_path_factory.mktemp("traced")
    shutil.copytree(monitor.home.ledger, Home(path).ledger)
    Monitor(Home(path)).close()  # which makes the database, and tells so once
    return path, batches


@pytest.fixture
def ask(home, capsys):
    def run(*words):
        status = main(["--home", str(home[0]), "--lang", "en", *words])
        out, err = capsys.readouterr()
        return status, out, err

    return run


def test_json_has_file_row_text_batch_author_and_transformations(ask, home):
    status, out, _ = ask("trace", "evictions-rate", "azory", "2016", "--json")
    told = json.loads(out)
    assert status == 0
    assert (told["file"], told["row"], told["column"], told["raw"]) == ("eksmisje.csv", 2, 4, "1 007,25")
    assert (told["author"], told["hidden"], told["agrees"]) == ("Anna Nowak", False, True)
    assert told["batch"]["batch"] == home[1]["eksmisje.csv"].id
    assert [step["rule"] for step in told["transformations"]] == ["thousands"]
    assert told["sha256"] == told["batch"]["sha256"]


def test_area_and_period_may_be_options_and_a_period_may_have_spaces(ask):
    plain = ask("trace", "offences-rate", "azory", "2016")
    assert ask("trace", "offences-rate", "--area", "azory", "--period", "2016 r.") == plain


def test_an_earlier_state_is_told_as_it_was(ask, home):
    raw = [
        json.loads(ask("trace", "offences-rate", "azory", "2016", "--as-of", str(home[1][name].id), "--json")[1])["raw"]
        for name in ("policja.csv", "corrected", "undone", "again")
    ]
    assert raw == ["6.1", "6.3", "6.1", "6.4"]


def test_a_row_of_any_table_is_told_by_its_key(ask):
    status, out, _ = ask("trace", "targets", "estate-safe", "azory")
    assert status == 0
    assert "targets-2.csv" in out and "Próg obniżono" in out


def test_people_read_the_sentence_first_then_the_cells(ask):
    _, out, _ = ask("trace", "offences-rate", "azory", "2016")
    assert out.splitlines()[0].endswith("brought in on 20 November 2026 by Jan.")
    assert "D3" in out and "6.4" in out


def test_a_hidden_figure_tells_its_file_and_nothing_of_it(ask):
    _, out, _ = ask("trace", "hardship-poverty", "azory", "2019", "--json")
    told = json.loads(out)
    assert (told["hidden"], told["file"], told["row"], told["raw"], told["cells"]) == (True, "ubóstwo.csv", 0, "", [])
    assert "13100" not in out


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        (("offnces-rate",), "offences-rate"),
        (("offences-rate", "azor"), "azory"),
        (("offences-rate", "azory", "1999"), "2015"),
        (("targets", "estate-saf", "azory"), "estate-safe azory"),
    ],
)
def test_what_is_unknown_is_refused_with_the_nearest(ask, words, nearest):
    status, _, err = ask("trace", *words)
    assert status == 1 and nearest in err
