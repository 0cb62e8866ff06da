"""Pages that cannot show the usual: an earlier state, a reader, a fault, a programme that knows next to nothing."""

import json

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from azory_monitor.monitor import open_monitor
from azory_monitor.words.speaker import languages, speaker
from tests.pages.conftest import FILES, ROOT, SLOW, frozen, shown, visit

WRITING = ("upload", "snapshots")


@pytest.fixture
def from_elsewhere():
    """The monitor listens where others reach it."""
    before = config.get_option("server.address")
    config.set_option("server.address", "0.0.0.0")
    yield
    config.set_option("server.address", before)


@pytest.mark.usefixtures("own_home")
def test_a_snapshot_is_shown_read_only_with_a_way_back():
    frozen("June")
    for page in WRITING:
        app = visit(page, lang="en", snapshot="June")
        assert "snapshot “June”" in shown(app)
        assert not app.get("form_submit_button")
    app.button(key="back-to-now").click().run()
    assert "back-to-now" not in [button.key for button in app.button]
    assert not app.exception


@pytest.mark.usefixtures("own_home")
def test_a_page_can_be_asked_as_of_an_earlier_batch():
    frozen("June")
    app = visit("overview", lang="en", as_of="1")
    assert "after batch 1" in shown(app)


@pytest.mark.usefixtures("seeded", "from_elsewhere")
@pytest.mark.parametrize("page", WRITING)
def test_from_elsewhere_the_monitor_is_only_read_and_says_why(page):
    app = visit(page, lang="en")
    assert speaker("en").say("because.network") in shown(app)
    assert not app.get("file_uploader")
    assert not app.get("form_submit_button")


@pytest.mark.parametrize("language", languages())
def test_a_database_of_another_program_is_told_in_words(language, tmp_path, monkeypatch):
    monkeypatch.setenv("AZORY_HOME", str(tmp_path))
    (tmp_path / "monitor.duckdb").write_bytes(b"SQLite format 3\0" + bytes(4096))
    app = AppTest.from_file(ROOT / "app.py", default_timeout=SLOW)
    app.query_params["lang"] = language
    app.run()
    assert not app.exception
    assert 'role="alert"' in shown(app)
    assert speaker(language).say("show.error.title") in shown(app)
    assert (tmp_path / "monitor.duckdb").read_bytes().startswith(b"SQLite format 3")


PROGRAMME = {
    "programme.csv": "id,name,areas,language\nplan,A plan,hill,en\n",
    "areas.csv": "id,name,kind\nhill,The Hill,estate\n",
    "themes.csv": "id,name\n",
    "objectives.csv": "id,number,name,short\nties,1,Ties between neighbours,Ties\n",
    "indicators.csv": (
        "id,name,kind,objective,measure,direction\nguests,Guests at the feast,output,ties,count,higher\n"
    ),
}


@pytest.fixture
def next_to_nothing(tmp_path, monkeypatch):
    """A programme that has set out one objective and measured nothing."""
    seed = tmp_path / "seed"
    seed.mkdir()
    resources = [{"name": name.removesuffix(".csv"), "path": name} for name in PROGRAMME]
    (seed / "datapackage.json").write_text(json.dumps({"name": "plan", "resources": resources}))
    for name, text in PROGRAMME.items():
        (seed / name).write_text(text)
    monkeypatch.setenv("AZORY_SEED", str(seed))
    monkeypatch.setenv("AZORY_HOME", str(tmp_path / "home"))
    yield
    open_monitor().close()


@pytest.mark.usefixtures("next_to_nothing")
def test_a_programme_without_figures_is_shown_without_empty_pictures():
    for page in FILES:
        app = visit(page, lang="en")
        assert not app.exception, page
        assert app.title[0].value
    assert not visit("overview", lang="en").get("plotly_chart")
    assert "This is not zero" in shown(visit("indicator", lang="en"))
