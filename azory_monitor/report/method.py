"""How the verdicts are made, and where the figures come from."""

from collections.abc import Iterator

from azory_monitor.charts.calibration import calibration, false_alarms
from azory_monitor.model.presented import Section
from azory_monitor.model.programme import Source
from azory_monitor.report.told import Told
from azory_monitor.words import tables

RULES = (
    "four", "comparison", "benchmarks", "chance", "own", "undated", "survey", "movement",
    "progress", "prospect", "counted", "ready", "owed", "odd", "hidden", "history",
)  # fmt: skip
_SOURCE = ("title", "kind", "part_of", "publisher", "year", "licence", "url")


def method(told: Told) -> Iterator[Section]:
    """The rules in words, how told chances came true, every source."""
    say = told.speaker.say
    rules = [(say(f"page.method.rule.{name}.title"), say(f"page.method.rule.{name}.text")) for name in RULES]
    yield told.section("method", tables=[told.rules(say("report.rules"), rules)])
    yield told.section("calibration", [false_alarms(told.speaker)], [calibration(told.speaker)])
    sources = list(told.programme.sources.values())
    table = tables.register_table(told.speaker, told.programme, sources, Source, _SOURCE)
    yield told.section("sources", tables=[table])
