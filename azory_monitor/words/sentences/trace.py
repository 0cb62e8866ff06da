"""Where a figure comes from, in words: one sentence, the rule of each step, the formula."""

from azory_monitor.model.counts import value_of
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES
from azory_monitor.model.trace import Formula, Origin, Step, Subject, Trace
from azory_monitor.words.grades import said_value
from azory_monitor.words.names import area_name, indicator_name, row_name
from azory_monitor.words.sentences.figures import misfit_sentence, printed
from azory_monitor.words.speaker import ESTIMATED, Speaker


def trace_headline(speaker: Speaker, programme: Programme, trace: Trace) -> str:
    """The figure, and the row of the file it stands in; that it is counted, hidden, or found there no more."""
    name = subject_name(speaker, programme, trace.subject)
    if trace.origin is None:
        entries = [one for one in trace.inputs if trace.count and one.table == trace.count.table]
        said = speaker.count("trace.counted", len(entries)) if entries else speaker.say("trace.counted_of_none")
        return f"{speaker.ended(_valued(speaker, programme, trace, name))} {speaker.ended(said)}"
    where = speaker.sentence(f"trace.from.{_kind(trace)}", row=trace.origin.row, **_who(speaker, trace.origin))
    if trace.hidden:
        said = speaker.sentence("trace.hidden" if trace.measurement else "trace.hidden_in_part")
        return f"{speaker.ended(name)} {said} {where}"
    lost = "" if trace.place and trace.place.agrees else speaker.sentence("trace.not_found")
    return " ".join(filter(None, (speaker.ended(_valued(speaker, programme, trace, name)), where, lost)))


def _kind(trace: Trace) -> str:
    seeded = trace.batch is not None and trace.batch.what == "seed"
    return ("hidden_" if trace.hidden else "") + ("seed" if seeded else "import")


def _who(speaker: Speaker, origin: Origin) -> dict[str, str]:
    day = speaker.day(origin.taken.date()) if origin.taken else speaker.say("cell.empty")
    return {"file": origin.inside or origin.file, "by": origin.by or speaker.say("cell.empty"), "day": day}


def file_name(speaker: Speaker, origin: Origin) -> str:
    """The name of the file as it came; of a table of a data package, with the package's."""
    if not origin.inside:
        return origin.file or speaker.say("cell.empty")
    return speaker.say("trace.inside", name=origin.inside, package=origin.file) if origin.file else origin.inside


def _valued(speaker: Speaker, programme: Programme, trace: Trace, name: str) -> str:
    row = trace.measurement
    if row is None:
        return name
    return speaker.say("trace.value", name=name, value=figure_value(speaker, programme, row))


def figure_value(speaker: Speaker, programme: Programme, row: Measurement) -> str:
    """A figure as it is shown: hidden, missing, as its source prints it, else as it follows from its counts."""
    if row.status == "hidden":
        return speaker.say("cell.hidden")
    indicator = programme.indicators[row.indicator]
    follows = value_of(indicator, row) if row.value is None else None
    if follows is None:
        return printed(speaker, programme, row)
    decimals = ESTIMATED if indicator.decimals is None else indicator.decimals
    return said_value(speaker, programme, indicator, follows, row.qualifier, decimals)


def subject_name(speaker: Speaker, programme: Programme, subject: Subject) -> str:
    """What is traced: "Crime, Azory, 2015"; any other row by its table and its name."""
    if subject.table == Measurement.table:
        indicator, area, period, *_ = (*subject.key.split(" ", 3), "", "", "")
        named = [indicator_name(speaker, programme, indicator), area_name(speaker, programme, area)]
        return ", ".join([*named, speaker.period(period)])
    rows = {programme.profile.id: programme.profile}
    row = (rows if subject.table == "programme" else getattr(programme, subject.table, {})).get(subject.key)
    name = (row_name(speaker, row) if row else "") or subject.key
    if subject.table in TABLES and "indicator" in TABLES[subject.table].key:
        name = " ".join(filter(None, (_of_indicator(speaker, programme, subject), subject.key.partition(" ")[2])))
    return speaker.say("trace.entry", table=speaker.label("table", subject.table), name=name)


def _of_indicator(speaker: Speaker, programme: Programme, subject: Subject) -> str:
    indicator = subject.key.partition(" ")[0]
    return indicator_name(speaker, programme, indicator) if indicator in programme.indicators else indicator


def step_rule(speaker: Speaker, step: Step) -> str:
    """By which rule a text became another."""
    if step.rule != "unit":
        return speaker.label("trace.step", step.rule)
    factor = speaker.number(step.values["factor"])
    unit = step.values["unit"]
    return speaker.say("trace.step.unit" if unit else "trace.step.unit_unsaid", factor=factor, unit=unit)


def formula_sentence(speaker: Speaker, programme: Programme, row: Measurement, formula: Formula) -> str:
    """How the value follows from its counts, with the numbers in it, and whether the source prints another one."""
    indicator = programme.indicators[row.indicator]
    said = speaker.sentence(
        "trace.formula" if formula.per != 1 else "trace.formula_plain",
        numerator=speaker.number(formula.numerator),
        denominator=speaker.number(formula.denominator),
        per=speaker.number(formula.per),
        value=said_value(speaker, programme, indicator, formula.result),
    )
    more = misfit_sentence(speaker, programme, formula.misfit) if formula.misfit else ""
    return " ".join(filter(None, (said, more)))
