"""The situation as a whole: the verdict, what it rests on, what it depends on, and whom it is set beside."""

import csv
import json

import pytest

from azory_monitor.model.row import headers
from azory_monitor.model.tables import TABLES
from azory_monitor.monitor import open_monitor
from azory_monitor.words.speaker import languages
from tests import city
from tests.pages.conftest import shown, visit


@pytest.mark.usefixtures("seeded")
def test_the_page_opens_with_the_verdict_and_shows_all_parts_and_ways():
    told = shown(visit("similar", lang="en"))
    assert "Taking six features together, the situation on the Azory estate is worse than in Kraków." in told
    assert "The index is 0.70, where 1 is the same as in Kraków and more is better." in told
    assert told.count("the less, the better</td>") == 6
    assert told.count("<td>worse</td>") == 22
    assert "What is good" in told
    assert "because nobody has set other weights" in told


@pytest.mark.usefixtures("seeded")
def test_the_page_names_the_groups_their_members_and_the_nearest():
    told = shown(visit("similar", lang="pl"))
    assert "Z tej grupy znanych jest tu 16 obszarów: Azory, Ugorek" in told
    assert "Wzgórza Krzesławickie, Kazimierzowskie, Jagiellońskie, Na Kozłówce i Olsza II." in told
    assert "znany jest tu z osobna tylko 1 obszar, a potrzeba 10" in told


@pytest.mark.usefixtures("seeded")
def test_baseline_and_similar_lead_to_each_other():
    for page, other in (("baseline", "similar"), ("similar", "baseline")):
        links = [link.proto.page for link in visit(page, lang="en").get("page_link")]
        assert any(other in link for link in links)


@pytest.fixture
def a_city(tmp_path, monkeypatch):
    """The made-up city of eighteen estates, as a data package that the monitor starts from."""
    seed = tmp_path / "seed"
    seed.mkdir()
    plan = city.programme()
    tables = {"programme": [plan.profile], "measurements": city.measured(), "themes": [], "objectives": []}
    tables |= {
        name: list(getattr(plan, name).values())
        for name in ("sources", "areas", "indicators", "indices", "index_parts")
    }
    for name, rows in tables.items():
        lines = [row.cells() for row in rows]
        heads = list(dict.fromkeys(head for line in lines for head in line)) or headers(TABLES[name], ("en",))
        with (seed / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, heads)
            writer.writeheader()
            writer.writerows(lines)
    resources = [{"name": name, "path": f"{name}.csv"} for name in tables]
    (seed / "datapackage.json").write_text(json.dumps({"name": "plan", "resources": resources}))
    monkeypatch.setenv("AZORY_SEED", str(seed))
    monkeypatch.setenv("AZORY_HOME", str(tmp_path / "home"))
    yield
    open_monitor().close()


@pytest.mark.usefixtures("a_city")
def test_a_city_of_many_estates_has_places_with_their_range():
    for language in languages():
        app = visit("similar", lang=language)
        assert not app.exception
        assert len(app.get("plotly_chart")) == 2
    told = shown(app)
    assert "To 10. miejsce na 18, licząc od najlepszego." in told
    assert "miejsce jest od 7. do 13." in told
