"""How the two values of a comparison and the difference between them are written."""

from collections.abc import Iterable
from dataclasses import dataclass

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison
from azory_monitor.words.grades import grade_name
from azory_monitor.words.numbers import NO_BREAK, enough_places, places
from azory_monitor.words.speaker import Speaker

SIGN = 3
"""A unit up to so long is a sign (%, m², zł) and stands with every number; a longer one stands once a sentence."""

DEFAULT_PLACES = RATIO_PLACES = 2
CONFIDENCE = 95

_BY_RATIO = ("exact_conditional_rest", "exact_conditional")


@dataclass(frozen=True)
class Quantity:
    """Writes the numbers of one comparison with as many decimals as the indicator states or its sources print."""

    speaker: Speaker
    programme: Programme
    indicator: Indicator
    comparison: Comparison
    decimals: int

    def own(self) -> str:
        """The area's value with its unit."""
        shown = self.comparison
        return self._said(shown.value, shown.qualifier)

    def other(self) -> str:
        """The benchmark's value, its unit only where that is a sign."""
        shown = self.comparison
        if not self._unit_is_sign:
            return self.bare_other()
        return self._said(shown.benchmark_value, _other_qualifier(shown))

    def _said(self, x: float | None, qualifier: str) -> str:
        said = self.speaker.value(x, self.indicator, qualifier, self.decimals)
        grade = grade_name(self.speaker, self.programme, self.indicator, x)
        return self.speaker.say("grade.inside", value=said, name=grade) if grade else said

    def bare_own(self) -> str:
        """The area's value without its unit."""
        return self._bare(self.comparison.value, self.comparison.qualifier)

    def bare_other(self) -> str:
        """The benchmark's value without its unit."""
        return self._bare(self.comparison.benchmark_value, _other_qualifier(self.comparison))

    def _bare(self, x: float | None, qualifier: str) -> str:
        if x is None:
            return self.speaker.say("cell.missing")
        number = self.speaker.number(x, self.decimals)
        return self.speaker.say(f"qualifier.{qualifier}", value=number) if qualifier else number

    def difference(self, x: float) -> str:
        """A difference with its unit, percentage points between percentages."""
        return difference_of(self.speaker, self.indicator, x, self.decimals)

    def span(self, lower: float, upper: float) -> str:
        """An interval of differences: "0.33 to 0.55", both ends with as many decimals."""
        return span_of(self.speaker, lower, upper, enough_places(self.decimals, (lower, upper)))

    @property
    def _unit_is_sign(self) -> bool:
        return _unit_is_sign(self.speaker, self.indicator)


def quantity(speaker: Speaker, programme: Programme, comparison: Comparison) -> Quantity:
    """The numbers of a comparison, ready to be written."""
    indicator = programme.indicators[comparison.indicator]
    standard = comparison.benchmark_value if comparison.against == "standard" else None
    decimals = decimals_of(indicator, comparison.measurements, standard)
    return Quantity(speaker, programme, indicator, comparison, decimals)


def decimals_of(indicator: Indicator, measurements: Iterable[Measurement], *others: float | None) -> int:
    """As many decimals as the indicator states, else as its sources print."""
    if indicator.decimals is not None:
        return indicator.decimals
    printed = [places(row.value) for row in measurements if row.value is not None]
    printed += [places(value) for value in others if value is not None]
    return max(printed, default=DEFAULT_PLACES)


def difference_of(speaker: Speaker, indicator: Indicator, x: float, decimals: int) -> str:
    """A difference with its unit where that is a sign, percentage points between percentages."""
    number = speaker.number(x, decimals)
    if indicator.measure == "proportion" and indicator.per == 100:
        return f"{number}{NO_BREAK}{speaker.say('unit.points')}"
    unit = speaker.unit(indicator, x) if _unit_is_sign(speaker, indicator) else ""
    return f"{number}{NO_BREAK}{unit}" if unit else number


def _unit_is_sign(speaker: Speaker, indicator: Indicator) -> bool:
    return len(speaker.unit(indicator)) <= SIGN


