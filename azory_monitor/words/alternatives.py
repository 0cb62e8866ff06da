"""What a picture shows, in words, for who cannot see it: the answer first, then every mark."""

from collections.abc import Mapping, Sequence

from azory_monitor.model.chronicle import Entry
from azory_monitor.model.quality import Coverage, Readiness
from azory_monitor.model.situation import IndexEntry, IndexResult, Peers
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison, Progress, Ranking
from azory_monitor.words.names import area_name, coded_name, indicator_name, name_of, subject
from azory_monitor.words.sentences.figures import ranking_sentence
from azory_monitor.words.sentences.headline import comparison_headline
from azory_monitor.words.sentences.journey import entries_headline, entry_title, entry_when
from azory_monitor.words.sentences.peers import peers_sentence
from azory_monitor.words.sentences.progress import progress_headline
from azory_monitor.words.sentences.quality import (
    coverage_headline,
    coverage_sentence,
    lacks_phrase,
    readiness_headline,
)
from azory_monitor.words.sentences.situation import SCORE_PLACES, index_sentence, scores_written
from azory_monitor.words.sentences.standing import facts_of, standing_phrase
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.register import Counts, objective_name

TOLD = 5
"""Up to so many entries of a kind are named."""


def standing_alternative(speaker: Speaker, programme: Programme, comparisons: Sequence[Comparison]) -> str:
    """The headline, then each comparison with its values and its standing."""
    marks = [_comparison(speaker, programme, one) for one in comparisons]
    return " ".join([comparison_headline(speaker, programme, comparisons), *_listed(speaker, marks)])


def ranking_alternative(speaker: Speaker, programme: Programme, ranking: Ranking, area: str = "") -> str:
    """The area's place, then every area in order, then those without a value."""
    indicator = programme.indicators[ranking.indicator]
    marks = [
        speaker.say(
            "alternative.ranked",
            rank=entry.rank,
            area=area_name(speaker, programme, entry.area),
            value=speaker.bare(entry.value, indicator),
        )
        for entry in ranking.entries
    ]
    missing = speaker.join(area_name(speaker, programme, id) for id in ranking.missing)
    marks += [speaker.say("ranking.missing", areas=missing)] if missing else []
    return " ".join([ranking_sentence(speaker, programme, ranking, area), *_listed(speaker, marks)])


def progress_alternative(speaker: Speaker, programme: Programme, results: Sequence[Progress]) -> str:
    """How many indicators have which status, then each with its own."""
    marks = [
        speaker.say(
            "alternative.progress",
            name=coded_name(speaker, programme, one.indicator),
            status=speaker.label("status", one.status),
        )
        for one in results
    ]
    return " ".join([progress_headline(speaker, programme, results), *_listed(speaker, marks)])


def readiness_alternative(speaker: Speaker, programme: Programme, results: Sequence[Readiness]) -> str:
    """How many indicators can be followed, then what each one lacks."""
    marks = [
        speaker.say(
            "alternative.ready" if one.ready else "alternative.readiness",
            name=coded_name(speaker, programme, one.indicator),
            lacks=lacks_phrase(speaker, one.lacks),
        )
        for one in results
    ]
    return " ".join([readiness_headline(speaker, programme, results), *_listed(speaker, marks)])


def coverage_alternative(speaker: Speaker, programme: Programme, results: Sequence[Coverage]) -> str:
    """How many values have come in, then the same for each series."""
    return " ".join(
        [coverage_headline(speaker, results), *(coverage_sentence(speaker, programme, one) for one in results)]
    )


def matrix_alternative(speaker: Speaker, programme: Programme, counts: Counts) -> str:
    """What is counted, then each theme's cells; empty cells are said once."""
    marks = [said for theme in programme.themes if (said := _theme(speaker, programme, counts, theme))]
    if not marks:
        return speaker.sentence("matrix.nothing")
    listed = _listed(speaker, [*marks, speaker.say("matrix.rest_empty")])
    return " ".join([speaker.sentence("matrix.headline"), *listed])


