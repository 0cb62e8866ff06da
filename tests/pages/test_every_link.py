"""Whatever is chosen on any page stands in its address, and the address alone opens the same view again."""

import pytest

from azory_monitor.monitor import open_monitor
from azory_monitor.ui.ask_door import DOORS
from tests.pages.conftest import FILES, frozen, shown, visit

pytestmark = pytest.mark.usefixtures("own_home")

EVERYWHERE = {"lang", "snapshot", "as_of", "large"}
OF_A_FILE = {"upload-table"}
"""What is said of a file that is handed in is no view of anything."""
WAYS = {"upload": ({}, {"door": "template"}), "meeting": ({"prepare": "1"},)}
"""Pages whose choices depend on an earlier one."""
KINDS = ("selectbox", "multiselect", "radio", "segmented_control", "toggle", "slider", "text_input")


def choices(app):
    """The widgets that choose what is shown: those outside any form, by key."""
    found = {one.key: one for kind in KINDS for one in app.get(kind) if not one.proto.form_id}
    shown = {key: one for key, one in found.items() if key not in EVERYWHERE | OF_A_FILE and not key.startswith("note")}
    return dict(sorted(shown.items(), key=lambda item: item[1].type != "toggle"))  # before a filter leaves few


def choose(one):
    """Another value than the one that is shown."""
    if one.type == "toggle":
        one.set_value(not one.value)
    elif one.key == "door":
        one.set_value(list(DOORS)[-1])
    elif one.key == "since":
        one.set_value(open_monitor().view().meetings[-1].id)
    elif one.type == "text_input":
        one.set_value("a")
    else:
        one.select_index(others(one)[-1])
    return one.run()


def others(one):
    """The places of the choices that are not the one shown; a widget without a list has one."""
    if not hasattr(one, "options") or not hasattr(one, "index"):
        return [0]
    return [place for place in range(len(one.options)) if place != one.index]


def in_address(app, key):
    """What the address says of a choice; a bound widget's the browser writes there, as the widget tells it to."""
    one = choices(app)[key]
    if getattr(one.proto, "query_param_key", ""):
        return {one.proto.query_param_key: str(one.value).lower()}
    return {key: value if isinstance(value, str) else value[0] for key, value in app.query_params.items()}


@pytest.mark.parametrize(
    ("page", "asked"), [(page, asked) for page in FILES for asked in WAYS.get(page, ({},))], ids=lambda part: str(part)
)
def test_what_is_chosen_is_in_the_address_and_the_address_opens_it_again(page, asked):
    frozen("June")
    app = visit(page, lang="en", **asked)
    linked = {"lang": "en"} | asked
    for key in [key for key in choices(app) if key not in asked]:
        one = choices(app)[key]
        if others(one):
            app = choose(one)
            assert not app.exception
            linked |= in_address(app, key)
            assert key in linked
    again = visit(page, **linked)
    assert {key: one.value for key, one in choices(again).items()} == {
        key: one.value for key, one in choices(app).items()
    }


@pytest.mark.parametrize("asked", [{"snapshot": "June"}, {"as_of": "1"}, {"large": "true"}], ids=lambda part: str(part))
def test_every_address_may_name_a_state_and_the_size_of_type(asked):
    frozen("June")
    app = visit("indicator", lang="en", **asked)
    assert not app.exception
    for key, value in asked.items():
        assert app.query_params[key] in (value, [value])
        assert f"{key}={value}" in shown(visit("objectives", lang="en", **asked)), "links inside keep it"
