"""The waves of a survey as a table."""

from collections.abc import Sequence

from azory_monitor.model.presented import Table
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Wave
from azory_monitor.words.names import area_name, indicator_name, source_name
from azory_monitor.words.sentences.quantity import CONFIDENCE, DEFAULT_PLACES
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import Column, names_in_caption, or_empty, periods_in_caption, table_of


def waves_table(speaker: Speaker, programme: Programme, waves: Sequence[Wave]) -> Table:
    """Each wave with its question, how many were asked, the share that answered so, and the interval of the sample."""
    cells, say = _WaveCells(speaker, programme), speaker.say
    columns = [
        Column(say("heading.wave"), cells.wave),
        Column(say("column.period"), cells.period),
        Column(say("column.area"), cells.area),
        Column(say("column.question"), cells.question),
        Column(say("heading.asked"), cells.asked, True),
        Column(say("heading.answered_so"), cells.share, True),
        Column(say("heading.interval_own", level=speaker.percent(CONFIDENCE)), cells.interval, True),
    ]
    caption = say(
        "caption.waves",
        indicators=names_in_caption(indicator_name(speaker, programme, one.indicator) for one in waves),
        periods=periods_in_caption(speaker, [one.period for one in waves]),
    )
    return table_of(speaker, caption, columns, waves)


class _WaveCells:
    """Writes each cell of one wave."""

    def __init__(self, speaker: Speaker, programme: Programme) -> None:
        self.speaker, self.programme = speaker, programme

    def wave(self, one: Wave) -> str:
        return or_empty(self.speaker, source_name(self.speaker, self.programme, one.source))

    def period(self, one: Wave) -> str:
        return self.speaker.period(one.period)

    def area(self, one: Wave) -> str:
        return area_name(self.speaker, self.programme, one.area)

    def question(self, one: Wave) -> str:
        return self.speaker.text(self.programme.indicators[one.indicator].question)

    def asked(self, one: Wave) -> str:
        return self.speaker.say("cell.empty") if one.asked is None else self.speaker.number(one.asked)

    def share(self, one: Wave) -> str:
        if one.hidden:
            return self.speaker.say("cell.hidden")
        indicator, row = self.programme.indicators[one.indicator], one.measurement
        return self.speaker.value(one.share, indicator, row.qualifier, self._decimals(one))

    def interval(self, one: Wave) -> str:
        if one.lower is None or one.upper is None:
            return self.speaker.say("cell.empty")
        limits = (self.speaker.number(limit, self._decimals(one)) for limit in (one.lower, one.upper))
        return self.speaker.say("range", **dict(zip(("lower", "upper"), limits, strict=True)))

    def _decimals(self, one: Wave) -> int:
        stated = self.programme.indicators[one.indicator].decimals
        return DEFAULT_PLACES if stated is None else stated
