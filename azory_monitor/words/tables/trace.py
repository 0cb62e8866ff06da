"""Where a figure comes from, set out: the cells of the file, the steps to its value, its states, what it rests on."""

from collections.abc import Sequence

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.presented import Table
from azory_monitor.model.state import Programme
from azory_monitor.model.trace import Cell, Edition, Place, Rooted, Step, Subject, Trace
from azory_monitor.words.names import area_name, indicator_name, name_of
from azory_monitor.words.sentences.faults import reading_sentence
from azory_monitor.words.sentences.trace import figure_value, file_name, step_rule, subject_name
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import Column, or_empty, table_of
from azory_monitor.words.tables.entry import heading_in_words

_ALPHABET = 26
_GROUP = 8


def trace_facts(speaker: Speaker, trace: Trace) -> list[tuple[str, str]]:
    """File, hash, sheet, batch, who, when, why, and how the file was read; nothing for what is counted."""
    if trace.origin is None or trace.batch is None:
        return []
    batch, origin, place = trace.batch, trace.origin, trace.place
    reading = place.reading if place else None
    digest = " ".join(origin.sha256[at : at + _GROUP] for at in range(0, len(origin.sha256), _GROUP))
    told = {
        "file": file_name(speaker, origin),
        "sha256": digest or (speaker.say("cell.hidden") if trace.hidden else ""),
        "sheet": reading.sheet if reading else "",
        "row": str(origin.row) if origin.row else "",
        "batch": f"{batch.id} ({speaker.label('what', batch.what)})",
        "by": batch.by,
        "taken": speaker.moment(batch.taken),
        "why": batch.why,
        "reading": reading_sentence(speaker, reading) if reading else "",
        "answers": "; ".join(f"{key} = {answer}" for key, answer in _answers(place)),
    }
    return [(speaker.say(f"trace.fact.{name}"), value) for name, value in told.items() if value]


def _answers(place: Place | None) -> list[tuple[str, str]]:
    """What the person said of the whole file; what they said of a cell stands beside that cell."""
    return [(key, answer) for key, answer in (place.answers if place else {}).items() if not key.startswith("cell:")]


def cell_table(speaker: Speaker, place: Place) -> Table:
    """Each cell with its place as a spreadsheet names it, its heading and the text that stands in it."""
    say = speaker.say
    columns = [
        Column(say("trace.heading.column"), lambda one: _column(speaker, one.column)),
        Column(say("trace.heading.raw"), lambda one: or_empty(speaker, one.raw)),
        Column(say("trace.heading.cell"), lambda one: cell_place(speaker, one)),
        Column(say("trace.heading.heading"), lambda one: or_empty(speaker, one.heading)),
        Column(say("trace.heading.mend"), lambda one: or_empty(speaker, one.mend or "")),
    ]
    return table_of(speaker, say("trace.caption.cells"), columns, place.cells)


def cell_place(speaker: Speaker, cell: Cell) -> str:
    """A cell as a spreadsheet names it ("D12"); of what stands in none, who says it."""
    if cell.number and cell.row:
        return f"{letters(cell.number)}{cell.row}"
    return speaker.say(f"trace.where.{cell.where}")


def letters(number: int) -> str:
    """A column, counted from 1, as a spreadsheet names it."""
    said = ""
    while number:
        number, rest = divmod(number - 1, _ALPHABET)
        said = chr(ord("A") + rest) + said
    return said


def _column(speaker: Speaker, column: str) -> str:
    if column.startswith("@"):
        return speaker.say(f"trace.role.{column.removeprefix('@')}")
    return heading_in_words(speaker, column)


def step_table(speaker: Speaker, steps: Sequence[Step]) -> Table:
    """What was done to each text on its way to a value, in order."""
    say = speaker.say
    columns = [
        Column(say("trace.heading.column"), lambda one: _column(speaker, one.column)),
        Column(say("trace.heading.rule"), lambda one: step_rule(speaker, one)),
        Column(say("trace.heading.before"), lambda one: or_empty(speaker, one.before)),
        Column(say("trace.heading.after"), lambda one: or_empty(speaker, one.after)),
    ]
    return table_of(speaker, say("trace.caption.steps"), columns, steps)


