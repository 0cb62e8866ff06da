"""Likeness of areas in words: which are nearest, by what, and what that leaves out."""

from collections.abc import Sequence

from azory_monitor.model.programme import Indicator
from azory_monitor.model.situation import Peers
from azory_monitor.model.state import Programme
from azory_monitor.words.names import area_name, indicator_name, where
from azory_monitor.words.numbers import NO_BREAK
from azory_monitor.words.sentences.situation import in_words
from azory_monitor.words.speaker import Speaker


def peers_sentence(speaker: Speaker, programme: Programme, result: Peers) -> str:
    """Which areas are most like the one asked for, and by what; or why that cannot be told."""
    group = area_name(speaker, programme, result.group)
    if result.reason or not result.entries:
        here = where(speaker, programme, result.area)
        reason = result.reason or "no_variable"
        return speaker.ended(speaker.count(f"peers.reason.{reason}", result.areas, group=group, where=here))
    chosen = [entry.area for entry in result.entries if entry.chosen]
    return speaker.ended(
        speaker.count(
            "peers.nearest",
            len(result.variables),
            some=in_words(speaker, len(result.variables)),
            variables="; ".join(indicator_name(speaker, programme, one.indicator) for one in result.variables),
            like=speaker.say(
                f"peers.like.{programme.areas[result.area].kind}", name=area_name(speaker, programme, result.area)
            ),
            areas=speaker.join(area_name(speaker, programme, area) for area in chosen),
        )
    )


def peers_rules(speaker: Speaker, programme: Programme, result: Peers) -> list[tuple[str, str]]:
    """How the nearest were found: by what, on which scale, and what that leaves out."""
    if not result.entries:
        return []
    shown = [
        speaker.say(
            "peers.variable",
            name=indicator_name(speaker, programme, one.indicator),
            period=speaker.period(one.period),
            spread=_spread(speaker, programme.indicators[one.indicator], one.spread),
        )
        for one in result.variables
    ]
    variables = speaker.ended(
        speaker.count(
            "peers.rule.variables", len(shown), some=in_words(speaker, len(shown)), variables="; ".join(shown)
        )
    )
    chosen = sum(entry.chosen for entry in result.entries)
    told = {
        "variables": variables,
        "distance": speaker.sentence("peers.rule.distance", n=result.areas),
        "chosen": speaker.ended(speaker.count("peers.rule.chosen", chosen)),
    }
    if result.missing:
        told["missing"] = speaker.sentence("ranking.missing", areas=_areas(speaker, programme, result.missing))
    return [(speaker.say(f"peers.rule_title.{name}"), text) for name, text in told.items()]


def _spread(speaker: Speaker, indicator: Indicator, spread: float) -> str:
    """A standard deviation with its unit, percentage points between percentages."""
    if indicator.measure == "proportion" and indicator.per == 100:
        return f"{speaker.bare(spread, indicator)}{NO_BREAK}{speaker.say('unit.points')}"
    return speaker.value(spread, indicator)


def _areas(speaker: Speaker, programme: Programme, areas: Sequence[str]) -> str:
    return speaker.join(area_name(speaker, programme, area) for area in areas)
