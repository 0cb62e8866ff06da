"""Where a figure or an entry comes from, as a command."""

import argparse
from contextlib import closing
from typing import Any

from azory_monitor.cli import shapes, tables
from azory_monitor.cli.opened import Answer, asked_view, opened
from azory_monitor.model.batch import Batch
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES
from azory_monitor.model.trace import Edition, Trace
from azory_monitor.period import parse
from azory_monitor.view import View
from azory_monitor.words import Speaker, comparison_sentence, progress_sentence, sentences
from azory_monitor.words import tables as words


def trace(asked: argparse.Namespace, speaker: Speaker) -> Answer:
    """A figure by indicator, area and period, or any other row by its table and its key."""
    with closing(opened(asked)) as monitor:
        view = asked_view(monitor, asked)
        found = monitor.trace(view, *_subject(asked, view))
    return Answer(_shape(found, speaker, view.programme), _lines(found, speaker, view.programme))


def _subject(asked: argparse.Namespace, view: View) -> tuple[str, str]:
    """Table and key.  What is no table is an indicator, so that a slip is told with the nearest of them."""
    if asked.what in TABLES and asked.what not in view.programme.indicators:
        return asked.what, " ".join(asked.of)
    area, period, *_ = (*asked.of, "", "")
    return Measurement.table, f"{asked.what} {area or asked.area} {_canonical(period or asked.period)}".rstrip()


def _canonical(text: str) -> str:
    """A period without spaces; what is none is told as it was typed."""
    try:
        return parse(text).text if text else ""
    except ValueError:
        return text


def _shape(found: Trace, speaker: Speaker, programme: Programme) -> dict[str, Any]:
    origin, place = found.origin, found.place
    value = next((cell for cell in (place.cells if place else ()) if cell.column == "value"), None)
    return {
        **found.subject.model_dump(),
        "hidden": found.hidden,
        "measurement": shapes.measurement_shape(found.measurement) if found.measurement else None,
        "file": origin.file if origin else "",
        "inside": origin.inside if origin else "",
        "sha256": origin.sha256 if origin else "",
        "sheet": place.reading.sheet if place and place.reading else "",
        "row": origin.row if origin else 0,
        "column": value.number if value else 0,
        "raw": value.raw if value else "",
        "batch": _batch(found.batch),
        "author": found.batch.by if found.batch else "",
        "agrees": place.agrees if place else None,
        "cells": [cell.model_dump() for cell in place.cells] if place else [],
        "transformations": [step.model_dump() for step in place.steps] if place else [],
        "reading": place.reading.model_dump() if place and place.reading else None,
        "answers": place.answers if place else {},
        "versions": [_edition(one) for one in found.editions],
        "formula": found.formula.model_dump(exclude={"misfit"}) if found.formula else None,
        "count": shapes.count_shape(found.count, speaker, programme) if found.count else None,
        "compare": [shapes.comparison_shape(one, speaker, programme) for one in found.comparisons],
        "progress": shapes.progress_shape(found.progress, speaker, programme) if found.progress else None,
        "target": found.target.model_dump() if found.target else None,
        "target_changes": [shapes.target_change_shape(one, speaker, programme) for one in found.target_changes],
        "inputs": [one.model_dump() for one in found.inputs],
        "content": found.cells,
        "sentence": sentences.trace_headline(speaker, programme, found),
    }


def _batch(batch: Batch | None) -> dict[str, Any] | None:
    return shapes.batch_shape(batch) if batch else None


def _edition(one: Edition) -> dict[str, Any]:
    origin = one.origin
    return {
        "state": one.state,
        "value": one.value,
        "qualifier": one.qualifier,
        "status": one.status,
        "batch": one.brought.id,
        "by": one.brought.by,
        "taken": shapes.moment(one.brought.taken),
        "why": one.brought.why,
        "file": origin.file,
        "inside": origin.inside,
        "row": origin.row,
        "from_batch": one.began.id,
        "until_batch": one.ended.id if one.ended else None,
    }


def _lines(found: Trace, speaker: Speaker, programme: Programme) -> list[str]:
    """The sentence, the facts, then each table under its caption."""
    place = found.place
    said = [sentences.trace_headline(speaker, programme, found)]
    if found.measurement and found.formula:
        said.append(sentences.formula_sentence(speaker, programme, found.measurement, found.formula))
    said += [comparison_sentence(speaker, programme, one) for one in found.comparisons]
    said += [progress_sentence(speaker, programme, found.progress)] if found.progress else []
    said += [sentences.target_change_sentence(speaker, programme, one) for one in found.target_changes]
    said += [f"{name}: {value}" for name, value in words.trace_facts(speaker, found)]
    told = [words.cell_table(speaker, place), words.step_table(speaker, place.steps)] if place else []
    told += [words.edition_table(speaker, programme, found), words.input_table(speaker, programme, found)]
    for table in told:
        if table.rows:
            said += ["", table.caption, *tables.set_out(table)]
    return said
