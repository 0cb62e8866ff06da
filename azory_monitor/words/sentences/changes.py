"""What two states differ in, in words: how much of what, and each thing on its own."""

from collections import Counter
from collections.abc import Iterator

from azory_monitor.model.changes import (
    BarrierTurn,
    Changes,
    CountTurn,
    EntryChange,
    MeasuredChange,
    RowChange,
    State,
    TargetTurn,
    Turn,
    ValueChange,
)
from azory_monitor.model.counted import Count
from azory_monitor.model.counts import value_of
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.outlook import Trend
from azory_monitor.model.programme import Target
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison, Progress
from azory_monitor.words.names import area_name, benchmark_name, coded_name, indicator_name, name_of
from azory_monitor.words.sentences.counted import count_value
from azory_monitor.words.sentences.figures import printed
from azory_monitor.words.sentences.outlook import trend_phrase
from azory_monitor.words.sentences.progress import zone_phrase
from azory_monitor.words.sentences.standing import standing_phrase
from azory_monitor.words.speaker import Speaker

VALUES: tuple[ValueChange, ...] = (
    "new", "corrected", "filled", "emptied", "hidden", "shown", "described", "gone",
)  # fmt: skip
ROWS: tuple[RowChange, ...] = ("new", "changed", "gone")
Programmes = tuple[Programme, Programme]
"""Those of the two states; what only one of them has is called as that one calls it."""


def changes_headline(speaker: Speaker, found: Changes) -> str:
    """From which state to which, and how many values, entries, verdicts … differ; or that nothing does."""
    ends = {"start": state_phrase(speaker, found.before, "from"), "end": state_phrase(speaker, found.after, "to")}
    parts = [*_counted(speaker, found)]
    if not parts:
        return speaker.sentence("changes.nothing", **ends)
    return speaker.sentence("changes.headline", **ends, parts=speaker.join(parts))


def state_phrase(speaker: Speaker, state: State, end: str) -> str:
    """A state as one ``end`` (*from* or *to*) of a sentence: by the snapshot's name, else by day and batch."""
    kind = "snapshot" if state.snapshot else "batch"
    batch = speaker.number(state.batch)
    return speaker.say(f"changes.{end}.{kind}", name=state.snapshot, day=speaker.day(state.day), batch=batch)


def _counted(speaker: Speaker, found: Changes) -> Iterator[str]:
    values, rows = (Counter(one.what for one in group) for group in (found.measurements, found.others))
    yield from (speaker.count(f"count_value_change.{what}", values[what]) for what in VALUES if values[what])
    for name in ("turns", "targets", "barriers", "counts"):
        if n := len(getattr(found, name)):
            yield speaker.count(f"changes.count.{name}", n)
    yield from (speaker.count(f"count_row_change.{what}", rows[what]) for what in ROWS if rows[what])


def measured_change_sentence(speaker: Speaker, programmes: Programmes, change: MeasuredChange) -> str:
    """Which value of which area and period, and what became of it."""
    row, programme = change.row, knowing(programmes, "indicators", change.row.indicator)
    about = speaker.say(
        "changes.about_value",
        name=indicator_name(speaker, programme, row.indicator),
        area=area_name(speaker, knowing(programmes, "areas", row.area), row.area),
        period=speaker.period(row.period),
    )
    old, new = figures_of(speaker, programmes, change)
    key = "changed" if change.before and change.after else "gone" if change.before else "new"
    what = speaker.label("value_change", change.what)
    return speaker.sentence(f"changes.value.{key}", about=about, what=what, old=old, new=new)


def figures_of(speaker: Speaker, programmes: Programmes, change: MeasuredChange) -> tuple[str, str]:
    """The figure before and after as it is printed; empty on a side that does not have the entry."""
    old, new = (
        _figure(speaker, programme, row) if row else ""
        for programme, row in zip(programmes, (change.before, change.after), strict=True)
    )
    return old, new


def _figure(speaker: Speaker, programme: Programme, row: Measurement) -> str:
    if row.status == "hidden":
        return speaker.say("cell.hidden")
    indicator = programme.indicators[row.indicator]
    value = value_of(indicator, row)
    if row.value is None and value is not None:
        written = speaker.value(value, indicator, decimals=1 if indicator.decimals is None else None)
    else:
        written = printed(speaker, programme, row)
    if row.numerator is None or row.denominator is None:
        return written
    counts = {"numerator": speaker.number(row.numerator), "denominator": speaker.number(row.denominator)}
    return speaker.say("changes.with_counts", value=written, **counts)


def turn_sentence(speaker: Speaker, programmes: Programmes, turn: Turn) -> str:
    """Which verdict turned, from what to what."""
    return speaker.sentence(
        "changes.turn",
        name=_turned_name(speaker, programmes, turn),
        subject=turn_subject(speaker, programmes, turn),
        old=verdict_phrase(speaker, turn.before),
        new=verdict_phrase(speaker, turn.after),
        note=speaker.say("changes.same_figures") if turn.same_figures else "",
    )


