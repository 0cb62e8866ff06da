"""One indicator: what it is, what was measured, how far it has come, what it depends on."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.presented import Table
from azory_monitor.model.programme import Indicator
from azory_monitor.model.verdicts import Comparison, Conflict, Progress
from azory_monitor.ui.finished import finished, told
from azory_monitor.ui.frame import Page
from azory_monitor.ui.marks import status
from azory_monitor.ui.markup import element, facts, listed, together
from azory_monitor.ui.named import action_name, indicator_short, institution_name
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_objectives import target_words
from azory_monitor.ui.show_table import show_state_table
from azory_monitor.ui.show_text import show_empty, show_note, show_paragraph
from azory_monitor.ui.where_from import figure_of, leading, of_progress, where_from, worked_out
from azory_monitor.words import sentences, tables
from azory_monitor.words.grades import said_value


def show_definition(page: Page, indicator: Indicator) -> None:
    """What the indicator counts, in which unit, which way is good, who supplies it; a blank is told as one."""
    st.html(_definition(page, indicator))


@finished
def _definition(page: Page, indicator: Indicator) -> Markup:
    speaker, programme = page.speaker, page.programme
    absent = element("span", speaker.say("cell.not_set"), class_="absent")
    shared = programme.indicators.get(indicator.same_as)
    pairs = {
        "definition": speaker.text(indicator.definition) or absent,
        "numerator": speaker.text(indicator.numerator),
        "denominator": speaker.text(indicator.denominator),
        "unit": speaker.unit(indicator) or speaker.say("show.definition.no_unit"),
        "direction": speaker.label("choice.direction", indicator.direction),
        "kind": speaker.label("choice.kind", indicator.kind),
        "objective": _objective(page, indicator),
        "frequency": speaker.label("choice.frequency", indicator.frequency) or absent,
        "owner": institution_name(page, indicator.owner) or absent,
        "same_as": f"{shared.code} {speaker.text(shared.name)}" if shared else "",
        "suitability": speaker.label("choice.suitability", indicator.suitability),
        "remark": speaker.text(indicator.remark),
        "locator": speaker.locator(indicator.locator),
    }
    return facts([(speaker.say(f"column.{name}"), value) for name, value in pairs.items()])


def _objective(page: Page, indicator: Indicator) -> str:
    objective = page.programme.objectives.get(indicator.objective)
    return f"{objective.number}. {page.speaker.text(objective.short)}" if objective else ""


def show_series(page: Page, indicator: Indicator, values: Sequence[Measurement], area: str) -> None:
    """The values over time, with what happened and where the indicator is to go; else who could supply a value."""
    if not values:
        _show_no_value(page, indicator)
        return
    progress = next(iter(page.answer("progress", indicator=indicator.id)), None)
    happened = page.programme.activities_of(indicator.id)
    near = page.view.shown_beside(area)
    points = page.answer("points", indicator=indicator.id, areas=near)
    ahead = (
        next(iter(page.answer("prospects", indicator=indicator.id)), None)
        if area in ("", page.programme.area.id)
        else None
    )
    show_chart(page, "series", points, title=False, area=area, progress=progress, prospect=ahead, activities=happened)
    if near:
        shown = len({one.area for one in points})
        show_note(page, page.speaker.ended(page.speaker.count("large.shown", shown)))


def _show_no_value(page: Page, indicator: Indicator) -> None:
    who = institution_name(page, indicator.owner)
    show_empty(page, "no_value_owned" if who else "no_value", who=who)
    page.show_link("upload", page.say("hand_in"))


def show_measurements(page: Page, measured: Sequence[Measurement], name: str, of_source: bool = False) -> None:
    """Every value with its counts, its source and its place there; ``of_source``: the page tells the source."""
    show_state_table(page, tables.measurement_table, measured, name=name, lead=_figures_led, of_source=of_source)


def _figures_led(page: Page, table: Table, measured: Sequence[Measurement]) -> Table:
    return leading(page, table, page.speaker.say("column.value"), [figure_of(row) for row in measured])


def show_progress(page: Page, one: Progress) -> None:
    """The verdict in a sentence, with what it was made from."""
    show_paragraph(page, told(page, sentences.progress_sentence, one))
    st.html(_made_from(page, one))


@finished
def _made_from(page: Page, one: Progress) -> Markup:
    speaker, indicator = page.speaker, page.programme.indicators[one.indicator]
    absent = element("span", sentences.absent_word(speaker, one, "baseline"), class_="absent")
    pairs = {
        "status": status(speaker, one.status),
        "reason": speaker.label("reason", one.reason),
        "baseline": _from(page, one, _value(page, indicator, one.baseline, one.baseline_period), one.baseline_period)
        or absent,
        "target": target_words(page, one),
        "latest": _from(page, one, _value(page, indicator, one.latest, one.latest_period), one.latest_period)
        or sentences.absent_latest(speaker, one),
        "share": "" if one.share is None else speaker.percent(one.share * 100),
        "expected_share": "" if one.expected_share is None else speaker.percent(one.expected_share * 100),
        "author": one.author,
        "why": speaker.text(one.why),
    }
    return facts([(speaker.say(f"show.progress.{name}"), value) for name, value in pairs.items()])


def _from(page: Page, one: Progress, words: str, period: str) -> Markup | str:
    """A value of the way from baseline to target, leading to where it comes from."""
    subject = of_progress(page, one, period)
    return where_from(page, subject, words) if words and subject else words


def _value(page: Page, indicator: Indicator, value: float | None, period: str) -> str:
    if value is None:
        return ""
    return ", ".join(
        filter(
            None,
            (said_value(page.speaker, page.programme, indicator, value), page.speaker.period(period) if period else ""),
        )
    )


def show_uncompared(page: Page, compared: Sequence[Comparison]) -> None:
    """Which indicators have nothing of the same period to set them against, in one line."""
    named = [indicator_short(page, one.indicator) for one in compared]
    if named:
        show_note(page, page.count("uncompared", len(named), names=page.speaker.join(named)))


def show_comparisons(page: Page, compared: Sequence[Comparison]) -> None:
    """Each comparison as its sentence, with the method that it rests on."""
    st.html(_comparisons(page, compared))


@finished
def _comparisons(page: Page, compared: Sequence[Comparison]) -> Markup:
    items = [
        together(
            [
                element("p", sentences.comparison_sentence(page.speaker, page.programme, one)),
                element("p", page.speaker.label("method", one.method), class_="meta") if one.method else "",
                worked_out(page, one),
            ]
        )
        for one in compared
    ]
    return listed(items, class_="entries small")


def show_conflicts(page: Page, conflicts: Sequence[Conflict]) -> None:
    """Figures that sources give differently for one thing, the one that is used first."""
    if conflicts:
        st.html(_conflicts(page, conflicts))


@finished
def _conflicts(page: Page, conflicts: Sequence[Conflict]) -> Markup:
    items = [sentences.conflict_sentence(page.speaker, page.programme, conflict) for conflict in conflicts]
    return listed(items, class_="entries small")


def show_actions_of(page: Page, indicator: Indicator) -> None:
    """The actions that are to move the indicator, each with its state."""
    items = [
        together(
            [
                element("p", action_name(page, action), class_="title"),
                element("p", page.speaker.label("choice.state", action.state), class_="meta"),
            ]
        )
        for action in page.programme.actions_of(indicator.id)
    ]
    if items:
        st.html(listed(items, class_="entries small"))
    else:
        show_empty(page, "no_action")
