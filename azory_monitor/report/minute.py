"""For whoever has one minute: the answers of all sections, one sentence each."""

from collections.abc import Iterator

from azory_monitor.model.presented import Section
from azory_monitor.report.told import Told
from azory_monitor.words import sentences


def minute(told: Told) -> Iterator[Section]:
    """Where it stands, what the programme has come to, what moves, what blocks, what is owed."""
    view, speaker = told.view, told.speaker
    standing = [one for one in view.hindrances() if one.state != "closed"]
    said = [
        told.say(sentences.comparison_headline, view.compared_widely) if view.compared_widely else "",
        told.say(sentences.progress_headline, view.progress()) if view.progress() else "",
        told.say(sentences.trend_headline, view.trends()) if _judged(told) else "",
        *(told.say(sentences.index_headline, one) for one in view.indices),
        " ".join(
            [
                speaker.count("page.barriers.headline", len(standing)),
                speaker.count("report.decisions_asked", sum(one.asked for one in standing)),
            ]
        ),
        told.say(sentences.readiness_headline, view.readiness()) if view.readiness() else "",
        told.say(sentences.due_headline, view.dues()),
    ]
    yield told.section("minute", said)


def _judged(told: Told) -> bool:
    """Whether there is an indicator whose change could be judged at all."""
    return any(one.movement not in ("too_few", "cannot_tell") for one in told.view.trends())
