"""How far an indicator has come, in words: the status, the facts it rests on, and the reason."""

from collections import Counter
from collections.abc import Sequence

from azory_monitor.model.programme import Indicator, Operator
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Progress, Status, Withheld
from azory_monitor.words.grades import grade_name, said_value
from azory_monitor.words.names import coded_name
from azory_monitor.words.speaker import Speaker

ORDER: tuple[Status, ...] = (
    "achieved", "on_course", "behind", "moving_away", "lost", "not_started", "no_data", "cannot_tell", "no_target",
)  # fmt: skip
"""The order in which statuses are counted up."""

_SAID_ALREADY = {("no_target", "target_not_set"), ("no_data", "no_measurement"), ("not_started", "action_not_started")}
"""Reasons that would only repeat the status."""

_ON_THE_WAY = ("on_course", "behind", "cannot_tell")


def progress_sentence(speaker: Speaker, programme: Programme, progress: Progress) -> str:
    """One indicator's status with its facts, then its reason where that adds something."""
    facts = "; ".join(filter(None, _facts(speaker, programme, progress)))
    said = speaker.sentence(
        "progress.sentence" if facts else "progress.sentence_alone",
        name=coded_name(speaker, programme, progress.indicator),
        status=speaker.label("progress.status", progress.status),
        facts=facts,
    )
    return " ".join([said, *_reasons(speaker, progress)])


def progress_headline(speaker: Speaker, programme: Programme, results: Sequence[Progress]) -> str:
    """How many indicators have which status: "18 indicators: 2 met, 1 not started and 15 without a target."."""
    if not results:
        return speaker.sentence("progress.headline_nothing")
    return speaker.ended(speaker.count("progress.headline", len(results), parts=_counted(speaker, results)))


def objective_headline(speaker: Speaker, programme: Programme, objective: str, results: Sequence[Progress]) -> str:
    """The same for the indicators of one objective, taken from ``results``, without counting them first."""
    mine = [one for one in results if programme.indicators[one.indicator].objective == objective]
    return speaker.ended(_counted(speaker, mine)) if mine else speaker.sentence("progress.headline_nothing")


def _counted(speaker: Speaker, results: Sequence[Progress]) -> str:
    counts = Counter(one.status for one in results)
    return speaker.join(speaker.count(f"count_status.{status}", counts[status]) for status in ORDER if counts[status])


def target_phrase(
    speaker: Speaker, indicator: Indicator, progress: Progress, programme: Programme | None = None
) -> str:
    """What is to be reached, how often and by when; empty where no number was set.

    ``programme`` knows the names of grades, which a target of a score is told by.
    """
    if progress.target is None:
        return ""
    said = zone_phrase(speaker, indicator, progress.operator, progress.target, progress.target_upper, programme)
    if progress.every:
        said = speaker.say(f"target_every.{progress.every}", target=said)
    by = speaker.period_end(progress.target_period)
    return speaker.say("target_by", target=said, by=by) if by else said


def zone_phrase(
    speaker: Speaker,
    indicator: Indicator,
    operator: Operator,
    value: float | None,
    upper: float | None,
    programme: Programme | None = None,
) -> str:
    """The values that meet a target: "at least 40 %", "from 2 to 4 meetings", "at least 2 – partly"."""
    is_band = operator == "between" and upper is not None
    if programme and grade_name(speaker, programme, indicator, value):
        lower = said_value(speaker, programme, indicator, value)
    else:
        lower = (speaker.bare if is_band else speaker.value)(value, indicator)
    return speaker.say(f"target.{operator or 'any'}", value=lower, upper=speaker.value(upper, indicator))


def absent_word(speaker: Speaker, progress: Progress, end: Withheld) -> str:
    """Why a baseline or target is not told: nobody set it, or it is hidden."""
    return speaker.say("cell.hidden" if end in progress.withheld else "cell.not_set")


def absent_latest(speaker: Speaker, progress: Progress) -> str:
    """Why the latest value is not told: it is hidden, nothing has begun, or nobody has it."""
    kind = "hidden" if progress.latest_period else "not_started" if progress.status == "not_started" else "missing"
    return speaker.say(f"cell.{kind}")


def _facts(speaker: Speaker, programme: Programme, progress: Progress) -> list[str]:
    return [
        _latest(speaker, programme, progress),
        _target(speaker, programme, progress),
        _baseline(speaker, programme, progress),
        _share(speaker, progress),
    ]


def _latest(speaker: Speaker, programme: Programme, progress: Progress) -> str:
    indicator, period = programme.indicators[progress.indicator], speaker.period(progress.latest_period)
    if progress.latest is not None:
        value = said_value(speaker, programme, indicator, progress.latest, progress.qualifier)
        return speaker.say("progress.fact.latest", value=value, period=period)
    if period:
        return speaker.say("progress.fact.hidden", period=period)
    return "" if progress.status == "no_data" else speaker.say("progress.fact.no_latest")


def _target(speaker: Speaker, programme: Programme, progress: Progress) -> str:
    phrase = target_phrase(speaker, programme.indicators[progress.indicator], progress, programme)
    key = "progress.fact.target_tentative" if progress.state == "tentative" else "progress.fact.target"
    return speaker.say(key, target=phrase) if phrase else ""


def _baseline(speaker: Speaker, programme: Programme, progress: Progress) -> str:
    if progress.baseline is None:
        return ""
    value = said_value(speaker, programme, programme.indicators[progress.indicator], progress.baseline)
    period = speaker.period(progress.baseline_period)
    key = "progress.fact.baseline" if period else "progress.fact.baseline_without_period"
    return speaker.say(key, value=value, period=period)


def _share(speaker: Speaker, progress: Progress) -> str:
    if progress.share is None or progress.share < 0 or progress.status not in _ON_THE_WAY:
        return ""
    share = speaker.percent(100 * progress.share)
    if progress.expected_share is None:
        return speaker.say("progress.fact.share", share=share)
    expected = speaker.percent(100 * progress.expected_share)
    return speaker.say("progress.fact.share_and_time", share=share, expected=expected)


def _reasons(speaker: Speaker, progress: Progress) -> list[str]:
    is_told = (progress.status, progress.reason) in _SAID_ALREADY
    if not progress.reason or is_told or (progress.reason == "target_tentative" and progress.target is not None):
        return []
    key, why = f"progress.reason.{progress.reason}", speaker.text(progress.why)
    said = [speaker.sentence(key, author=progress.author, why=why)]
    if progress.computed_status:
        status = speaker.label("progress.status", progress.computed_status)
        said.append(speaker.sentence("progress.computed", status=status))
    return said
