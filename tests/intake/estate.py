"""A small programme to check files against, and the steps of a check in one call."""

import datetime
import textwrap

from azory_monitor import intake
from azory_monitor.model.batch import Problem
from azory_monitor.model.programme import Area, Indicator, Profile, Source
from azory_monitor.model.state import Programme

TODAY = datetime.date(2026, 11, 23)


def by_id(*rows):
    return {row.id: row for row in rows}


PROGRAMME = Programme(
    profile=Profile(id="estate", name={"en": "The estate"}, areas="azory", language="en"),
    areas=by_id(
        Area(
            id="azory", name={"pl": "Osiedle Azory", "en": "Azory estate"}, kind="estate",
            aliases="Azory I|Os. Azory",
        ),
        Area(id="krakow", name={"pl": "Kraków", "en": "Cracow"}, kind="city", code="1261000"),
        Area(id="widok", name={"pl": "Widok", "en": "Widok"}, kind="estate"),
        Area(id="widok-zarzecze", name={"pl": "Widok", "en": "Widok Zarzecze"}, kind="estate"),
    ),
    sources=by_id(Source(id="study", title={"en": "A study"}, kind="study")),
    indicators=by_id(
        Indicator(
            id="seniors", code="T1", name={"pl": "Odsetek seniorów", "en": "Share of seniors"}, kind="context",
            measure="proportion", unit={"en": "%"}, per=100, direction="neither", minimum=0, maximum=100,
        ),
        Indicator(
            id="money", name={"pl": "Kwota świadczeń", "en": "Benefits"}, kind="context", measure="money",
            unit={"pl": "tys. zł", "en": "thousand PLN"}, direction="neither",
        ),
        Indicator(
            id="meetings", code="2.b", name={"en": "Meetings"}, kind="output", measure="count", direction="higher",
        ),
        Indicator(
            id="gatherings", code="4.c", name={"en": "Gatherings"}, kind="output", measure="count", direction="higher",
            same_as="meetings",
        ),
    ),
)  # fmt: skip
KNOWN = intake.known_of(PROGRAMME)


def drawn(table: str) -> bytes:
    """A table drawn in a test, as the bytes of a file."""
    return textwrap.dedent(table).lstrip("\n").encode("utf-8")


def checked(content: str | bytes, name: str = "file.csv", table: str = "", **answers: str) -> intake.Checked:
    """Read and check a file."""
    content = drawn(content) if isinstance(content, str) else content
    return intake.check(intake.read(name, content, table, answers, KNOWN), KNOWN, TODAY, answers)


def told(outcome: intake.Checked) -> list[tuple]:
    """Problems as row, column, value and rule."""
    return [brief(problem) for problem in outcome.problems]


def brief(problem: Problem) -> tuple:
    return problem.row, problem.column, problem.value, problem.rule


def values(outcome: intake.Checked) -> list[float | None]:
    """The values of the sound rows."""
    return [None if value != value else value for value in outcome.rows["value"]]


def measured(*numbers: str, delimiter: str = ";") -> bytes:
    """A file of measurements of the same area in one year after another, with these texts as values."""
    lines = [f"meetings;azory;{2000 + place};{number}" for place, number in enumerate(numbers)]
    return "\n".join(["indicator;area;period;value", *lines]).replace(";", delimiter).encode("utf-8")
