"""An index of several indicators in words: what it says, what it depends on, how it is made."""

from collections.abc import Sequence

from azory_monitor.model.situation import IndexEntry, IndexResult
from azory_monitor.model.state import Programme
from azory_monitor.words.names import indicator_name, name_of, where
from azory_monitor.words.numbers import enough_places
from azory_monitor.words.speaker import Speaker

SCORE_PLACES, MOST_IN_WORDS = 2, 10


def index_sentence(speaker: Speaker, programme: Programme, result: IndexResult) -> str:
    """Where the programme's area stands by all parts together, by how much, and what that depends on."""
    return " ".join(
        filter(None, (index_headline(speaker, programme, result), index_detail(speaker, programme, result)))
    )


def index_headline(speaker: Speaker, programme: Programme, result: IndexResult) -> str:
    """Better or worse than the reference, or than the mean of the areas, and whether the choices decide that."""
    own = result.own
    if own is None:
        return _no_index(speaker, programme, result)
    said = speaker.say(
        f"index.{result.method}.{result.scenarios[0].side or 'same'}",
        features=features(speaker, len(own.terms)),
        where=where(speaker, programme, own.area),
        there=where(speaker, programme, result.reference),
        n=len(result.entries),
    )
    return speaker.ended(said + (speaker.say("index.depends") if result.depends else ""))


def index_detail(speaker: Speaker, programme: Programme, result: IndexResult) -> str:
    """The index with its range over all ways of making it, its place where it has one, and what is not counted in."""
    own = result.own
    if own is None:
        return ""
    score, low, high = scores_written(speaker, result, (own.score, own.lowest, own.highest))
    there = where(speaker, programme, result.reference)
    said = [speaker.sentence(f"index.size.{result.method}", score=score, there=there)]
    if own.rank is not None:
        said.append(speaker.sentence("index.place", rank=own.rank, n=len(result.entries)))
    if len(result.scenarios) > 1:
        said.append(_range(speaker, result, own, speaker.say("range", lower=low, upper=high)))
    absent = (*own.missing, *own.not_positive, *(one.indicator for one in result.left_out))
    if absent:
        said.append(speaker.sentence("index.absent", names=_names(speaker, programme, absent)))
    return " ".join(said)


def _range(speaker: Speaker, result: IndexResult, own: IndexEntry, spread: str) -> str:
    """What all ways of making it give: the index, the places, and the side where it is always the same."""
    said = [speaker.count("index.range", len(result.scenarios), range=spread)]
    if own.rank is not None:
        same = own.best_rank == own.worst_rank
        key = "index.place_always" if same else "index.place_range"
        said.append(speaker.say(key, best=own.best_rank, worst=own.worst_rank))
    if not result.depends:
        said.append(speaker.say(f"index.settled.{result.scenarios[0].side or 'same'}"))
    return speaker.ended(", ".join(said))


def _no_index(speaker: Speaker, programme: Programme, result: IndexResult) -> str:
    reason = result.reason or "area_missing"
    return speaker.sentence(
        f"index.reason.{reason}",
        name=name_of(speaker, programme, "indices", result.index),
        where=where(speaker, programme, result.area),
        there=where(speaker, programme, result.reference),
        parts=result.parts,
    )


def index_whys(speaker: Speaker, programme: Programme, result: IndexResult) -> list[str]:
    """Why a part counts the way it does, for each part of which the programme says so."""
    return [
        speaker.say(
            "index.why",
            name=indicator_name(speaker, programme, part.indicator),
            direction=speaker.label("choice.direction", part.direction),
            why=speaker.text(part.why),
        )
        for part in programme.index_parts.values()
        if part.index == result.index and part.why
    ]


def features(speaker: Speaker, n: int) -> str:
    """How many features are drawn together, as a sentence begins: "taking six features together"."""
    return speaker.count("index.features", n, some=in_words(speaker, n))


def in_words(speaker: Speaker, n: int) -> str:
    """A small number as a word, in the form that follows "of" or "according to"."""
    return speaker.label("numeral.of", str(n)) if n <= MOST_IN_WORDS else speaker.number(n)


def scores_written(speaker: Speaker, result: IndexResult, scores: Sequence[float]) -> list[str]:
    """Values of the index; a ratio by itself, standard deviations with their sign."""
    neutral = 1 if result.method == "ratio" else 0
    decimals = enough_places(SCORE_PLACES, scores, null=neutral)
    written = [speaker.number(score, decimals) for score in scores]
    if result.method == "ratio":
        return written
    return [f"+{one}" if score > 0 else one for score, one in zip(scores, written, strict=True)]


def index_rules(speaker: Speaker, programme: Programme, result: IndexResult) -> list[tuple[str, str]]:
    """How the index is made, each choice with its heading: direction, scale, weights, gaps, years, range, reading."""
    if not result.method or not result.entries:
        return []
    told = {
        "direction": speaker.sentence("index.rule.direction"),
        "scale": _scale(speaker, programme, result),
        "weights": _weights(speaker, programme, result),
        "missing": _missing(speaker, programme, result),
        "periods": _periods(speaker, result),
        "range": speaker.ended(speaker.count("index.rule.range", max(0, len(result.scenarios) - 1))),
        "chance": speaker.sentence("index.rule.chance"),
    }
    return [(speaker.say(f"index.rule_title.{name}"), text) for name, text in told.items()]


def _scale(speaker: Speaker, programme: Programme, result: IndexResult) -> str:
    there = where(speaker, programme, result.reference)
    said = [speaker.sentence(f"index.rule.scale.{result.method}", there=there, n=len(result.entries))]
    if result.method == "ratio" and programme.lies_in(result.area, result.reference):
        here = where(speaker, programme, result.area)
        said.append(speaker.sentence("index.rule.inside", where=here, there=there))
    return " ".join(said)


def _weights(speaker: Speaker, programme: Programme, result: IndexResult) -> str:
    weights = {term.indicator: term.weight for entry in result.entries for term in entry.terms}
    if len(set(weights.values())) == 1:
        return speaker.sentence("index.rule.weights.equal")
    told = [
        speaker.say("chart.name_value", name=indicator_name(speaker, programme, id), value=speaker.number(weight))
        for id, weight in weights.items()
    ]
    return speaker.sentence("index.rule.weights.told", weights="; ".join(told))


def _missing(speaker: Speaker, programme: Programme, result: IndexResult) -> str:
    said = [speaker.sentence("index.rule.missing", parts=result.parts)]
    for one in result.left_out:
        name = indicator_name(speaker, programme, one.indicator)
        said.append(speaker.sentence("index.left_out", name=name, why=speaker.label("index.unused", one.reason)))
    return " ".join(said)


def _periods(speaker: Speaker, result: IndexResult) -> str:
    key = "index.rule.periods.one" if len(result.periods) == 1 else "index.rule.periods.several"
    return speaker.sentence(key, periods=speaker.join(speaker.period(period) for period in result.periods))


def scenario_name(speaker: Speaker, programme: Programme, name: str, indicator: str = "") -> str:
    """One way of making an index: "without Evictions", "Evictions at half weight"."""
    part = indicator_name(speaker, programme, indicator) if indicator else ""
    return speaker.say(f"scenario.{name}", part=part)


def _names(speaker: Speaker, programme: Programme, indicators: Sequence[str]) -> str:
    return "; ".join(indicator_name(speaker, programme, one) for one in indicators)