def _comparison(speaker: Speaker, programme: Programme, one: Comparison) -> str:
    name = subject(speaker, indicator_name(speaker, programme, one.indicator), one.period)
    facts, standing = facts_of(speaker, programme, one), standing_phrase(speaker, one)
    key = "alternative.comparison" if facts else "alternative.alone"
    return speaker.say(key, subject=name, facts=facts, standing=standing)


def _theme(speaker: Speaker, programme: Programme, counts: Counts, theme: str) -> str:
    cells = [
        speaker.say("matrix.cell", objective=objective_name(speaker, programme, objective), count=speaker.number(n))
        for objective in (*programme.objectives, "")
        if (n := counts.get((theme, objective), 0))
    ]
    name = name_of(speaker, programme, "themes", theme)
    return speaker.say("matrix.row", theme=name, cells=", ".join(cells)) if cells else ""


def _listed(speaker: Speaker, marks: Sequence[str]) -> list[str]:
    return [speaker.ended("; ".join(marks))] if marks else []


def journey_alternative(
    speaker: Speaker, programme: Programme, entries: Sequence[Entry], lanes: Mapping[str, Sequence[Entry]]
) -> str:
    """What became of the entries, then each kind with its first entries in order of time."""
    told = [
        speaker.sentence(
            "chart.journey.alt",
            lane=speaker.label("lane", kind),
            n=speaker.number(len(found)),
            what="; ".join(entries_named(speaker, programme, found)),
        )
        for kind, found in lanes.items()
    ]
    return " ".join([entries_headline(speaker, entries), *told])


def entries_named(speaker: Speaker, programme: Programme, entries: Sequence[Entry]) -> list[str]:
    """Each entry with its day; of many the first few, and how many more there are."""
    named = [
        speaker.say(
            "chart.journey.entry",
            when=entry_when(speaker, programme, entry),
            what=entry_title(speaker, programme, entry),
        )
        for entry in entries[:TOLD]
    ]
    rest = len(entries) - len(named)
    return [*named, speaker.count("chart.journey.more", rest)] if rest else named


def index_alternative(speaker: Speaker, programme: Programme, result: IndexResult) -> str:
    """What the index says, then every area with its range, then the parts of the programme's own."""
    marks = [index_mark(speaker, programme, result, entry) for entry in result.entries]
    terms = result.own.terms if result.own else ()
    parts = [
        speaker.say("chart.index.part", name=indicator_name(speaker, programme, term.indicator), score=score)
        for term, score in zip(terms, scores_written(speaker, result, [term.score for term in terms]), strict=True)
    ]
    return " ".join([index_sentence(speaker, programme, result), *_listed(speaker, marks), *_listed(speaker, parts)])


def index_mark(speaker: Speaker, programme: Programme, result: IndexResult, entry: IndexEntry) -> str:
    """One area's index with its range, and its places where there are any."""
    score, low, high = scores_written(speaker, result, (entry.score, entry.lowest, entry.highest))
    said = speaker.say(
        "chart.index.mark",
        area=area_name(speaker, programme, entry.area),
        score=score,
        range=speaker.say("range", lower=low, upper=high),
    )
    if entry.rank is None:
        return said
    return said + speaker.say("chart.index.places", rank=entry.rank, best=entry.best_rank, worst=entry.worst_rank)


def peers_alternative(speaker: Speaker, programme: Programme, result: Peers) -> str:
    """Which areas are nearest, then every area with its distance."""
    marks = [
        speaker.say(
            "chart.peers.mark",
            area=area_name(speaker, programme, entry.area),
            distance=speaker.number(entry.distance, SCORE_PLACES),
        )
        for entry in result.entries
    ]
    return " ".join([peers_sentence(speaker, programme, result), *_listed(speaker, marks)])
