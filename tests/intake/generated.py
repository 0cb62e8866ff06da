"""Files that nobody has written: every way of writing a table down, and the figures that it was written from."""

import csv
import io
import itertools
import math
from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1250", "iso-8859-2")
DELIMITERS = (";", ",", "\t", "|")
LINE_ENDS = ("\n", "\r\n", "\r")
QUOTING = (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)
THOUSANDS = {",": ("", " ", "\u00a0", "\u202f", "'", "."), ".": ("", " ", "\u00a0", "\u202f", "'", ",")}
AREAS = {"Azory": "azory", "os. Widok": "widok", "Kraków": "krakow", "Łódź": "lodz", "Warszawa": "warszawa"}
INDICATORS = {"Saldo migracji": "balance", "Współczynnik Giniego": "gini"}
YEARS = range(2009, 2020)
ABSENT = (":", "-", "bd.", "x")
WORDS = (
    "Tabela 3.", "stan na 31.12.2018 r.", "Miejski Ośrodek", "źródło: badanie własne", "2016", "2017", "Kraków", "–",
    'Klub "Azory"', '"w cudzysłowie"', "12,5", "1.377", "(1)", "zażółć gęślą jaźń", "x", "",
)  # fmt: skip
_OLD_PAGES = str.maketrans({"\u202f": "\u00a0", "−": "-", "–": "-"})

Key = tuple[str, str, str]
Grid = dict[Key, str]
"""What stands in the file, by indicator and area as they are called there and year."""


@dataclass(frozen=True)
class Style:
    """How one author writes numbers."""

    decimal: str
    thousands: str
    places: int
    minus: str

    def written(self, number: Decimal) -> str:
        """A number in this style."""
        whole, _, part = f"{abs(number):,f}".partition(".")
        sign = self.minus if number < 0 else ""
        return sign + whole.replace(",", self.thousands) + (self.decimal + part if part else "")


@dataclass(frozen=True)
class Written:
    """A file, the figures it was written from, and what its author would answer when asked."""

    content: bytes
    measured: dict[Key, float]
    """Every figure by our names; NaN where a mark says that there is none."""
    decimal: str
    lacks: dict[str, str]
    """What the file does not say."""

    def answer(self, key: str) -> str:
        """What is answered to a question; a title above the years may be asked for as if it named the indicator."""
        about = key.split(":")[1] if key.startswith("name:") else key
        return {"decimal": self.decimal, "indicator": "balance"}[about]


@st.composite
def styles(draw: st.DrawFn) -> Style:
    """Any way of writing numbers that one author keeps to."""
    decimal = draw(st.sampled_from(",."))
    thousands = draw(st.sampled_from(THOUSANDS[decimal]))
    return Style(decimal, thousands, draw(st.integers(0, 4)), draw(st.sampled_from("-−")))


def numbers(style: Style) -> st.SearchStrategy[Decimal]:
    """Numbers with at most so many decimals as the author gives, small and large, some below zero."""
    digits = st.one_of(st.integers(0, 99), st.integers(100, 99_999), st.integers(1_000, 10**9))
    negative = st.integers(0, 3).map(lambda draw: draw == 0)
    shown = st.one_of(st.just(style.places), st.integers(0, style.places))
    return st.builds(lambda d, n, p: Decimal(-d if n else d).scaleb(-p), digits, negative, shown)


@st.composite
def preambles(draw: st.DrawFn, delimiter: str) -> list[str]:
    """Lines of free text above a table, in which delimiters and quotation marks stand as they happen to."""
    joint = st.sampled_from((" ", " ", delimiter, ";", ", "))
    line = st.lists(st.tuples(st.sampled_from(WORDS), joint), min_size=1, max_size=5)
    return ["".join(word + mark for word, mark in words) for words in draw(st.lists(line, max_size=6))]


@st.composite
def files(draw: st.DrawFn) -> Written:
    """A whole file."""
    style, delimiter = draw(styles()), draw(st.sampled_from(DELIMITERS))
    shape = draw(st.sampled_from((_long, _years, _areas, _indicators)))
    lacks = {"indicator": "balance"} if shape in (_years, _areas) else {}
    grid, measured = draw(_figures(style, ["Saldo migracji"] if lacks else list(INDICATORS)))
    end, trailing = draw(st.sampled_from(LINE_ENDS)), draw(st.sampled_from(([], [""])))
    table = io.StringIO()
    writer = csv.writer(table, delimiter=delimiter, quoting=draw(st.sampled_from(QUOTING)), lineterminator=end)
    writer.writerows([*row, *trailing] for row in shape(grid))
    text = "".join(line + end for line in draw(preambles(delimiter))) + table.getvalue()
    encoding = draw(st.sampled_from(ENCODINGS))
    text = text if encoding.startswith("utf") else text.translate(_OLD_PAGES)
    return Written(text.encode(encoding), measured, style.decimal, lacks)


@st.composite
def _figures(draw: st.DrawFn, style: Style, indicators: list[str]) -> tuple[Grid, dict[Key, float]]:
    """Figures of some areas in some years, a few of them absent: as they are written, and what they are."""
    areas = draw(st.lists(st.sampled_from(list(AREAS)), min_size=1, max_size=4, unique=True))
    years = sorted(draw(st.sets(st.sampled_from(YEARS), min_size=1, max_size=4)))
    absent = draw(st.lists(st.sampled_from(ABSENT), max_size=1))
    grid, measured = {}, {}
    for indicator, area, year in itertools.product(indicators, areas, map(str, years)):
        mark = absent and draw(st.integers(0, 5)) == 0
        number = draw(numbers(style))
        grid[indicator, area, year] = absent[0] if mark else style.written(number)
        measured[INDICATORS[indicator], AREAS[area], year] = math.nan if mark else float(number)
    return grid, measured


def _long(grid: Grid) -> list[list[str]]:
    return [["wskaźnik", "obszar", "okres", "wartość"], *[[*key, said] for key, said in grid.items()]]


def _years(grid: Grid) -> list[list[str]]:
    return _crossed(grid, "Obszar", rows=1, columns=2)


def _areas(grid: Grid) -> list[list[str]]:
    return _crossed(grid, "Rok", rows=2, columns=1)


def _crossed(grid: Grid, corner: str, rows: int, columns: int) -> list[list[str]]:
    across = list(dict.fromkeys(key[columns] for key in grid))
    said = {(key[rows], key[columns]): text for key, text in grid.items()}
    down = dict.fromkeys(key[rows] for key in grid)
    return [[corner, *across], *[[name, *(said[name, other] for other in across)] for name in down]]


def _indicators(grid: Grid) -> list[list[str]]:
    across = list(dict.fromkeys(indicator for indicator, _, _ in grid))
    down = dict.fromkeys((area, year) for _, area, year in grid)
    return [["Obszar", "Rok", *across], *[[*key, *(grid[name, *key] for name in across)] for key in down]]
