"""The objectives: what each one's indicators and actions have come to."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from azory_monitor.charts.marks import STATUS
from azory_monitor.model.presented import Table
from azory_monitor.model.programme import Action, Objective
from azory_monitor.model.verdicts import Progress
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page
from azory_monitor.ui.marks import drawn, movement, status
from azory_monitor.ui.markup import element, listed, plain, together
from azory_monitor.ui.named import action_name, indicator_link, indicator_name, institution_name
from azory_monitor.ui.show_table import table_html
from azory_monitor.ui.show_text import show_section
from azory_monitor.ui.where_from import of_progress, target_of, where_from
from azory_monitor.words import sentences
from azory_monitor.words.grades import said_value

ALWAYS = ("indicator", "baseline", "target", "latest", "status")
"""The columns that every table of an objective has."""


def show_plan(page: Page) -> None:
    """Every objective in one line: a mark for each of its indicators, and how many stand where."""
    st.html(_plan(page))


@finished
def _plan(page: Page) -> Markup:
    lines = together(_line(page, objective) for objective in page.programme.objectives.values())
    return element("ol", lines, class_="plan")


def _line(page: Page, objective: Objective) -> Markup:
    found = page.answer("progress", objective=objective.id)
    title = element("p", page.speaker.text(objective.name), class_="name")
    cells = listed([_cell(page, one) for one in found], class_="cells")
    told = sentences.objective_headline(page.speaker, page.programme, objective.id, found)
    return element("li", together([title, cells, element("p", told, class_="counts")]))


def _cell(page: Page, one: Progress) -> Markup:
    indicator = page.programme.indicators[one.indicator]
    told = f"{indicator_name(page, indicator.id)}: {page.speaker.label('status', one.status)}"
    code = element(
        "span", indicator.code or page.speaker.label("choice.kind", indicator.kind), class_="code", aria_hidden="true"
    )
    named = together([drawn(STATUS[one.status]), code, element("span", told, class_="unseen")])
    return element("a", named, href=page.link("indicator", indicator=indicator.id), title=told, target="_self")


def show_objective(page: Page, objective: Objective) -> None:
    """One objective: its indicators with baseline, target and latest value, its actions with what blocks them."""
    st.header(plain(page.speaker.say("show.objective", number=objective.number)), anchor=False)
    st.html(element("p", page.speaker.text(objective.name), class_="lead"))
    caption = page.speaker.say("show.objective.caption", number=objective.number)
    st.html(_indicators(page, caption, page.answer("progress", objective=objective.id)))
    st.html(_actions(page, objective))


def show_rest(page: Page) -> None:
    """The indicators that belong to no objective: how the work itself goes."""
    found = [one for one in page.answer("progress") if not page.programme.indicators[one.indicator].objective]
    if found:
        show_section(page, "rest")
        st.html(_indicators(page, page.say("rest"), found))


@finished
def _indicators(page: Page, caption: str, found: Sequence[Progress]) -> Markup:
    """The indicators with what is planned and known; change and chance have a column where any is told."""
    rows = [_row(page, one) for one in found]
    heads = [head for head in rows[0] if head in ALWAYS or any(row[head] for row in rows)] if rows else [*ALWAYS]
    table = Table(
        caption=caption,
        columns=tuple(page.speaker.say(f"show.objective.{name}") for name in heads),
        rows=tuple(tuple(row[head] for head in heads) for row in rows),
    )
    return table_html(table, caption=False)


def _row(page: Page, one: Progress) -> dict[str, Markup | str]:
    indicator = page.programme.indicators[one.indicator]
    doubt = indicator.suitability if indicator.suitability in ("doubtful", "unsuitable") else ""
    said = [page.speaker.label("choice.kind", indicator.kind), page.speaker.label("choice.suitability", doubt)]
    kind = element("span", " · ".join(filter(None, said)), class_="when")
    return {
        "indicator": together([indicator_link(page, indicator.id), kind]),
        "baseline": _dated(
            page, one, one.baseline, one.baseline_period, sentences.absent_word(page.speaker, one, "baseline")
        ),
        "target": target_words(page, one),
        "latest": _dated(page, one, one.latest, one.latest_period, sentences.absent_latest(page.speaker, one)),
        "status": status(page.speaker, one.status),
        "movement": _moved(page, indicator.id),
        "chance": _chance(page, indicator.id),
    }


def _moved(page: Page, indicator: str) -> Markup | str:
    """Whether the change is real, where that can be told."""
    found = page.answer("trends", indicator=indicator, area=page.programme.area.id)
    told = [one for one in found if one.movement not in ("too_few", "cannot_tell")]
    return movement(page.speaker, told[0]) if told else ""


def _chance(page: Page, indicator: str) -> str:
    found = page.answer("prospects", indicator=indicator)
    return sentences.prospect_phrase(page.speaker, found[0]) if found and found[0].chance is not None else ""


def _dated(page: Page, one: Progress, value: float | None, period: str, otherwise: str) -> Markup | str:
    if value is None:
        return element("span", otherwise, class_="absent")
    written = said_value(page.speaker, page.programme, page.programme.indicators[one.indicator], value)
    subject = of_progress(page, one, period)
    written = where_from(page, subject, written) if subject else written
    return together([written, element("span", page.speaker.period(period), class_="when")]) if period else written


def target_words(page: Page, one: Progress) -> Markup | str:
    """A target as it was set, and whether only tentatively; or that nobody set one."""
    said = sentences.target_phrase(page.speaker, page.programme.indicators[one.indicator], one, page.programme)
    if not said:
        return element("span", sentences.absent_word(page.speaker, one, "target"), class_="absent")
    state = page.speaker.label("choice.state", one.state) if one.state == "tentative" else ""
    subject = target_of(page, one)
    said = where_from(page, subject, said) if subject else said
    return together([said, element("span", state, class_="when")])


@finished
def _actions(page: Page, objective: Objective) -> Markup:
    actions = [action for action in page.programme.actions.values() if action.objective == objective.id]
    items = listed([_action(page, action) for action in actions], class_="entries small")
    return together([element("h3", page.speaker.say("show.objective.actions")), items])


def _action(page: Page, action: Action) -> Markup:
    barriers = [barrier for barrier in page.programme.barriers.values() if action.id in barrier.actions]
    blocked = [barrier for barrier in barriers if barrier.state != "closed"]
    said = [page.speaker.label("choice.state", action.state)]
    said += [page.speaker.say("show.action.to_verify")] if action.to_verify else []
    said += [institution_name(page, action.responsible) or page.speaker.say("show.action.nobody")]
    none = "show.action.barriers_closed" if barriers else "show.action.no_barrier"
    said += [page.speaker.count("show.action.barriers", len(blocked)) if blocked else page.speaker.say(none)]
    name = element("p", action_name(page, action), class_="title")
    return together([name, element("p", " · ".join(said), class_="meta")])
