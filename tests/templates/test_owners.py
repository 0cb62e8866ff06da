from azory_monitor.model.partners import Institution
from azory_monitor.model.programme import Area, Indicator, Profile
from azory_monitor.model.state import Programme
from azory_monitor.templates import NOBODY, owners
from tests.intake.estate import by_id


def indicator(id, owner="", same_as=""):
    return Indicator(id=id, name={"en": id}, kind="output", measure="count", owner=owner, same_as=same_as)


def test_each_institution_that_supplies_values_is_listed_and_nobody_last():
    programme = Programme(
        profile=Profile(id="plan", name={"en": "Plan"}, areas="hill", language="en"),
        areas=by_id(Area(id="hill", name={"en": "The Hill"}, kind="estate")),
        institutions=by_id(
            *(Institution(id=id, name={"en": id}, kind="ngo") for id in ("school", "idle", "club", "shares"))
        ),
        indicators=by_id(
            indicator("trees"),
            indicator("guests", "club"),
            indicator("pupils", "school"),
            indicator("visits", "shares", same_as="guests"),
        ),
    )
    assert owners(programme) == ["school", "club", NOBODY]