def are_exact(comparison: Comparison) -> bool:
    """Whether both values are numbers without "about" or "less than"."""
    return not comparison.qualifier and not _other_qualifier(comparison)


def _other_qualifier(comparison: Comparison) -> str:
    rows = [row for row in comparison.measurements[1:] if row.area == comparison.benchmark]
    return next((row.qualifier for row in rows if row.qualifier), "")


def difference_size(amount: Quantity, comparison: Comparison, against: str) -> str:
    """ "0.44 pp more than in the rest of the city"; just "0.44 pp more" where it is against the area shown."""
    by = comparison.difference
    if by is None:
        return ""
    if by == 0:
        return amount.speaker.say("size.same")
    key = ("size.more" if by > 0 else "size.less") + ("_than_rest" if _names_other(comparison) else "")
    return amount.speaker.say(key, difference=amount.difference(abs(by)), against=against)


def _names_other(comparison: Comparison) -> bool:
    """Whether what a size is against must be named, because it is not just the area whose value stands beside."""
    return comparison.tested_against == "rest" or comparison.against != "area" or bool(comparison.benchmark_period)


def plain_size(amount: Quantity, comparison: Comparison, against: str) -> str:
    """The size of an untested difference: in times from about twice on, else as a difference."""
    return _times(amount, comparison.ratio) or difference_size(amount, comparison, against)


def unclear_size(amount: Quantity, comparison: Comparison, against: str) -> str:
    """A difference that may be none, with its sign and without "more" or "less"."""
    if comparison.difference is None:
        return ""
    key = "size.unclear_from_rest" if _names_other(comparison) else "size.unclear"
    if comparison.against == "standard":
        key = "size.unclear_from_standard"
    return amount.speaker.say(key, difference=amount.difference(comparison.difference), against=against)


def with_interval(
    amount: Quantity, comparison: Comparison, size: str, key: str = "size.with_interval", signed: bool = False
) -> str:
    """A size followed by the 95 % interval that decided: of the ratio for rates of events, else of the difference.

    Where the size says "less", the limits of the difference lose their sign too, unless ``signed``.
    """
    said = _ratio_interval(amount, comparison) or _difference_interval(amount, comparison, signed)
    if not size or not said:
        return size or said
    return amount.speaker.say(key, size=size, interval=said)


def _ratio_interval(amount: Quantity, comparison: Comparison) -> str:
    lower, upper = comparison.ratio_lower, comparison.ratio_upper
    if lower is None or upper is None or comparison.method not in _BY_RATIO:
        return ""
    span = span_of(amount.speaker, lower, upper, enough_places(RATIO_PLACES, (lower, upper), null=1))
    return amount.speaker.say("ratio_interval", level=amount.speaker.percent(CONFIDENCE), range=span)


def _difference_interval(amount: Quantity, comparison: Comparison, signed: bool) -> str:
    lower, upper = comparison.difference_lower, comparison.difference_upper
    if lower is None or upper is None:
        return ""
    if not signed and (comparison.difference or 0) < 0:
        lower, upper = -upper, -lower
    level = amount.speaker.percent(CONFIDENCE)
    return amount.speaker.say("percent_interval", level=level, range=amount.span(lower, upper))


def span_of(speaker: Speaker, lower: float, upper: float, decimals: int) -> str:
    """Both ends of an interval with as many decimals."""
    return speaker.say("range", lower=speaker.number(lower, decimals), upper=speaker.number(upper, decimals))


def _times(amount: Quantity, ratio: float | None) -> str:
    """ "more than twice as high"; empty below about twice."""
    if ratio is None or ratio < 1.95:
        return ""
    speaker, whole = amount.speaker, int(ratio)
    part = ratio - whole
    if ratio >= 10.05:
        return speaker.say("ratio.many", ratio=speaker.number(ratio, 1))
    word = "about" if part < 0.05 or part >= 0.95 else "nearly" if part > 0.9 else "over"
    times = whole if word == "over" or part < 0.05 else whole + 1
    return speaker.say(f"ratio.{word}", times=speaker.label("times", str(times)))
