"""Files that nobody has written: every way of writing a table down, and the figures that it was written from."""

import csv
import io
from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1250", "iso-8859-2")
DELIMITERS = (";", ",", "\t", "|")
LINE_ENDS = ("\n", "\r\n", "\r")
QUOTING = (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)
THOUSANDS = {",": ("", " ", "\u00a0", "\u202f", "'", "."), ".": ("", " ", "\u00a0", "\u202f", "'", ",")}
AREAS = {"Azory": "azory", "os. Widok": "widok", "Kraków": "krakow", "Łódź": "lodz", "1465011": "warszawa"}
INDICATORS = {"Saldo migracji": "balance", "Współczynnik Giniego": "gini", "balance": "balance"}
YEARS = range(2009, 2020)
WORDS = (
    "Tabela 3.", "stan na 31.12.2018 r.", "Miejski Ośrodek", "źródło: badanie własne", "2016", "2017", "Kraków", "–",
    'Klub "Azory"', '"w cudzysłowie"', "12,5", "1.377", "(1)", "zażółć gęślą jaźń", "x", "",
)  # fmt: skip
_OLD_PAGES = str.maketrans({"\u202f": "\u00a0", "−": "-", "–": "-"})

Measured = dict[tuple[str, str, str], float]


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
    measured: Measured
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
    is_long = draw(st.booleans())
    rows, measured = draw(_long(style) if is_long else _wide(style))
    end, quoting = draw(st.sampled_from(LINE_ENDS)), draw(st.sampled_from(QUOTING))
    preamble = "".join(line + end for line in draw(preambles(delimiter)))
    trailing = draw(st.booleans())
    table = io.StringIO()
    csv.writer(table, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(
        [[*row, ""] if trailing else row for row in rows]
    )
    encoding = draw(st.sampled_from(ENCODINGS))
    text = preamble + table.getvalue()
    text = text if encoding.startswith("utf") else text.translate(_OLD_PAGES)
    return Written(text.encode(encoding), measured, style.decimal, {} if is_long else {"indicator": "balance"})


@st.composite
def _long(draw: st.DrawFn, style: Style) -> tuple[list[list[str]], Measured]:
    keys = st.tuples(st.sampled_from(list(INDICATORS)), st.sampled_from(list(AREAS)), st.sampled_from(YEARS))
    listed = draw(st.lists(keys, min_size=1, max_size=8, unique_by=lambda key: (INDICATORS[key[0]], *key[1:])))
    notes = draw(st.lists(st.sampled_from(WORDS), min_size=8, max_size=8))
    rows, measured = [["wskaźnik", "obszar", "okres", "wartość", "uwagi"]], {}
    for (indicator, area, year), note in zip(listed, notes, strict=False):
        number = draw(numbers(style))
        rows.append([indicator, area, str(year), style.written(number), note])
        measured[INDICATORS[indicator], AREAS[area], str(year)] = float(number)
    return rows, measured


@st.composite
def _wide(draw: st.DrawFn, style: Style) -> tuple[list[list[str]], Measured]:
    areas = draw(st.lists(st.sampled_from(list(AREAS)), min_size=1, max_size=4, unique=True))
    years = sorted(draw(st.sets(st.sampled_from(YEARS), min_size=1, max_size=5)))
    rows, measured = [["Obszar", *map(str, years)]], {}
    for area in areas:
        row = [draw(numbers(style)) for _ in years]
        rows.append([area, *map(style.written, row)])
        measured |= {
            ("balance", AREAS[area], str(year)): float(number) for year, number in zip(years, row, strict=True)
        }
    return rows, measured
