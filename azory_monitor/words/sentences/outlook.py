"""Real change, the chance of meeting a target, and how targets were moved, in words."""

from collections import Counter
from collections.abc import Sequence

from azory_monitor.model.outlook import Movement, Prospect, TargetChange, Trend
from azory_monitor.model.programme import Indicator, Target
from azory_monitor.model.state import Programme
from azory_monitor.words.names import coded_name, indicator_name, where
from azory_monitor.words.numbers import enough_places, rounded, tenths
from azory_monitor.words.sentences.progress import zone_phrase
from azory_monitor.words.sentences.quantity import CONFIDENCE, decimals_of, difference_of, span_of
from azory_monitor.words.speaker import Speaker

MOVEMENTS: tuple[Movement, ...] = (
    "improving", "worsening", "rising", "falling", "within_noise", "too_few", "cannot_tell",
)  # fmt: skip
"""The order in which trends are counted up."""

REAL = ("improving", "worsening", "rising", "falling")
ROUGH = 3
"""A chance that rests on so few points is told with a warning."""


def trend_sentence(speaker: Speaker, programme: Programme, trend: Trend) -> str:
    """Whether an indicator has really changed, from where to where, and by which rule that is told."""
    indicator = programme.indicators[trend.indicator]
    facts = [trend_words(speaker, trend), _ends(speaker, indicator, trend), _change(speaker, indicator, trend)]
    said = speaker.sentence(
        "trend.sentence",
        name=indicator_name(speaker, programme, trend.indicator),
        where=where(speaker, programme, trend.area),
        facts="; ".join(filter(None, facts)),
    )
    return " ".join([said, *_grounds(speaker, trend)])


def trend_phrase(speaker: Speaker, trend: Trend) -> str:
    """The verdict in a few words, as a cell of a table holds it."""
    is_untold = trend.movement == "cannot_tell" and trend.reason
    return speaker.label("trend.reason_short", trend.reason) if is_untold else trend_words(speaker, trend)


def trend_words(speaker: Speaker, trend: Trend) -> str:
    """ "a real fall", "a clear improvement", "no change that stands out from chance"."""
    is_clear = trend.clear and trend.movement in REAL
    return speaker.label("movement_clear" if is_clear else "movement", trend.movement)


def trend_headline(speaker: Speaker, programme: Programme, results: Sequence[Trend]) -> str:
    """How many series have really changed: "12 series: 3 improving, 5 within chance and 4 with too few figures."."""
    counts = Counter(one.movement for one in results)
    parts = [speaker.count(f"count_trend.{one}", counts[one]) for one in MOVEMENTS if counts[one]]
    if not parts:
        return speaker.sentence("trend.headline_nothing")
    return speaker.ended(speaker.count("trend.headline", len(results), parts=speaker.join(parts)))


def change_words(speaker: Speaker, indicator: Indicator, trend: Trend) -> str:
    """The change with its sign and unit; empty where no rule gave one."""
    if trend.change is None:
        return ""
    written = difference_of(speaker, indicator, trend.change, decimals_of(indicator, trend.measurements))
    return f"+{written}" if trend.change > 0 else written


def _ends(speaker: Speaker, indicator: Indicator, trend: Trend) -> str:
    if trend.first_value is None or trend.last_value is None or trend.points < 2:
        return ""
    decimals = decimals_of(indicator, trend.measurements)
    return speaker.say(
        "trend.ends",
        first=speaker.value(trend.first_value, indicator, decimals=decimals),
        first_period=speaker.period(trend.first_period),
        last=speaker.value(trend.last_value, indicator, decimals=decimals),
        last_period=speaker.period(trend.last_period),
    )


def _change(speaker: Speaker, indicator: Indicator, trend: Trend) -> str:
    if trend.change is None:
        return ""
    key = "trend.change" if trend.method == "two_periods" else "trend.change_along"
    change, interval = change_words(speaker, indicator, trend), _interval(speaker, indicator, trend)
    return speaker.say(key, change=change, interval=interval)


def _interval(speaker: Speaker, indicator: Indicator, trend: Trend) -> str:
    if trend.change_lower is None or trend.change_upper is None:
        return speaker.say("trend.no_interval")
    ends = (trend.change_lower, trend.change_upper)
    decimals = enough_places(decimals_of(indicator, trend.measurements), ends)
    return speaker.say(
        "percent_interval", level=speaker.percent(CONFIDENCE), range=span_of(speaker, *ends, decimals=decimals)
    )


