"""What every part of a report is told with: one state in one language, and sections made of what there is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from azory_monitor.model.presented import Chart, Section, Table
from azory_monitor.model.state import Programme
from azory_monitor.view import View
from azory_monitor.words import Speaker


@dataclass(frozen=True)
class Told:
    """A state, and what speaks of it."""

    view: View
    speaker: Speaker

    @property
    def programme(self) -> Programme:
        """The registers of the state."""
        return self.view.programme

    def say(self, rule: Callable[..., str], *results: Any) -> str:
        """The sentence that a rule of ``words.sentences`` makes of results."""
        return rule(self.speaker, self.programme, *results)

    def each(self, rule: Callable[..., str], results: Iterable[Any]) -> list[str]:
        """One sentence for each result."""
        return [self.say(rule, one) for one in results]

    def draw(self, chart: Callable[..., Chart | None], results: Any, **more: Any) -> Chart | None:
        """A picture with its table; None where there is nothing to draw."""
        return chart(self.speaker, self.programme, results, **more)

    def set_out(self, table: Callable[..., Table], *results: Any) -> Table:
        """Results as a table."""
        return table(self.speaker, self.programme, *results)

    def rules(self, caption: str, rules: Iterable[tuple[str, str]]) -> Table:
        """Rules as a table: what each is about, and what it says."""
        heads = (self.speaker.say("report.rule"), self.speaker.say("report.rule_says"))
        return Table(caption=caption, columns=heads, rows=tuple(rules), numeric=(False, False))

    def section(
        self,
        name: str,
        said: Iterable[str] = (),
        charts: Iterable[Chart | None] = (),
        tables: Iterable[Table | None] = (),
        title: str = "",
    ) -> Section:
        """A section of what there is: no empty sentence, no picture without a mark, no table without a row.

        What the title of a picture says is not said once more.
        """
        drawn = tuple(chart for chart in charts if chart)
        return Section(
            title=title or self.speaker.say(f"report.section.{name}"),
            sentences=tuple(words for words in said if words and not any(words in chart.title for chart in drawn)),
            charts=drawn,
            tables=tuple(table for table in tables if table and table.rows),
        )


def is_filled(section: Section) -> bool:
    """Whether a section has anything to tell."""
    return bool(section.sentences or section.charts or section.tables)
