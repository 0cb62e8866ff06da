"""One topic on one page: what is asked and of whom, what speaks for it, what stands in the way, what was proposed."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from azory_monitor.errors import Unknown
from azory_monitor.model.hindrance import Hindrance
from azory_monitor.model.presented import Report, Section
from azory_monitor.model.register import Proposal
from azory_monitor.model.state import Programme
from azory_monitor.report.told import Told
from azory_monitor.report.whole import framed
from azory_monitor.view import View
from azory_monitor.words import Speaker, sentences
from azory_monitor.words.names import name_of, row_name

AT_MOST = 4
"""So many sentences of a kind fit on the page; how many more there are is said."""

OBJECTIVE = "objective:"
"""Says that an objective is meant where a theme has the same id."""

_CLEAR = {"worse": 0, "higher": 1, "lower": 1, "better": 2}
"""What is worse speaks loudest."""


def topics(view: View) -> list[str]:
    """What a brief may be about: themes with a barrier or an indicator, then the objectives.

    An objective with the id of a theme is asked for as ``objective:ID``.
    """
    themes, objectives = view.programme.themes, view.programme.objectives
    used = {one.theme for one in view.hindrances()} | {row.theme for row in view.programme.indicators.values()}
    return [*(id for id in themes if id in used), *(f"{OBJECTIVE}{id}" if id in themes else id for id in objectives)]


def topic_name(view: View, speaker: Speaker, topic: str) -> str:
    """What a theme or an objective is called; raises Unknown for what is neither."""
    kind, id = _topic(view, topic)
    if kind == "theme":
        return name_of(speaker, view.programme, "themes", id)
    objective = view.programme.objectives[id]
    return speaker.say("report.section.objective", number=objective.number, name=speaker.text(objective.name))


def _topic(view: View, topic: str) -> tuple[Literal["theme", "objective"], str]:
    id = topic.removeprefix(OBJECTIVE)
    if topic in view.programme.themes:
        return "theme", topic
    if id in view.programme.objectives:
        return "objective", id
    raise Unknown("error.topic_unknown", id=topic, known=", ".join(topics(view)))


def brief(view: View, speaker: Speaker, topic: str, snapshot: str = "") -> Report:
    """A theme or an objective on one page; raises Unknown for anything else."""
    told = Told(view, speaker)
    title = speaker.say("report.brief", topic=topic_name(view, speaker, topic))
    return framed(told, title, list(_sections(told, *_topic(view, topic))), snapshot)


def _sections(told: Told, by: str, topic: str) -> Iterator[Section]:
    found = [one for one in told.view.hindrances(**{by: topic}) if one.state != "closed"]
    asked = [one for one in found if one.asked]
    indicators = _indicators(told, by, topic, found)
    yield told.section("asked", _few(told, _decision, asked) or [told.speaker.say("report.nothing_asked")])
    yield told.section("evidence", _evidence(told, indicators) or [told.speaker.say("report.no_evidence")])
    plain = [one for one in found if not one.asked]
    yield told.section("in_the_way", _few(told, _barrier, plain))
    named = {one.barrier for one in found}
    proposed = [row for row in told.programme.proposals.values() if named & set(row.barriers)]
    yield told.section("proposed", _few(told, _proposal, proposed))
    yield told.section("deciding", _deciding(told, asked))


def _indicators(told: Told, by: str, topic: str, found: Sequence[Hindrance]) -> list[str]:
    """The topic's own, then those that its barriers hold up."""
    rows = told.programme.indicators.values()
    own = [row.id for row in rows if getattr(row, by) == topic]
    return list(dict.fromkeys([*own, *(id for one in found for id in one.indicators)]))


def _evidence(told: Told, indicators: Sequence[str]) -> list[str]:
    """Where the area stands by the topic's indicators, the worst first, then how far they have come."""
    compared = [one for one in told.view.compared_widely if one.indicator in indicators]
    compared.sort(key=lambda one: _CLEAR.get(one.side or one.standing, 3))
    moving = [one for one in told.view.progress() if one.indicator in indicators and one.latest is not None]
    unknown = [one for one in told.view.progress() if one.indicator in indicators and one.latest is None]
    said = _few(told, sentences.comparison_sentence, compared) + _few(told, sentences.progress_sentence, moving)
    return [*said, told.speaker.count("report.unmeasured", len(unknown))] if unknown else said


def _few(told: Told, rule: Callable[..., str], rows: Sequence) -> list[str]:
    said = told.each(rule, rows[:AT_MOST])
    more = len(rows) - AT_MOST
    return [*said, told.speaker.count("report.more", more)] if more > 0 else said


def _decision(speaker: Speaker, programme: Programme, one: Hindrance) -> str:
    barrier = programme.barriers[one.barrier]
    return speaker.say(
        "report.decision",
        decision=speaker.ended(speaker.text(barrier.decision)),
        whose=_whose(speaker, programme, one.decides),
        because=speaker.ended(speaker.text(barrier.title)),
    )


def _whose(speaker: Speaker, programme: Programme, institution: str) -> str:
    return name_of(speaker, programme, "institutions", institution) if institution else speaker.say("hindrance.nobody")


def _barrier(speaker: Speaker, programme: Programme, one: Hindrance) -> str:
    return sentences.hindrance_sentence(speaker, programme, one)


def _proposal(speaker: Speaker, programme: Programme, row: Proposal) -> str:
    state = speaker.label("choice.state", row.state)
    return speaker.ended(f"{row_name(speaker, row).rstrip('.')} ({state})")


def _deciding(told: Told, asked: Sequence[Hindrance]) -> list[str]:
    """Who is to decide, each with how many of the decisions."""
    known, nobody = told.programme.institutions, told.speaker.say("hindrance.nobody")
    named = [told.speaker.text(known[one.decides].name) if one.decides in known else nobody for one in asked]
    return [told.speaker.count("report.decides", named.count(name), who=name) for name in dict.fromkeys(named)]
