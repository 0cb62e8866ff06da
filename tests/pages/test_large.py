"""A state of very many figures shows those of a few areas, answers from the books, and says so."""

import pytest

from azory_monitor.monitor import open_monitor
from azory_monitor.view import figures
from azory_monitor.view import shown as held
from azory_monitor.words.speaker import languages, speaker
from tests.pages.conftest import shown, visit


@pytest.mark.usefixtures("own_home")
@pytest.mark.parametrize("language", languages())
def test_pages_say_which_areas_they_tell_of(language, monkeypatch):
    for module in (figures, held):
        monkeypatch.setattr(module, "FEW", 10)
    view, speak = open_monitor().view(), speaker(language)
    assert isinstance(view._figures, figures.Narrow)
    told = shown(visit("quality", lang=language))
    assert speak.count("large.looked_in", len(view.looked_in)) in told
    figure = next(row for row in view.measurements(area=view.programme.area.id) if row.value is not None)
    app = visit("indicator", lang=language, indicator=figure.indicator)
    areas = {one.area for one in view.points(figure.indicator, view.shown_beside(figure.area))}
    assert not app.exception
    assert speak.ended(speak.count("large.shown", len(areas))) in shown(app)
