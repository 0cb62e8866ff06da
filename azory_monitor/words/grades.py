"""Values as they are said: a score by the name of its grade, everything else as a number with its unit."""

from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.words.speaker import Speaker


def said_value(
    speaker: Speaker,
    programme: Programme,
    indicator: Indicator,
    x: float | None,
    qualifier: str = "",
    decimals: int | None = None,
) -> str:
    """A value with its unit, of a score with its grade: "2 – partly"; None is *no data*."""
    name = grade_name(speaker, programme, indicator, x)
    if not name:
        return speaker.value(x, indicator, qualifier, decimals)
    said = speaker.say("grade.named", value=speaker.bare(x, indicator), name=name)
    return speaker.say(f"qualifier.{qualifier}", value=said) if qualifier else said


def grade_name(speaker: Speaker, programme: Programme, indicator: Indicator, x: float | None) -> str:
    """What a score means on its indicator's scale; empty for what is no score and for a score between two grades."""
    if indicator.measure != "score" or x is None:
        return ""
    mine = (indicator.id, programme.series_of(indicator.id))
    names = (grade.name for grade in programme.grades.values() if grade.indicator in mine and grade.value == x)
    return speaker.text(next(names, {}))
