"""One type for every way a period is written: 2016, 2018-Q2, 2018-04-06, II kw. 2018, bez daty."""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, total_ordering
from typing import Literal

Grain = Literal["year", "half", "quarter", "month", "day", "school_year", "undated"]

FIRST_YEAR, LAST_YEAR = 1900, 2100


@total_ordering
@dataclass(frozen=True, eq=False)
class Period:
    """A stretch of whole days, named by its canonical ``text``.

    Two of the same text are equal.  Ordered by end, and of two that end on the same day the longer is the later: the
    year 2018 comes after its fourth quarter.  Undated sorts before every dated period, so that it is never taken for
    the latest.
    """

    text: str
    grain: Grain
    start: date | None
    end: date | None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __lt__(self, other: "Period") -> bool:
        return self._order < other._order

    def __str__(self) -> str:
        return self.text

    @cached_property
    def _order(self) -> tuple[int, int]:
        return (self.end.toordinal(), -self.start.toordinal()) if self.start and self.end else (0, 0)

    @property
    def is_undated(self) -> bool:
        """Whether nothing is known of the time."""
        return self.end is None

    @property
    def year_fraction(self) -> float:
        """The end of the period as a decimal year: 2016 ends at 2017.0.  ValueError where undated."""
        if self.end is None:
            raise ValueError("an undated period has no place in time")
        days = 366 if calendar.isleap(self.end.year) else 365
        return self.end.year + self.end.timetuple().tm_yday / days

    def is_after(self, day: date) -> bool:
        """Whether the period has not begun by the end of ``day``; undated never is."""
        return self.start is not None and self.start > day


UNDATED = Period("undated", "undated", None, None)


def year(number: int) -> Period:
    """A calendar year."""
    return Period(f"{number:04d}", "year", date(number, 1, 1), date(number, 12, 31))


def half(number: int, which: int) -> Period:
    """The first or second half of a calendar year."""
    return _months(f"{number:04d}-H{which}", "half", number, 6 * which - 5, 6)


def quarter(number: int, which: int) -> Period:
    """A quarter of a calendar year, 1 to 4."""
    return _months(f"{number:04d}-Q{which}", "quarter", number, 3 * which - 2, 3)


def month(number: int, which: int) -> Period:
    """A calendar month, 1 to 12."""
    return _months(f"{number:04d}-{which:02d}", "month", number, which, 1)


def day(number: int, which_month: int, which_day: int) -> Period:
    """One day; ValueError where the calendar has no such day."""
    it = date(number, which_month, which_day)
    return Period(it.isoformat(), "day", it, it)


def school_year(first: int, second: int) -> Period:
    """A year from September to August, as schools and the statistics of schools count it."""
    if second != first + 1:
        raise ValueError(f"{first}/{second} is not one school year")
    return Period(f"{first:04d}/{second:04d}", "school_year", date(first, 9, 1), date(second, 8, 31))


def _months(text: str, grain: Grain, number: int, first: int, length: int) -> Period:
    last = first + length - 1
    if not 1 <= first <= last <= 12:
        raise ValueError(f"{text} is not a period of the calendar")
    return Period(text, grain, date(number, first, 1), date(number, last, calendar.monthrange(number, last)[1]))


@lru_cache(maxsize=4096)
def parse(text: str) -> Period:
    """Read a period however it is written, in Polish, English or one of the statistical formats.

    ValueError for what is no period, for a day that the calendar lacks, and for years outside 1900 to 2100.
    ``2011/12`` is the school year; ``06/04/2018`` is refused, because it does not say which number is the month.
    """
    folded = _fold(text)
    for pattern in _FORMS:
        found = pattern.fullmatch(folded)
        if found:
            return _within_limits(_build(found.groupdict()), text)
    raise ValueError(f"{text!r} is not a period")


def _within_limits(period: Period, text: str) -> Period:
    if period.start and period.end and not FIRST_YEAR <= period.start.year <= period.end.year <= LAST_YEAR:
        raise ValueError(f"{text!r} lies outside {FIRST_YEAR} to {LAST_YEAR}")
    return period


def _fold(text: str) -> str:
    """Small letters without accents, single spaces, and without the word for *year* beside its number."""
    letters = unicodedata.normalize("NFD", text.lower().replace("ł", "l").replace("–", "-"))
    plain = " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())
    plain = re.sub(r"^rok (?:szkolny )?(?=[0-9]{4})", "", plain)
    return re.sub(r"(?<=[0-9]) ?(?:r\.|r|rok|roku)$", "", plain)


