"""Many comparisons in one answer: in how many indicators an area stands where."""

from collections.abc import Sequence

from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison
from azory_monitor.words.names import benchmark_name, indicator_name, where
from azory_monitor.words.sentences.standing import UNTESTED, against, comparison_sentence, standing_words
from azory_monitor.words.speaker import Speaker

MOST_NAMED = 2
"""Up to so many indicators of a part are named."""

IN_WORDS = 10
"""Up to here numbers are written in words."""

Part = tuple[str, list[Comparison]]
"""What is said of some comparisons alike: the ending of its messages' keys, and those comparisons."""


def comparison_headline(speaker: Speaker, programme: Programme, comparisons: Sequence[Comparison]) -> str:
    """Where areas stand, one or two sentences for each area and benchmark, in the order in which they come.

    What would be said of several alike is said once, after the last.
    """
    pairs: dict[tuple[str, ...], list[Comparison]] = {}
    for one in comparisons:
        pairs.setdefault((one.area, one.against, one.benchmark, one.benchmark_period), []).append(one)
    if not pairs:
        return speaker.sentence("headline.nothing")
    said = [sentence for pair in pairs.values() for sentence in _headline(speaker, programme, pair)]
    return " ".join(sentence for place, sentence in enumerate(said) if sentence not in said[place + 1 :])


def chance_note(speaker: Speaker, tested: int, expected: float) -> str:
    """How many of so many tested comparisons would be flagged by chance alone."""
    return speaker.ended(speaker.count("chance_note", tested, expected=speaker.number(expected, 1)))


def _headline(speaker: Speaker, programme: Programme, pair: list[Comparison]) -> list[str]:
    if len(pair) == 1 or pair[0].against == "standard":
        return [comparison_sentence(speaker, programme, one) for one in pair]
    tested = [one for one in pair if one.reason not in UNTESTED and one.standing != "cannot_tell"]
    untested = [one for one in pair if one.reason in UNTESTED]
    compared = len(tested) + len(untested)
    said = [
        _parts_sentence(speaker, programme, _sorted(tested, _how_tested), compared),
        _parts_sentence(speaker, programme, _sorted(untested, _which_way), compared),
        *(speaker.sentence(f"chance.{reason}") for reason in dict.fromkeys(one.reason for one in untested)),
        _left_out(speaker, programme, [one for one in pair if one not in tested and one not in untested], compared),
    ]
    return [sentence for sentence in said if sentence]


def _sorted(comparisons: list[Comparison], kind) -> list[Part]:
    """The comparisons by what is said of them, what is said of most first."""
    parts: dict[tuple[str, bool], list[Comparison]] = {}
    for one in comparisons:
        parts.setdefault((kind(one), one.clear), []).append(one)
    return sorted(((ending, found) for (ending, _), found in parts.items()), key=lambda part: -len(part[1]))


def _how_tested(comparison: Comparison) -> str:
    return comparison.standing


def _which_way(comparison: Comparison) -> str:
    return f"direction_{comparison.side or ('same' if comparison.standing == 'cannot_tell' else 'none')}"


def _parts_sentence(speaker: Speaker, programme: Programme, parts: list[Part], total: int) -> str:
    if not parts:
        return ""
    said = [_first(speaker, programme, parts[0], total)]
    said += [_next(speaker, programme, part) for part in parts[1:]]
    return speaker.ended("; ".join(said))


def _first(speaker: Speaker, programme: Programme, part: Part, total: int) -> str:
    ending, found = part
    said = speaker.say(
        f"headline.first.{ending}",
        scope=_scope(speaker, len(found), total),
        where=where(speaker, programme, found[0].area),
        against=against(speaker, programme, found[0]),
        standing=standing_words(speaker, found[0]),
    )
    return _named(speaker, programme, said, found) if len(found) < total else said


def _next(speaker: Speaker, programme: Programme, part: Part) -> str:
    ending, found = part
    some = _numeral(speaker, "in", len(found))
    said = speaker.say(f"headline.next.{ending}", some=some, standing=standing_words(speaker, found[0]))
    return _named(speaker, programme, said, found)


def _named(speaker: Speaker, programme: Programme, said: str, found: list[Comparison]) -> str:
    if len(found) > MOST_NAMED:
        return said
    names = "; ".join(indicator_name(speaker, programme, one.indicator) for one in found)
    return speaker.say("headline.named", part=said, names=names)


def _scope(speaker: Speaker, some: int, total: int) -> str:
    if total == 1:
        return speaker.say("scope.only")
    if some == total == 2:
        return speaker.say("scope.both")
    if some == total:
        return speaker.say("scope.all", total=_numeral(speaker, "in", total))
    written_out = max(some, total) <= IN_WORDS
    return speaker.say(
        "scope.some",
        some=_numeral(speaker, "in", some, written_out),
        total=_numeral(speaker, "of", total, written_out),
    )


def _numeral(speaker: Speaker, case: str, n: int, written_out: bool = True) -> str:
    return speaker.label(f"numeral.{case}", str(n)) if written_out and n <= IN_WORDS else speaker.number(n)


def _left_out(speaker: Speaker, programme: Programme, found: list[Comparison], compared: int) -> str:
    if not found:
        return ""
    reasons = dict.fromkeys(speaker.label("reason", one.reason) for one in found if one.reason)
    key = "headline.others_not_compared" if compared else "headline.not_compared"
    said = speaker.count(
        f"{key}_earlier" if found[0].against == "earlier" else key,
        len(found),
        benchmark=benchmark_name(speaker, programme, found[0]),
        reasons="; ".join(reasons) or speaker.label("standing", "cannot_tell"),
    )
    return speaker.ended(said)
