"""What ``--json`` prints: plain dictionaries whose names are an interface and stay."""

import datetime
from typing import Any

from azory_monitor.handed import Handed
from azory_monitor.model.batch import Batch
from azory_monitor.model.counted import Count
from azory_monitor.model.hindrance import Hindrance
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.outlook import Prospect, TargetChange, Trend
from azory_monitor.model.quality import Due, Readiness
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison, Progress
from azory_monitor.words import (
    Speaker,
    comparison_sentence,
    hindrance_sentence,
    problem_sentence,
    progress_sentence,
    sentences,
)
from azory_monitor.words.sentences import count_sentence, prospect_sentence, target_change_sentence, trend_sentence


def handed_shape(handed: Handed, speaker: Speaker) -> dict[str, Any]:
    """A file on its way in: how it was read, what is wrong with it, what it would change."""
    return {
        "reading": handed.reading.model_dump(),
        "accepted": handed.accepted,
        "normalised": [cell.model_dump() for cell in handed.normalised],
        "questions": [question.model_dump() for question in handed.questions],
        "problems": [
            problem.model_dump() | {"message": problem_sentence(speaker, problem)} for problem in handed.problems
        ],
        "preview": handed.preview.model_dump(include={"new", "changed", "unchanged", "missing"}),
        "changes": [change.model_dump() for change in handed.preview.changes],
        "missing": list(handed.preview.missing_keys),
    }


def batch_shape(batch: Batch) -> dict[str, Any]:
    """A batch, its moment with the mark of UTC."""
    shape = batch.model_dump(mode="json") | {"batch": batch.id, "taken": moment(batch.taken)}
    shape.pop("id")
    return shape


def measurement_shape(row: Measurement) -> dict[str, Any]:
    """A measurement, values in full precision."""
    return row.model_dump()


def comparison_shape(row: Comparison, speaker: Speaker, programme: Programme) -> dict[str, Any]:
    """A comparison and its sentence."""
    shape = row.model_dump(exclude={"measurements"})
    return shape | {"sentence": comparison_sentence(speaker, programme, row)}


def progress_shape(row: Progress, speaker: Speaker, programme: Programme) -> dict[str, Any]:
    """A progress result and its sentence."""
    shape = row.model_dump(exclude={"measurements"})
    return shape | {"sentence": progress_sentence(speaker, programme, row)}


def trend_shape(row: Trend, speaker: Speaker, programme: Programme) -> dict[str, Any]:
    """A trend and its sentence."""
    shape = row.model_dump(exclude={"measurements"})
    return shape | {"sentence": trend_sentence(speaker, programme, row)}


def prospect_shape(row: Prospect, speaker: Speaker, programme: Programme) -> dict[str, Any]:
    """What stands beside the progress of an indicator: the chance of meeting its target."""
    return {
        "chance": row.chance,
        "expected_value": row.expected,
        "band_lower": row.lower,
        "band_upper": row.upper,
        "prospect": prospect_sentence(speaker, programme, row),
    }


def target_change_shape(row: TargetChange, speaker: Speaker, programme: Programme) -> dict[str, Any]:
    """A change of a target and its sentence."""
    shape = row.model_dump(mode="json", exclude={"former", "current"})
    return shape | {"sentence": target_change_sentence(speaker, programme, row)}


def readiness_shape(row: Readiness, speaker: Speaker, programme: Programme) -> dict[str, Any]:
    """What an indicator has and lacks, whether that is all, and its sentence."""
    return row.model_dump() | {"ready": row.ready, "sentence": sentences.readiness_sentence(speaker, programme, row)}


def due_shape(row: Due, speaker: Speaker, programme: Programme) -> dict[str, Any]:
    """A value that is owed, its day as ISO text, and its sentence."""
    shape = row.model_dump(mode="json", exclude={"last"})
    return shape | {"sentence": sentences.due_sentence(speaker, programme, row)}


def count_shape(row: Count, speaker: Speaker, programme: Programme) -> dict[str, Any]:
    """A count with its entries and tallies, and its sentence."""
    return row.model_dump() | {"sentence": count_sentence(speaker, programme, row)}


def hindrance_shape(row: Hindrance, speaker: Speaker, programme: Programme) -> dict[str, Any]:
    """A barrier with what is concluded of it, and its sentence."""
    barrier = programme.barriers[row.barrier]
    return {
        "id": row.barrier,
        "title": speaker.text(barrier.title),
        "theme": row.theme,
        "state": row.state,
        "severity": barrier.severity,
        "owner": row.owner,
        "opened": barrier.opened,
        "closed": barrier.closed,
        "age_days": row.age_days,
        "age_qualifier": row.qualifier,
        "overdue": row.overdue,
        "decision": speaker.text(barrier.decision),
        "decides": row.decides,
        "actions": list(barrier.actions),
        "indicators": list(barrier.indicators),
        "sentence": hindrance_sentence(speaker, programme, row),
    }


def moment(when: datetime.datetime) -> str:
    """A moment as ISO text in UTC."""
    return when.isoformat(timespec="milliseconds") + "Z"