def _turned_name(speaker: Speaker, programmes: Programmes, turn: Turn) -> str:
    return coded_name(speaker, knowing(programmes, "indicators", turn.indicator), turn.indicator)


def turn_subject(speaker: Speaker, programmes: Programmes, turn: Turn) -> str:
    """What the verdict is about; of a standing, against whom."""
    compared = turn.after or turn.before
    if not isinstance(compared, Comparison):
        return speaker.label("turn", turn.subject)
    programme = knowing(programmes, "areas", compared.benchmark)
    return speaker.say("turn.standing_against", benchmark=benchmark_name(speaker, programme, compared))


def verdict_phrase(speaker: Speaker, verdict: Comparison | Progress | Trend | None) -> str:
    """A verdict in a few words, as the pages say it; that there is none, where there is none."""
    match verdict:
        case Comparison():
            said = standing_phrase(speaker, verdict)
            return said if verdict.ratio is not None else speaker.say("changes.not_compared", reason=said)
        case Progress():
            return speaker.label("status", verdict.status)
        case Trend():
            return trend_phrase(speaker, verdict)
    return speaker.say("changes.no_verdict")


def target_turn_sentence(speaker: Speaker, programmes: Programmes, turn: TargetTurn) -> str:
    """What a target asked for and asks for now, and whether that is easier."""
    old, new = targets_of(speaker, programmes, turn)
    name = coded_name(speaker, knowing(programmes, "indicators", turn.indicator), turn.indicator)
    effect = speaker.label("target_effect", turn.effect)
    return speaker.sentence("changes.target", name=name, effect=effect, old=old, new=new)


def targets_of(speaker: Speaker, programmes: Programmes, turn: TargetTurn) -> tuple[str, str]:
    """The target before and after in words; that it is not set, where it is not."""
    old, new = (
        _stated(speaker, programme, target)
        for programme, target in zip(programmes, (turn.before, turn.after), strict=True)
    )
    return old, new


def _stated(speaker: Speaker, programme: Programme, target: Target | None) -> str:
    if target and target.withholds("value"):
        return speaker.say("cell.hidden")
    if target is None or target.value is None or target.state == "not_set":
        return speaker.say("cell.not_set")
    indicator = programme.indicators[target.indicator]
    said = zone_phrase(speaker, indicator, target.operator, target.value, target.upper, programme)
    said = speaker.say(f"target_every.{target.every}", target=said) if target.every else said
    by = speaker.period_end(target.period)
    return speaker.say("target_by", target=said, by=by) if by else said


def barrier_turn_sentence(speaker: Speaker, programmes: Programmes, turn: BarrierTurn) -> str:
    """Which barrier, and what became of it."""
    name = name_of(speaker, knowing(programmes, "barriers", turn.barrier), "barriers", turn.barrier)
    return speaker.sentence("changes.barrier", name=name, what=speaker.label("change", turn.what))


def count_turn_sentence(speaker: Speaker, programmes: Programmes, turn: CountTurn) -> str:
    """Which figure of the register, before and after."""
    name = name_of(speaker, knowing(programmes, "derivations", turn.derivation), "derivations", turn.derivation)
    old, new = counts_of(speaker, programmes, turn)
    return speaker.sentence("changes.count_turn", name=name, old=old, new=new)


def counts_of(speaker: Speaker, programmes: Programmes, turn: CountTurn) -> tuple[str, str]:
    """The figure before and after, each with its period; that it was not counted, where it was not."""
    old, new = (
        _count(speaker, programme, count)
        for programme, count in zip(programmes, (turn.before, turn.after), strict=True)
    )
    return old, new


def _count(speaker: Speaker, programme: Programme, count: Count | None) -> str:
    if count is None:
        return speaker.say("changes.not_counted")
    value = count_value(speaker, programme, count)
    return speaker.say("changes.in_period", value=value, period=speaker.period(count.period)) if count.period else value


def entry_change_sentence(speaker: Speaker, programmes: Programmes, change: EntryChange) -> str:
    """Which row of which table is new, changed or gone."""
    table, what = speaker.label("table", change.table), speaker.label("row_change", change.what)
    return speaker.sentence("changes.entry", table=table, name=entry_name(speaker, programmes, change), what=what)


def entry_name(speaker: Speaker, programmes: Programmes, change: EntryChange) -> str:
    """What a row is called; of a row that points at others, what they are called."""
    if change.table == "programme":
        return speaker.text(programmes[1].profile.name)
    if change.table in ("targets", "assessments"):
        indicator = change.key.split()[0]
        return indicator_name(speaker, knowing(programmes, "indicators", indicator), indicator)
    return name_of(speaker, knowing(programmes, change.table, change.key), change.table, change.key)


def knowing(programmes: Programmes, table: str, id: str) -> Programme:
    """The programme that has a row, the later one where both do or neither."""
    before, after = programmes
    return before if id in getattr(before, table) and id not in getattr(after, table) else after
