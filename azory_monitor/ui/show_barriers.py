"""What stands in the way: the register with its history, and the decisions that are waited for."""

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.batch import Version
from azory_monitor.model.hindrance import Hindrance
from azory_monitor.model.register import Barrier, Proposal
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, facts, listed, together
from azory_monitor.ui.named import action_name, full_name, indicator_link, institution_name, origin
from azory_monitor.ui.show_text import show_empty
from azory_monitor.ui.show_versions import versions_html
from azory_monitor.ui.where_from import entry_from
from azory_monitor.words import sentences

_FACTS = ("severity", "owner", "challenge", "key_action", "opened", "reviewed", "next_review", "closed", "closed_why")


def barriers_of(page: Page, **asked: str) -> list[Barrier]:
    """The barriers under a theme, an objective, an indicator …, closed ones last; no filter gives all."""
    found = [page.programme.barriers[one.barrier] for one in page.answer("hindrances", **asked)]
    return sorted(found, key=lambda barrier: barrier.state == "closed")


def waiting(barriers: Sequence[Barrier]) -> list[Barrier]:
    """Those that a decision would remove."""
    return [barrier for barrier in barriers if barrier.decision and barrier.state != "closed"]


def show_decisions(page: Page, barriers: Sequence[Barrier], at_most: int | None = None) -> None:
    """Which decisions are asked, and of whom."""
    if barriers:
        st.html(_decisions(page, barriers[:at_most]))
    else:
        show_empty(page, "no_decisions")


@finished
def _decisions(page: Page, barriers: Sequence[Barrier]) -> Markup:
    return listed([_decision(page, barrier) for barrier in barriers], class_="entries decisions")


def show_barriers(page: Page, barriers: Sequence[Barrier], at_most: int | None = None) -> None:
    """The entries of the register; of many, the first until the rest is asked for."""
    if not barriers:
        show_empty(page, "nothing_found")
        return
    slot = st.container()
    too_many = at_most is not None and len(barriers) > at_most
    everything = too_many and st.toggle(page.count("show_all", len(barriers)), key="all-barriers", bind="query-params")
    slot.html(_entries(page, barriers if everything else barriers[:at_most]))


@finished
def _entries(page: Page, barriers: Sequence[Barrier]) -> Markup:
    told, versions = {one.barrier: one for one in page.answer("hindrances")}, _versions(page)
    entries = [_entry(page, barrier, told[barrier.id], versions.get(barrier.id, ())) for barrier in barriers]
    return listed(entries, class_="entries")


def _versions(page: Page) -> Mapping[str, Sequence[Version]]:
    found: dict[str, list[Version]] = {}
    for version in page.monitor.history(Barrier.table, until=page.view.batch.id):
        found.setdefault(version.key, []).append(version)
    return found


def _decision(page: Page, barrier: Barrier) -> Markup:
    whose = institution_name(page, barrier.decides) or page.speaker.say("show.barrier.nobody")
    because = page.speaker.say("show.barrier.because", barrier=page.speaker.text(barrier.title))
    asked = [element("p", page.speaker.text(barrier.decision), class_="title"), element("p", because, class_="meta")]
    named = [element("p", page.speaker.say("show.barrier.asked"), class_="meta"), element("p", whose, class_="title")]
    return together([element("div", together(asked)), element("div", together(named))])


def _entry(page: Page, barrier: Barrier, told: Hindrance, versions: Sequence[Version]) -> Markup:
    theme = page.speaker.text(page.programme.themes[barrier.theme].name)
    said = [theme, *(page.speaker.label(f"choice.{name}", getattr(barrier, name)) for name in ("kind", "state"))]
    said += sentences.hindrance_facts(page.speaker, page.programme, told)
    more = [_asked(page, barrier), _facts(page, barrier), *_about(page, barrier, told), _place(page, barrier)]
    parts = [
        element("p", page.speaker.text(barrier.title), class_="title"),
        element("p", " · ".join(said), class_="meta"),
        element("p", page.speaker.text(barrier.description)) if barrier.description else "",
        _folded(page, "about", together(more)),
        _folded(
            page, "history", together([versions_html(page, Barrier.table, versions), _way_to_entry(page, barrier)])
        ),
    ]
    return together(parts)


def _folded(page: Page, key: str, content: Markup) -> Markup | str:
    summary = element("summary", page.speaker.say(f"show.barrier.{key}"))
    return element("details", together([summary, content])) if content else ""


def _way_to_entry(page: Page, barrier: Barrier) -> Markup:
    to = page.link("register", table=Barrier.table, entry=barrier.id)
    change = element("p", element("a", page.speaker.say("show.barrier.change"), href=to, target="_self"))
    return together([change, entry_from(page, Barrier.table, barrier.id)])


def _asked(page: Page, barrier: Barrier) -> Markup | str:
    if not barrier.decision:
        return ""
    whose = institution_name(page, barrier.decides) or page.speaker.say("show.barrier.nobody")
    said = page.speaker.say("show.barrier.decision", decision=page.speaker.text(barrier.decision), whose=whose)
    return element("p", said, class_="asked")


def _facts(page: Page, barrier: Barrier) -> Markup | str:
    """What else the register says of it; what it does not say is left out."""
    speaker = page.speaker
    told = {
        "severity": speaker.label("choice.severity", barrier.severity),
        "owner": institution_name(page, barrier.owner),
        "challenge": full_name(page, "challenges", barrier.challenge),
        "key_action": full_name(page, "key_actions", barrier.key_action),
        "closed_why": speaker.text(barrier.closed_why),
    } | {name: speaker.period(getattr(barrier, name)) for name in ("opened", "reviewed", "next_review", "closed")}
    pairs = [(speaker.say(f"column.{name}"), told[name]) for name in _FACTS]
    return facts(pairs) if any(told.values()) else ""


def _about(page: Page, barrier: Barrier, told: Hindrance) -> list[Markup]:
    """What the barrier holds up, and what was proposed against it."""
    programme = page.programme
    proposals = [proposal for proposal in programme.proposals.values() if barrier.id in proposal.barriers]
    linked = {
        "actions": [action_name(page, programme.actions[id]) for id in barrier.actions],
        "indicators": [indicator_link(page, id) for id in told.indicators],
        "proposals": [_proposed(page, proposal) for proposal in proposals],
    }
    heads = {name: element("p", page.speaker.say(f"show.barrier.{name}"), class_="label") for name in linked}
    return [together([heads[name], listed(items, class_="plain")]) for name, items in linked.items() if items]


def _proposed(page: Page, proposal: Proposal) -> str:
    return f"{page.speaker.text(proposal.name)} ({page.speaker.label('choice.state', proposal.state)})"


def _place(page: Page, barrier: Barrier) -> Markup | str:
    return element("p", origin(page, "", barrier.locator), class_="origin") if barrier.locator else ""
