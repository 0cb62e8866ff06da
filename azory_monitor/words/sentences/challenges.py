"""The challenges in words: how many can be followed at all, what an indicator lacks, what the matrix leaves open."""

from collections.abc import Sequence

from azory_monitor.model.chronicle import Cell, Followed, Met
from azory_monitor.words.speaker import Speaker


def challenges_headline(speaker: Speaker, found: Sequence[Met]) -> str:
    """How many challenges there are, and for how many of their indicators anything is known."""
    if not found:
        return speaker.sentence("challenges.none")
    followed = [one for met in found for one in met.indicators]
    challenges = speaker.count("challenges.challenges", len(found))
    if not followed:
        return speaker.sentence("challenges.without", challenges=challenges)
    indicators = speaker.count("challenges.indicators", len(followed))
    valued = _valued(speaker, followed)
    return speaker.sentence("challenges.headline", challenges=challenges, indicators=indicators, valued=valued)


def lacking_phrase(speaker: Speaker, one: Followed) -> str:
    """What an indicator of a challenge lacks: "value, baseline and who supplies it"."""
    lacking = [speaker.label("lacking", what) for what in one.lacking]
    return speaker.join(lacking) if lacking else speaker.say("lacking.nothing")


def matrix_headline(speaker: Speaker, cells: Sequence[Cell]) -> str:
    """How many cells of the matrix are filled and how many have gaps."""
    full = sum(not cell.empty for cell in cells)
    empty = len(cells) - full
    return speaker.ended(
        speaker.count(
            "cells.headline",
            len(cells),
            full=speaker.count("cells.some_full", full),
            empty=speaker.count("cells.some_empty", empty) if empty else "",
        )
    )


def cell_phrase(speaker: Speaker, cell: Cell) -> str:
    """What a cell of the matrix holds: everything, or which parts are not given."""
    if not cell.given:
        return speaker.say("cells.absent")
    if not cell.empty:
        return speaker.say("cells.full")
    return speaker.say("cells.empty", parts=speaker.join(speaker.label("part", part) for part in cell.empty))


def _valued(speaker: Speaker, followed: Sequence[Followed]) -> str:
    n = sum("value" not in one.lacking for one in followed)
    if n == 0:
        return speaker.say("challenges.valued_none")
    return speaker.say("challenges.valued_all") if n == len(followed) else speaker.count("challenges.valued", n)
