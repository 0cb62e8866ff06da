"""What stands in the way: the decisions that are asked first, then every barrier, then what nobody has looked at."""

from collections.abc import Iterator

from azory_monitor.charts.barriers import barriers
from azory_monitor.model.presented import Section
from azory_monitor.report.told import Told
from azory_monitor.words import sentences, tables
from azory_monitor.words.names import indicator_name


def hindrances(told: Told) -> Iterator[Section]:
    """Decisions, the register of barriers with their age and reviews, stalled indicators, gaps of actions."""
    view, speaker = told.view, told.speaker
    found = view.hindrances()
    rows = [told.programme.barriers[one.barrier] for one in found]
    yield decisions(told)
    told_of = [
        sentences.age_summary(speaker, found),
        *(speaker.ended(words) for words in sentences.age_counts(speaker, found)),
        sentences.overdue_summary(speaker, told.programme, found),
    ]
    yield told.section(
        "barriers",
        told_of if rows else [],
        [told.draw(barriers, rows)],
        [told.set_out(tables.barrier_table, rows)],
    )
    yield _gaps(told)


def decisions(told: Told) -> Section:
    """Which decisions are asked, of whom."""
    found = told.view.hindrances()
    waiting = [told.programme.barriers[one.barrier] for one in found if one.asked]
    said = [told.speaker.count("report.decisions_asked", len(waiting))] if found else []
    return told.section("decisions", said, tables=[told.set_out(tables.decision_table, waiting)])


def _gaps(told: Told) -> Section:
    speaker, gaps, stalled = told.speaker, told.view.action_gaps, told.view.stalled
    counts = {name: sum(getattr(one, name) for one in gaps) for name in tables.GAPS}
    said = [" ".join(speaker.count(f"page.barriers.gap.{name}", n) for name, n in counts.items() if n)]
    if stalled:
        said.append(speaker.count("page.barriers.stalled_found", len(stalled)))
        named = [
            f"{indicator_name(speaker, told.programme, one.indicator)} ({speaker.label('progress.status', one.status)})"
            for one in stalled
        ]
        said.append(speaker.ended("; ".join(named)))
    return told.section("gaps", said, tables=[told.set_out(tables.gap_table, gaps)])
