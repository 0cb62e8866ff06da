"""Nothing that is hidden is sent to a reader, on any page, in any file, in either language."""

import io
import re
import zipfile
from contextlib import contextmanager

import pytest
from pypdf import PdfReader
from streamlit import config

from azory_monitor.access import Actor
from azory_monitor.changes import changes
from azory_monitor.cli import main
from azory_monitor.errors import NotAllowed
from azory_monitor.exporting import FORMATS, brief_page, exported
from azory_monitor.monitor import open_monitor
from tests.pages.conftest import FILES, shown, visit

ANNA = Actor("Anna", "coordinator")
PARTS = """id;name_pl;name_en;kind;parent
azory-north;Północ;North;part;azory
azory-south;Południe;South;part;azory
"""
FIRST = """indicator;area;period;value;numerator;denominator;source
activated-at-risk;azory;2018;6001040;;;oif
activated-at-risk;azory-north;2018;6001037;;;oif
activated-at-risk;azory-south;2018;3;;;oif
box-users;azory;2018;4801951;;;oif
hardship-poverty;azory;2018;;3;791939;oif
"""
CORRECTED = "indicator;area;period;value;source\nbox-users;azory;2018;4801953;oif\n"
SHOWN = "6001040"
SECRETS = {
    "the other part": "6001037",
    "the small correction": "4801953",
    "the base of a small share": "791939",
    "the small share": "000378817",
}


def spelled(number: str) -> re.Pattern[str]:
    """A number as any language writes it."""
    return re.compile(rf"(?<!\d){'[   .,’]?'.join(number)}")


@pytest.fixture
def secretive(own_home):
    """A home in which figures are hidden for each of the reasons."""
    monitor = open_monitor()
    for name, table, text in (
        ("areas.csv", "areas", PARTS),
        ("first.csv", "measurements", FIRST),
        ("corrected.csv", "measurements", CORRECTED),
    ):
        assert monitor.keep(monitor.check(name, text.encode(), table=table), ANNA), name
    return monitor


@contextmanager
def listening(address):
    """The monitor as it is reached from elsewhere, where nobody but a reader can be."""
    before = config.get_option("server.address")
    config.set_option("server.address", address)
    try:
        yield
    finally:
        config.set_option("server.address", before)


def sent(app) -> str:
    """Every message of a page, whatever it draws."""
    found, waiting = [], [app._tree]
    while waiting:
        one = waiting.pop()
        waiting += getattr(one, "children", {}).values()
        if getattr(one, "proto", None) is not None:
            found.append(one.proto.SerializeToString().decode("utf-8", "ignore"))
    return "\n".join(found)


def told(content: bytes) -> str:
    """Everything that a file says, of an archive with all that is in it, of a PDF its text."""
    if content.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if not content.startswith(b"PK"):
        return content.decode("utf-8", "ignore")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(told(archive.read(name)) for name in archive.namelist())


def given_away(text: str) -> list[str]:
    return [what for what, number in SECRETS.items() if spelled(number).search(text)]


def test_each_figure_is_hidden_for_its_reason(secretive):
    found = {(one.row.indicator, one.row.area): one.why for one in secretive.entered(ANNA, secretive.view())}
    assert found == {
        ("activated-at-risk", "azory-south"): "small",
        ("activated-at-risk", "azory-north"): "earlier",
        ("box-users", "azory"): "correction",
        ("hardship-poverty", "azory"): "small",
    }
    assert secretive.view(as_of=len(secretive.batches()) - 1).measurements("box-users", "azory")[0].value == 4801951


def test_no_page_sends_a_hidden_figure_to_a_reader(secretive):
    before = str(len(secretive.batches()) - 1)
    found = {}
    with listening("0.0.0.0"):
        for language in ("pl", "en"):
            app = visit("overview", lang=language, indicator="activated-at-risk")
            for page, file in FILES.items():
                app.switch_page(str(file)).run()
                assert not app.exception, page
                found[page] = sent(app)
            assert {page: away for page, text in found.items() if (away := given_away(text))} == {}
            assert spelled(SHOWN).search(found["indicator"])
        assert given_away(sent(visit("snapshots", as_of=before, lang="en"))) == []


def test_no_file_holds_a_hidden_figure(secretive):
    secretive.freeze("June", ANNA)
    view = secretive.view()
    files = {name: content for name, content in secretive.frozen_files("June").items() if name != "report-en.pdf"}
    files |= {name: exported(view, name, "pl") for name in FORMATS if name not in ("package", "html", "pdf")}
    files["brief"] = brief_page(view, "welfare", "en")
    assert {name: away for name, content in files.items() if (away := given_away(told(content)))} == {}
    assert spelled(SHOWN).search(told(files["csv"]))


def test_no_difference_and_no_command_tells_a_hidden_figure(secretive, own_home, capsys):
    last = len(secretive.batches())
    between = changes(secretive.view(as_of=last - 2), secretive.view())
    assert given_away(between.model_dump_json()) == []
    secretive.close()
    for command in (["measurements"], ["diff", str(last - 1), "now"], ["progress"], ["trend"], ["compare"], ["counts"]):
        assert main(["--home", str(own_home), "--lang", "pl", "--json", *command]) == 0
    assert given_away(capsys.readouterr().out) == []


def test_who_may_write_sees_what_was_entered_and_a_reader_is_refused(secretive):
    page = shown(visit("quality", lang="en"))
    assert spelled("6001037").search(page) and spelled("4801953").search(page)
    with pytest.raises(NotAllowed):
        secretive.entered(Actor("Jan", "reader"), secretive.view())
    with listening("0.0.0.0"):
        assert given_away(shown(visit("quality", lang="en"))) == []