def edition_table(speaker: Speaker, programme: Programme, trace: Trace) -> Table:
    """Every state of the row, the last one first: its value, its batch, its place, and what became of it."""
    say = speaker.say

    def value(one: Edition) -> str:
        if trace.hidden or trace.measurement is None:
            return say("cell.hidden") if trace.hidden else say("cell.empty")
        told = {name: getattr(one, name) for name in ("value", "numerator", "denominator", "qualifier", "status")}
        return figure_value(speaker, programme, trace.measurement.model_copy(update=told))

    def became(one: Edition) -> str:
        put_back = say("trace.put_back", batch=one.began.id) if one.began.id != one.brought.id else ""
        ended = say(f"trace.edition.{one.state}", batch=one.ended.id if one.ended else "")
        return "; ".join(filter(None, (put_back, ended)))

    columns = [
        Column(say("column.value"), value, True),
        Column(say("heading.batch"), lambda one: str(one.brought.id), True),
        Column(say("heading.taken"), lambda one: speaker.moment(one.brought.taken)),
        Column(say("heading.by"), lambda one: one.brought.by),
        Column(say("heading.why"), lambda one: or_empty(speaker, one.brought.why)),
        Column(say("heading.file"), lambda one: file_name(speaker, one.origin)),
        Column(say("heading.row"), lambda one: or_empty(speaker, str(one.origin.row or "")), True),
        Column(say("trace.heading.state"), became),
    ]
    return table_of(speaker, say("trace.caption.editions"), columns, trace.editions)


def input_table(speaker: Speaker, programme: Programme, trace: Trace) -> Table:
    """The rows behind it, each with its value where it is a figure."""
    say, figures = speaker.say, _figures(trace)

    def value(one: Subject) -> str:
        row = figures.get(one.key) if one.table == Measurement.table else None
        return figure_value(speaker, programme, row) if row else say("cell.empty")

    columns = [
        Column(say("trace.heading.input"), lambda one: subject_name(speaker, programme, one)),
        Column(say("column.value"), value, True),
    ]
    return table_of(speaker, say("trace.caption.inputs"), columns, trace.inputs)


def _figures(trace: Trace) -> dict[str, Measurement]:
    """The figures behind the verdicts, by the key under which they are traced."""
    rows = [row for one in trace.comparisons for row in one.measurements]
    rows += trace.progress.measurements if trace.progress else ()
    return {" ".join(filter(None, (row.indicator, row.area, row.period, row.variant))): row for row in rows}


def origin_table(speaker: Speaker, programme: Programme, rooted: Sequence[Rooted]) -> Table:
    """For each figure the file and row it stands in, its batch, who brought it and when; or what it is counted from."""
    say = speaker.say
    columns = [
        Column(say("column.indicator"), lambda one: indicator_name(speaker, programme, one.measurement.indicator)),
        Column(say("column.area"), lambda one: area_name(speaker, programme, one.measurement.area)),
        Column(say("column.period"), lambda one: speaker.period(one.measurement.period)),
        Column(say("heading.file"), lambda one: _file(speaker, programme, one)),
        Column(say("heading.row"), lambda one: _row(speaker, one), True),
        Column(say("heading.batch"), lambda one: str(one.origin.batch) if one.origin else say("cell.empty"), True),
        Column(say("heading.by"), lambda one: or_empty(speaker, one.origin.by if one.origin else "")),
        Column(say("heading.taken"), lambda one: _when(speaker, one)),
    ]
    return table_of(speaker, speaker.count("trace.caption.origins", len(rooted)), columns, rooted)


def _file(speaker: Speaker, programme: Programme, one: Rooted) -> str:
    if one.origin:
        return or_empty(speaker, one.origin.inside or one.origin.file)
    name = name_of(speaker, programme, "derivations", one.derivation)
    return speaker.count("trace.counted_as", one.entries, name=name) if one.entries else name


def _row(speaker: Speaker, one: Rooted) -> str:
    return or_empty(speaker, str(one.origin.row or "") if one.origin else "")


def _when(speaker: Speaker, one: Rooted) -> str:
    """The day in figures, for the table is long and narrow."""
    taken = one.origin.taken if one.origin else None
    return taken.date().isoformat() if taken else speaker.say("cell.empty")
