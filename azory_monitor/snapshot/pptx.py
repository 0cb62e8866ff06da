"""A report as a deck for a meeting: one answer a slide, with a chart that can be edited and notes to speak from."""

from collections.abc import Mapping
from dataclasses import dataclass

from azory_monitor.model.presented import Chart, Report, Section, Table
from azory_monitor.snapshot.pptx_charts import draw, parts_of
from azory_monitor.snapshot.pptx_frame import BODY, BOTTOM, FOOT, HEIGHT, LEAD, LONGEST_TITLE, Frame
from azory_monitor.snapshot.pptx_tables import paged, write_table
from azory_monitor.words.speaker import Speaker

MOST = 4
"""A table that needs more slides is no table for a meeting: the deck names it and the workbook has it."""


@dataclass(frozen=True)
class Meeting:
    """What a meeting needs beside the report: the answers in a minute, the decisions asked, where it all comes from."""

    lines: tuple[str, ...]
    """Under the deck's name."""
    minute: Section
    decisions: Section
    origin: Section


def deck(report: Report, meeting: Meeting, palette: Mapping[str, str], speaker: Speaker) -> bytes:
    """The deck as a file; ``palette`` gives colours by meaning."""
    made = _Deck(Frame(palette, speaker, report.title), report, speaker)
    made.write(meeting)
    return made.frame.saved()


class _Deck:
    def __init__(self, frame: Frame, report: Report, speaker: Speaker) -> None:
        self.frame, self.report, self.speaker = frame, report, speaker
        self.elsewhere: list[Table] = []

    def write(self, meeting: Meeting) -> None:
        opening = self.frame.opening(self.report.title, meeting.lines)
        self.frame.notes(opening, [self.report.title, *meeting.lines])
        self._minute(meeting.minute)
        for section in self.report.sections:
            self._section(section)
        self._whole(meeting.decisions)
        if self.elsewhere:
            told = [
                self.speaker.count("slides.table", len(table.rows), caption=table.caption) for table in self.elsewhere
            ]
            self.frame.texts(self.speaker.say("slides.elsewhere"), told, [self.report.state])
        self._whole(meeting.origin)

    def _minute(self, minute: Section) -> None:
        """In large type, in the usual one where that brings it on one slide."""
        size = LEAD if self.frame.slides_of(minute.title, minute.sentences, LEAD) == 1 else BODY
        self.frame.texts(minute.title, minute.sentences, [self.report.state], size)

    def _section(self, section: Section) -> None:
        if section.sentences:
            self.frame.texts(section.title, section.sentences, [self.report.state])
        for chart in section.charts:
            self._chart(section, chart)
        for table in section.tables:
            self._table(table, section.title, self.report.state, [*section.sentences])

    def _whole(self, section: Section) -> None:
        """A section all of which belongs in the deck."""
        if section.sentences:
            self.frame.texts(section.title, section.sentences, [self.report.state])
        for table in section.tables:
            write_table(self.frame, table, section.title, self.report.state, [*section.sentences])

    def _chart(self, section: Section, chart: Chart) -> None:
        source = self._source(chart.source)
        notes = [
            section.title,
            *section.sentences,
            chart.title,
            chart.alt,
            f"{self.speaker.say('report.unit')}: {chart.unit}" if chart.unit else "",
            source,
            self.report.state,
        ]
        title = chart.title
        if len(title) > LONGEST_TITLE:
            self.frame.texts(section.title, [title], notes)
            title = section.title
        if chart.plot is None or not chart.plot.categories or not chart.plot.series:
            self._table(chart.table, title, source, notes)
            return
        room = HEIGHT - 150 - BOTTOM - FOOT
        parts = parts_of(chart.plot, room)
        for number, part in enumerate(parts, start=1):
            slide, y = self.frame.slide(self.frame.numbered(title, number, len(parts)), notes)
            tall = HEIGHT - y - BOTTOM - FOOT
            draw(slide, part, chart.plot, self.frame.palette, y, tall, chart.alt)
            self.frame.foot(slide, source)

    def _table(self, table: Table, title: str, source: str, notes: list[str]) -> None:
        found = paged(table, title)
        if found is None or len(found[1]) > MOST:
            self.elsewhere.append(table)
        else:
            write_table(self.frame, table, title, source, notes)

    def _source(self, source: str) -> str:
        return f"{self.speaker.say('report.source')}: {source}" if source else ""