def _build(groups: dict[str, str]) -> Period:
    """The period whose parts a form found."""
    if "months" in groups:
        return _first_months(int(groups["year"]), groups["months"])
    match {name: _WORDS.get(text) or int(text) for name, text in groups.items()}:
        case {"year": number, "half": which}:
            return half(number, which)
        case {"year": number, "quarter": which}:
            return quarter(number, which)
        case {"year": number, "month": which, "day": which_day}:
            return day(number, which, which_day)
        case {"year": number, "month": which}:
            return month(number, which)
        case {"year": number, "second": second}:
            return school_year(number, second if second > 99 else second + (number + 1) // 100 * 100)
        case {"year": number}:
            return year(number)
    return UNDATED


def _first_months(number: int, months: str) -> Period:
    """The first three, six or all months of a year."""
    return {"i-iii": quarter(number, 1), "i-vi": half(number, 1), "i-xii": year(number)}[months]


# Each month as Polish names it (whose?, in which?, short) and as English does, without accents.
_MONTH_NAMES = (
    "styczen stycznia styczniu sty january jan",
    "luty lutego lutym lut february feb",
    "marzec marca marcu mar march",
    "kwiecien kwietnia kwietniu kwi april apr",
    "maj maja maju may",
    "czerwiec czerwca czerwcu cze june jun",
    "lipiec lipca lipcu lip july jul",
    "sierpien sierpnia sierpniu sie august aug",
    "wrzesien wrzesnia wrzesniu wrz september sept sep",
    "pazdziernik pazdziernika pazdzierniku paz october oct",
    "listopad listopada listopadzie lis november nov",
    "grudzien grudnia grudniu gru december dec",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_WORDS = _MONTHS | {"i": 1, "ii": 2, "iii": 3, "iv": 4}

_BLANKS = {
    "year": "(?P<year>[0-9]{4})",
    "second": "(?P<second>[0-9]{4}|[0-9]{2})",
    "month": "(?P<month>[0-9]{2})",
    "m": "(?P<month>[0-9]{1,2})",
    "name": rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?",
    "day": "(?P<day>[0-9]{2})",
    "d": "(?P<day>[0-9]{1,2})",
    "dth": r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\.?",
    "half": "(?P<half>[12])",
    "months": r"(?P<months>i-iii|i-vi|i-xii)",
    "nth half": r"(?P<half>[12]|i{1,2})(?:st|nd)?\.? ?(?:polrocze|polrocza|polroczu|half)",
    "quarter": "(?P<quarter>[1-4])",
    "nth quarter": r"(?P<quarter>[1-4]|i{1,3}|iv)(?:st|nd|rd|th)?\.? ?(?:kw\.?|kwartal|kwartalu|kwartale|quarter)",
    "midnight": r"[ t]00:00(?::00)?(?:\.0+)?",
}

# A form is a regular expression of the folded text with {blanks} in it.
_WRITTEN = (
    "undated", "no date", "bez daty",
    "{year}", "{year}-a1",
    "{year}[ -]?[hs]{half}", "[hs]{half}[ /-]?{year}", "{nth half},?(?: of)? {year}", "{year},? {nth half}",
    "{months} {year}", "{year},? {months}",
    "{year}[ -]?q{quarter}", "q{quarter}[ /-]?{year}", "{nth quarter},?(?: of)? ?{year}", "{year},? {nth quarter}",
    "{year}-{month}", "{year}[ -]?m{month}", "{year}{month}", "{m}[./]{year}", "{name},? {year}", "{year},? {name}",
    "{year}-{month}-{day}(?:{midnight})?", r"{year}\.{month}\.{day}", "{year}/{month}/{day}", "{year}{month}{day}",
    r"{d}\.{m}\.{year}", "{dth}(?: of)? {name},? {year}", "{name} {dth},? {year}",
    "{year}/{second}",
)  # fmt: skip


def _compile(form: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\{([a-z ]+)\}", lambda blank: _BLANKS[blank.group(1)], form))


_FORMS = tuple(_compile(form) for form in _WRITTEN)


def middle(text: str) -> float | None:
    """The middle of a period as a decimal year, where it stands on a time axis; None for '' and undated."""
    period = parse(text) if text else UNDATED
    if period.start is None or period.end is None:
        return None
    halfway = (period.start.toordinal() + period.end.toordinal() + 1) / 2
    first = date(date.fromordinal(int(halfway)).year, 1, 1)
    return first.year + (halfway - first.toordinal()) / (366 if calendar.isleap(first.year) else 365)
