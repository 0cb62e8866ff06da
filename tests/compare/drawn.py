"""Small programmes and measurements from tables drawn in a test."""

from types import SimpleNamespace

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Action, Area, Assessment, Indicator, Profile, Target
from azory_monitor.model.state import Programme

AREAS = """
id     | kind     | parent | groups
hill   | estate   | north  | alike
lake   | estate   | north  | alike
wood   | estate   | south  | alike
mill   | estate   | south  | alike
north  | district | town   |
south  | district | town   |
town   | city     |        |
alike  | group    |        |
"""


def table(drawn):
    """The cells of a drawn table, one dictionary a line."""
    head, *lines = [[cell.strip() for cell in line.split("|")] for line in drawn.strip().splitlines()]
    return [dict(zip(head, line, strict=True)) for line in lines]


def rows(drawn):
    """The same with empty cells left out, and no line where nothing is drawn."""
    return [{name: cell for name, cell in cells.items() if cell} for cells in table(drawn)] if drawn.strip() else []


def cases(drawn):
    """Arguments of ``parametrize``: one test for each line, named by its first cell."""
    lines = table(drawn)
    names = [" ".join(next(iter(cells.values())).split()) for cells in lines]
    return {"argvalues": [SimpleNamespace(**cells) for cells in lines], "ids": names}


def programme(indicators, areas=AREAS, targets="", actions="", assessments=""):
    """A programme for the hill; indicators are percentages of which less is better unless drawn otherwise."""
    usual = {"kind": "result", "measure": "proportion", "per": 100, "direction": "lower"}
    return Programme(
        profile=Profile(id="plan", name_en="Plan", areas="hill", language="en"),
        areas=_by_key(Area(name_en=cells["id"], **cells) for cells in rows(areas)),
        indicators=_by_key(Indicator(name_en=cells["id"], **(usual | cells)) for cells in rows(indicators)),
        targets=_by_key(Target(area="hill", **({"state": "agreed"} | cells)) for cells in rows(targets)),
        actions=_by_key(Action(name_en=cells["id"], **cells) for cells in rows(actions)),
        assessments=_by_key(Assessment(area="hill", **cells) for cells in rows(assessments)),
    )


def measured(drawn):
    """Measurements of the hill, unless another area is drawn; ``x`` of ``n`` are the counts."""
    names = {"x": "numerator", "n": "denominator"}
    return [
        Measurement(**({"area": "hill"} | {names.get(name, name): cell for name, cell in cells.items()}))
        for cells in rows(drawn)
    ]


def only(found):
    """The one thing in a list, where there must be one."""
    (it,) = found
    return it


def _by_key(made):
    return {" ".join(str(getattr(row, name)) for name in row.key): row for row in made}