def _grounds(speaker: Speaker, trend: Trend) -> list[str]:
    """Why nothing is told, what was left out, and the rule."""
    said = []
    if trend.reason:
        said.append(speaker.sentence(f"trend.reason.{trend.reason}"))
    if trend.broken_at:
        since, why = speaker.period_since(trend.broken_at), speaker.text(trend.broken_why)
        said.append(speaker.sentence("trend.broken", since=since, why=why))
    return [*said, speaker.sentence(f"trend.method.{trend.method}")] if trend.method else said


def prospect_sentence(speaker: Speaker, programme: Programme, prospect: Prospect) -> str:
    """How likely a target is met if things go on as they have, and what value is to be expected."""
    indicator = programme.indicators[prospect.indicator]
    name = coded_name(speaker, programme, prospect.indicator)
    if prospect.chance is None:
        return speaker.sentence("prospect.none", name=name, reason=_why_none(speaker, prospect))
    said = speaker.sentence(
        "prospect.sentence",
        name=name,
        since=speaker.period_since(prospect.first_period),
        target=prospect_target(speaker, indicator, prospect),
        chance=prospect_phrase(speaker, prospect),
        expected=expected_words(speaker, indicator, prospect),
        band=band_words(speaker, indicator, prospect),
    )
    return " ".join([said, *_warnings(speaker, prospect)])


def prospect_phrase(speaker: Speaker, prospect: Prospect) -> str:
    """The chance in tenths: "about 7 in 10"; nothing is ever called certain, and three points tell no extremes.

    Without a chance, why there is none.
    """
    if prospect.chance is None:
        return _why_none(speaker, prospect)
    in_ten = tenths(prospect.chance)
    if prospect.points <= ROUGH:
        in_ten = min(max(in_ten, 1), 9)
    if in_ten in (0, 10):
        return speaker.say("chance_told.hardly" if in_ten == 0 else "chance_told.nearly")
    return speaker.say("chance_told.about", n=speaker.number(in_ten))


def prospect_target(speaker: Speaker, indicator: Indicator, prospect: Prospect) -> str:
    """What is to be met, and when; empty where no number was set."""
    if prospect.target is None:
        return ""
    said = zone_phrase(speaker, indicator, prospect.operator, prospect.target, prospect.target_upper)
    when = speaker.period_phrase if prospect.every else speaker.period_end
    return speaker.say("target_by", target=said, by=when(prospect.target_period)) if prospect.target_period else said


def expected_words(speaker: Speaker, indicator: Indicator, prospect: Prospect) -> str:
    """The value to be expected, rounded first so that its unit agrees with what is printed; empty where none is."""
    if prospect.expected is None:
        return ""
    decimals = decimals_of(indicator, prospect.measurements)
    return speaker.value(float(rounded(prospect.expected, decimals)), indicator, decimals=decimals)


def band_words(speaker: Speaker, indicator: Indicator, prospect: Prospect) -> str:
    """The band that holds four values in five: "31 to 38"; empty where there is none."""
    if prospect.lower is None or prospect.upper is None:
        return ""
    return span_of(speaker, prospect.lower, prospect.upper, decimals_of(indicator, prospect.measurements))


def target_change_sentence(speaker: Speaker, programme: Programme, change: TargetChange) -> str:
    """Who moved a target when, from what to what, and the reason given."""
    indicator = programme.indicators[change.indicator]
    said = speaker.sentence(
        f"target_change.{change.effect}",
        name=coded_name(speaker, programme, change.indicator),
        day=speaker.day(change.changed),
        by=change.by,
        before=_stated(speaker, indicator, change.former),
        after=_stated(speaker, indicator, change.current),
    )
    why = speaker.text(change.why)
    return f"{said} {speaker.sentence('target_change.why', why=why)}" if why else said


def _stated(speaker: Speaker, indicator: Indicator, target: Target | None) -> str:
    if target is None:
        return ""
    said = zone_phrase(speaker, indicator, target.operator, target.value, target.upper)
    if target.every:
        said = speaker.say(f"target_every.{target.every}", target=said)
    by = speaker.period_end(target.period)
    return speaker.say("target_by", target=said, by=by) if by else said


def _why_none(speaker: Speaker, prospect: Prospect) -> str:
    return speaker.label("prospect.reason", prospect.reason)


def _warnings(speaker: Speaker, prospect: Prospect) -> list[str]:
    said = [speaker.sentence("prospect.rough")] if prospect.points <= ROUGH else []
    return [*said, speaker.sentence("prospect.tentative")] if prospect.state == "tentative" else said
