"""Nothing that is hidden is sent to a reader, on any page, in any file, in either language."""

import io
import re
import shutil
import zipfile
from contextlib import closing, contextmanager

import pytest
from pypdf import PdfReader
from streamlit import config

from azory_monitor.access import Actor
from azory_monitor.changes import changes
from azory_monitor.cli import main
from azory_monitor.errors import NotAllowed
from azory_monitor.exporting import FORMATS, brief_page, exported
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor, open_monitor
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
INDICATORS = """id;name_pl;name_en;kind;theme;measure;unit_pl;unit_en;unit_kind;direction
crisis-help;Pomoc w kryzysie;Help in a crisis;output;welfare;count;osoby;people;people;higher
"""
DERIVATIONS = """id;name_pl;name_en;indicator;counts;by;kinds
crisis-help;Pomoc w kryzysie;Help in a crisis;crisis-help;attendances;year;assistance
"""
ACTIVITIES = """id;date;kind;title_pl;title_en;state;participants;children
shelter-few;2018-03-01;assistance;Mały dyżur;A small session;held;3;
shelter-many;2018-04-01;assistance;Duży dyżur;A great session;held;7300419;7300410
"""
MENDED = """id;date;kind;title_pl;title_en;state;participants;children;same_as
shelter-many;2018-04-01;assistance;Duży dyżur;A great session;held;7300411;7300410;
shelter-again;2018-04-01;assistance;Duży dyżur drugi raz;A great session again;held;7300411;;shelter-many
"""
TARGETS = """indicator;area;state;operator;value;period;baseline_value;baseline_period
activated-at-risk;azory;agreed;>=;9002000;2030;6001040;2018
activated-at-risk;azory-north;agreed;>=;6001037;2030;6001037;2018
hardship-poverty;azory;agreed;<=;0,000378817;2030;0,000378817;
"""
OTHER_TARGET = """indicator;area;state;operator;value;period;baseline_value;baseline_period
activated-at-risk;azory-north;agreed;>=;9002001;2030;6001037;2018
"""
CORRECTED = "indicator;area;period;value;source\nbox-users;azory;2018;4801953;oif\n"
SHOWN = "6001040"
SECRETS = {
    "the other part": "6001037",
    "the small correction": "4801953",
    "the base of a small share": "791939",
    "the small share": "000378817",
    "the other entry": "7300411",
    "its former version": "7300419",
}


def spelled(number: str) -> re.Pattern[str]:
    """A number as any language writes it."""
    return re.compile(rf"(?<!\d){'[   .,’]?'.join(number)}")


@pytest.fixture(scope="module")
def filled_home(filled_home, tmp_path_factory):
    """A home in which figures are hidden for each of the reasons; every test has a copy."""
    home = shutil.copytree(filled_home, tmp_path_factory.mktemp("hidden") / "home")
    with closing(Monitor(Home(home))) as monitor:
        hide(monitor)
    return home


@pytest.fixture
def secretive(own_home):
    return open_monitor()


def hide(monitor):
    for name, table, text in (
        ("areas.csv", "areas", PARTS),
        ("first.csv", "measurements", FIRST),
        ("indicators.csv", "indicators", INDICATORS),
        ("derivations.csv", "derivations", DERIVATIONS),
        ("activities.csv", "activities", ACTIVITIES),
        ("mended.csv", "activities", MENDED),
        ("targets.csv", "targets", TARGETS),
        ("other-target.csv", "targets", OTHER_TARGET),
        ("corrected.csv", "measurements", CORRECTED),
    ):
        assert monitor.keep(monitor.check(name, text.encode(), table=table), ANNA), name


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


def test_no_page_sends_a_hidden_figure_to_a_reader_also_right_after_who_may_see_it(secretive):
    before = str(len(secretive.batches()) - 1)
    found = {}
    for language in ("pl", "en"):
        for address in ("127.0.0.1", "0.0.0.0"):
            with listening(address):
                app = visit("overview", lang=language, indicator="activated-at-risk")
                for page, file in FILES.items():
                    app.switch_page(str(file)).run()
                    assert not app.exception, page
                    found[language, page] = sent(app)
    assert {page: away for page, text in found.items() if (away := given_away(text))} == {}
    assert spelled(SHOWN).search(found["en", "indicator"])
    with listening("0.0.0.0"):
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
    traced = [["trace", "activities", "shelter-many"], ["trace", "targets", "activated-at-risk azory-north"]]
    told = [["measurements"], ["progress"], ["trend"], ["compare"], ["counts"]]
    for command in (*told, *traced, ["diff", str(last - 1), "now"], ["diff", "4", "now"]):
        assert main(["--home", str(own_home), "--lang", "pl", "--json", *command]) == 0
    assert given_away(capsys.readouterr().out) == []


def test_who_may_write_sees_what_was_entered_and_a_reader_is_refused(secretive):
    page = shown(visit("quality", lang="en"))
    assert all(spelled(number).search(page) for number in ("6001037", "4801953", "7300411"))
    form = visit("register", lang="en", table="activities", entry="shelter-many")
    assert "7300411" in {box.value for box in form.text_input} and spelled("7300419").search(shown(form))
    with pytest.raises(NotAllowed):
        secretive.entered(Actor("Jan", "reader"), secretive.view())
    with listening("0.0.0.0"):
        assert given_away(shown(visit("quality", lang="en"))) == []
        assert given_away(sent(visit("register", lang="en", table="activities", entry="shelter-many"))) == []
        assert given_away(sent(visit("trace", lang="en", of="activities shelter-many"))) == []
