"""Files as they are in the field, and what has to come out of each.

Each folder of ``field/`` has files exactly as some office or data bank writes them and one ``expected.toml``; the
figures are made up.  A section is named after the file::

    what      which form this is
    answers   what a person has to say; ideally nothing
    rows      "indicator area 2016=12.5 2017=missing 2018-Q1=3(3/100)": the value, or the status of an absent one,
              and where the file has them the counts; every row that may come out of the file stands here
    some      whether it is enough that some of the rows come out and the others are told
    asked     whether no row at all may come out before every answer is given
    left_out  rows of the file that are not the programme's (other areas, other variables)
    refused   instead of rows: the kind of file that no measurement comes from (see ``REFUSALS``)
    layout    the name of the layout that it is to be recognised as
    made      the function that makes the file (a workbook)
    works     whether all this is so today;  ``today`` tells what happens instead
"""

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tests.intake import field_workbooks

FOLDER = Path(__file__).with_name("field")
Key = tuple[str, str, str]

_CELL = re.compile(r"(?P<said>[^()]+)(?:\((?P<numerator>[^/]*)/(?P<denominator>[^)]*)\))?")


@dataclass(frozen=True)
class Cell:
    """What has to come out of one figure of a file; ``value`` is NaN for an absent one."""

    value: float
    status: str = ""
    numerator: float = math.nan
    denominator: float = math.nan


@dataclass(frozen=True)
class Case:
    """One file and what has to come out of it."""

    name: str
    what: str
    layout: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[str, ...] = ()
    some: bool = False
    asked: bool = False
    left_out: int = 0
    refused: str = ""
    made: str = ""
    works: bool = False
    today: str = ""

    @cached_property
    def content(self) -> bytes:
        """The file."""
        if self.made:
            return getattr(field_workbooks, self.made)()
        return (FOLDER / self.name).read_bytes()

    @property
    def is_utf8(self) -> bool:
        """Whether the file is in UTF-8."""
        try:
            self.content.decode("utf-8")
        except UnicodeDecodeError:
            return False
        return True

    @cached_property
    def expected(self) -> dict[Key, Cell]:
        """Every row that may come out, by indicator, area and period."""
        return dict(pair for line in self.rows for pair in _series(line))


def _series(line: str) -> list[tuple[Key, Cell]]:
    indicator, area, *cells = line.split()
    pairs = [cell.partition("=") for cell in cells]
    return [((indicator, area, period), _cell(said)) for period, _, said in pairs]


def _cell(said: str) -> Cell:
    parts = _CELL.fullmatch(said)
    counts = [float(parts[name]) if parts[name] else math.nan for name in ("numerator", "denominator")]
    if parts["said"] in ("missing", "hidden"):
        return Cell(math.nan, parts["said"])
    value, _, status = parts["said"].partition(":")
    return Cell(float(value), status, *counts)


def cases() -> list[Case]:
    """The whole corpus."""
    found = []
    for path in sorted(FOLDER.glob("*/expected.toml")):
        for name, said in tomllib.loads(path.read_text(encoding="utf-8")).items():
            rows = tuple(line for line in said.pop("rows", "").splitlines() if line.strip())
            found.append(Case(name=f"{path.parent.name}/{name}", rows=rows, **said))
    return found
