"""Progress as a table."""

from collections.abc import Sequence

from azory_monitor.model.presented import Table
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Progress
from azory_monitor.words.grades import said_value
from azory_monitor.words.names import area_name, coded_name
from azory_monitor.words.sentences.progress import absent_latest, absent_word, target_phrase
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import Column, names_in_caption, or_empty, periods_in_caption, table_of


def progress_table(speaker: Speaker, programme: Programme, results: Sequence[Progress]) -> Table:
    """Baseline, target, latest value and status; a target that nobody set says so, and is no zero."""
    cells = _ProgressCells(speaker, programme)
    say, areas = speaker.say, names_in_caption(area_name(speaker, programme, one.area) for one in results)
    columns = [
        Column(say("column.indicator"), cells.indicator),
        Column(say("heading.baseline"), cells.baseline, True, number=lambda one: one.baseline),
        Column(say("heading.target"), cells.target, True, number=_one_target),
        Column(say("heading.latest"), cells.latest, True, number=lambda one: one.latest),
        Column(say("column.period"), cells.period),
        Column(say("heading.share"), cells.share, True, number=lambda one: _hundredfold(one.share)),
        Column(
            say("heading.expected_share"),
            cells.expected_share,
            True,
            number=lambda one: _hundredfold(one.expected_share),
        ),
        Column(say("column.status"), cells.status),
        Column(say("heading.reason"), cells.reason),
    ]
    periods = periods_in_caption(speaker, [one.latest_period for one in results])
    caption = say("caption.progress", area=areas or say("cell.empty"), periods=periods)
    return table_of(speaker, caption, columns, results)


def _one_target(one: Progress) -> float | None:
    """The target, unless it is a span, which no single number says."""
    return one.target if one.target_upper is None else None


def _hundredfold(share: float | None) -> float | None:
    return None if share is None else 100 * share


class _ProgressCells:
    """Writes each cell of one indicator's progress."""

    def __init__(self, speaker: Speaker, programme: Programme) -> None:
        self.speaker, self.programme = speaker, programme

    def indicator(self, one: Progress) -> str:
        return coded_name(self.speaker, self.programme, one.indicator)

    def baseline(self, one: Progress) -> str:
        if one.baseline is None:
            return absent_word(self.speaker, one, "baseline")
        return said_value(self.speaker, self.programme, self.programme.indicators[one.indicator], one.baseline)

    def target(self, one: Progress) -> str:
        phrase = target_phrase(self.speaker, self.programme.indicators[one.indicator], one, self.programme)
        return phrase or absent_word(self.speaker, one, "target")

    def latest(self, one: Progress) -> str:
        if one.latest is None:
            return absent_latest(self.speaker, one)
        indicator = self.programme.indicators[one.indicator]
        return said_value(self.speaker, self.programme, indicator, one.latest, one.qualifier)

    def period(self, one: Progress) -> str:
        return or_empty(self.speaker, self.speaker.period(one.latest_period))

    def share(self, one: Progress) -> str:
        return self._percent(one.share)

    def expected_share(self, one: Progress) -> str:
        return self._percent(one.expected_share)

    def _percent(self, share: float | None) -> str:
        return self.speaker.say("cell.empty") if share is None else self.speaker.percent(100 * share)

    def status(self, one: Progress) -> str:
        return self.speaker.label("status", one.status)

    def reason(self, one: Progress) -> str:
        return or_empty(self.speaker, self.speaker.label("reason", one.reason))
