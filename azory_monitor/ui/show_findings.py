"""What the diagnosis found: assets, resources, weaknesses and threats, each with the barrier that follows it up."""

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.register import Finding
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, listed, together
from azory_monitor.ui.named import action_name, origin

KINDS = ("asset", "resource", "strength", "weakness", "threat")


def show_findings(page: Page) -> None:
    """By kind; those that belong to a challenge stand with it."""
    st.html(_findings(page))


@finished
def _findings(page: Page) -> Markup:
    found = [row for row in page.programme.findings.values() if not row.challenge]
    groups = [(kind, [row for row in found if row.kind == kind]) for kind in KINDS]
    return together(_group(page, kind, rows) for kind, rows in groups if rows)


def _group(page: Page, kind: str, rows: list[Finding]) -> Markup:
    head = element("h3", page.say(f"found.{kind}"))
    return together([head, listed([_finding(page, row) for row in rows], class_="entries small")])


def _finding(page: Page, row: Finding) -> Markup:
    parts = [element("p", page.speaker.text(row.name)), _followed_up(page, row)]
    parts += [element("p", origin(page, "", row.locator), class_="origin")] if row.locator else []
    return together(parts)


def _followed_up(page: Page, row: Finding) -> Markup | str:
    """The barrier of the register that takes it up, with its state and the actions it holds up."""
    barrier = page.programme.barriers.get(row.barrier)
    if barrier is None:
        return element("p", page.say("not_followed_up"), class_="meta") if row.kind in ("weakness", "threat") else ""
    state = page.speaker.label("choice.state", barrier.state)
    named = page.say("followed_up", barrier=page.speaker.text(barrier.title), state=state)
    actions = page.speaker.join(action_name(page, page.programme.actions[id]) for id in barrier.actions)
    said = element("a", named, href=page.link("barriers", theme=barrier.theme), target="_self")
    return element("p", together([said, page.say("holds_up", actions=actions) if actions else ""]), class_="meta")
