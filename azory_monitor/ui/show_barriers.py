"""What stands in the way: the register, the decisions that are waited for, the actions with no barrier recorded."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.programme import Action
from azory_monitor.model.register import Barrier, Proposal
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, listed, together
from azory_monitor.ui.named import action_name, indicator_link, institution_name, origin
from azory_monitor.ui.show_text import show_empty


def barriers_of(page: Page, theme: str = "", objective: str = "", indicator: str = "") -> list[Barrier]:
    """The barriers under a theme, an objective or an indicator, open ones first; no filter gives all."""
    found = [
        barrier
        for barrier in page.programme.barriers.values()
        if theme in ("", barrier.theme)
        and objective in ("", *_objectives(page, barrier))
        and indicator in ("", *_indicators(page, barrier))
    ]
    return sorted(found, key=lambda barrier: barrier.state == "closed")


def waiting(barriers: Sequence[Barrier]) -> list[Barrier]:
    """Those that a decision would remove."""
    return [barrier for barrier in barriers if barrier.decision and barrier.state != "closed"]


def actions_without_barrier(page: Page) -> list[Action]:
    """The actions that no barrier is recorded for, which need not mean that there is none."""
    blocked = {action for barrier in page.programme.barriers.values() for action in barrier.actions}
    return [action for action in page.programme.actions.values() if action.id not in blocked]


def show_decisions(page: Page, barriers: Sequence[Barrier], at_most: int | None = None) -> None:
    """Which decisions are asked, and of whom."""
    if barriers:
        st.html(listed([_decision(page, barrier) for barrier in barriers[:at_most]], class_="entries decisions"))
    else:
        show_empty(page, "no_decisions")


def show_barriers(page: Page, barriers: Sequence[Barrier], at_most: int | None = None) -> None:
    """The entries of the register; of many, the first until the rest is asked for."""
    if not barriers:
        show_empty(page, "nothing_found")
        return
    slot = st.container()
    too_many = at_most is not None and len(barriers) > at_most
    everything = too_many and st.toggle(page.count("show_all", len(barriers)), key="all-barriers")
    shown = barriers if everything else barriers[:at_most]
    slot.html(listed([_entry(page, barrier) for barrier in shown], class_="entries"))


def show_actions(page: Page, actions: Sequence[Action]) -> None:
    """Actions by name."""
    st.html(listed([action_name(page, action) for action in actions], class_="plain"))


def _decision(page: Page, barrier: Barrier) -> Markup:
    whose = institution_name(page, barrier.decides) or page.speaker.say("show.barrier.nobody")
    because = page.speaker.say("show.barrier.because", barrier=page.speaker.text(barrier.title))
    asked = [element("p", page.speaker.text(barrier.decision), class_="title"), element("p", because, class_="meta")]
    named = [element("p", page.speaker.say("show.barrier.asked"), class_="meta"), element("p", whose, class_="title")]
    return together([element("div", together(asked)), element("div", together(named))])


def _entry(page: Page, barrier: Barrier) -> Markup:
    theme = page.speaker.text(page.programme.themes[barrier.theme].name)
    said = [theme, *(page.speaker.label(f"choice.{name}", getattr(barrier, name)) for name in ("kind", "state"))]
    more = together([_asked(page, barrier), *_about(page, barrier), _place(page, barrier)])
    parts = [
        element("p", page.speaker.text(barrier.title), class_="title"),
        element("p", " · ".join(said), class_="meta"),
        element("p", page.speaker.text(barrier.description)) if barrier.description else "",
        element("details", together([element("summary", page.speaker.say("show.barrier.about")), more]))
        if more
        else "",
    ]
    return together(parts)


def _asked(page: Page, barrier: Barrier) -> Markup | str:
    if not barrier.decision:
        return ""
    whose = institution_name(page, barrier.decides) or page.speaker.say("show.barrier.nobody")
    said = page.speaker.say("show.barrier.decision", decision=page.speaker.text(barrier.decision), whose=whose)
    return element("p", said, class_="asked")


def _about(page: Page, barrier: Barrier) -> list[Markup]:
    """What the barrier holds up, and what was proposed against it."""
    programme = page.programme
    proposals = [proposal for proposal in programme.proposals.values() if barrier.id in proposal.barriers]
    linked = {
        "actions": [action_name(page, programme.actions[id]) for id in barrier.actions],
        "indicators": [indicator_link(page, id) for id in _indicators(page, barrier)],
        "proposals": [_proposed(page, proposal) for proposal in proposals],
    }
    heads = {name: element("p", page.speaker.say(f"show.barrier.{name}"), class_="label") for name in linked}
    return [together([heads[name], listed(items, class_="plain")]) for name, items in linked.items() if items]


def _proposed(page: Page, proposal: Proposal) -> str:
    return f"{page.speaker.text(proposal.name)} ({page.speaker.label('choice.state', proposal.state)})"


def _place(page: Page, barrier: Barrier) -> Markup | str:
    return element("p", origin(page, "", barrier.locator), class_="origin") if barrier.locator else ""


def _indicators(page: Page, barrier: Barrier) -> list[str]:
    """The indicators that a barrier names, and those of the actions it holds up."""
    through = [id for action in barrier.actions for id in page.programme.actions[action].indicators]
    return list(dict.fromkeys([*barrier.indicators, *through]))


def _objectives(page: Page, barrier: Barrier) -> set[str]:
    named = {page.programme.actions[action].objective for action in barrier.actions}
    return named | {page.programme.indicators[indicator].objective for indicator in barrier.indicators}
