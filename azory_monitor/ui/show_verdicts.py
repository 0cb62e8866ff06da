"""Three answers side by side: where it stands, whether the change is real, whether the target will be met."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from azory_monitor.charts.marks import MOVEMENT, Mark, of_standing
from azory_monitor.model.outlook import Prospect, TargetChange, Trend
from azory_monitor.model.programme import Indicator
from azory_monitor.model.verdicts import Comparison, Progress
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page
from azory_monitor.ui.marks import drawn
from azory_monitor.ui.markup import element, listed, together
from azory_monitor.ui.show_indicator import show_progress
from azory_monitor.ui.show_text import show_section
from azory_monitor.words import sentences


def show_verdicts(page: Page, indicator: Indicator, area: str, compared: Sequence[Comparison]) -> None:
    """Each answer as a mark and a few words, with the sentence that says how it is known."""
    trend = next(iter(page.answer("trends", indicator=indicator.id, area=area)), None)
    prospect = next(iter(page.answer("prospects", indicator=indicator.id)), None) if _is_own(page, area) else None
    st.html(_verdicts(page, compared, trend, prospect))


@finished
def _verdicts(page: Page, compared: Sequence[Comparison], trend: Trend | None, prospect: Prospect | None) -> Markup:
    answers = [_standing(page, compared), _movement(page, trend), _prospect(page, prospect)]
    return element("div", together(filter(None, answers)), class_="verdicts")


def show_way(page: Page, indicator: Indicator, progress: Sequence[Progress]) -> None:
    """From baseline to target, and how the target was moved, each time with who, when and why."""
    if not progress:
        return
    show_section(page, "progress")
    show_progress(page, progress[0])
    changes: Sequence[TargetChange] = page.answer("target_changes", indicator=indicator.id)
    if changes:
        told = [sentences.target_change_sentence(page.speaker, page.programme, change) for change in changes]
        st.html(listed(told, class_="entries small"))


def _is_own(page: Page, area: str) -> bool:
    return area in ("", page.programme.area.id)


def _standing(page: Page, compared: Sequence[Comparison]) -> Markup:
    """Against the widest benchmark that has a figure for the occasion, else against itself earlier or a standard."""
    chosen = [one for one in compared if one.against == "area"][-1:] or compared[:1]
    if not chosen:
        return _answer(page, "standing", None, page.say("verdict.not_compared"), "")
    (widest,) = chosen
    told = sentences.comparison_sentence(page.speaker, page.programme, widest)
    return _answer(page, "standing", of_standing(widest), sentences.standing_phrase(page.speaker, widest), told)


def _movement(page: Page, trend: Trend | None) -> Markup:
    if trend is None:
        return _answer(page, "movement", None, page.say("verdict.no_value"), "")
    told = sentences.trend_sentence(page.speaker, page.programme, trend)
    return _answer(page, "movement", MOVEMENT[trend.movement], sentences.trend_phrase(page.speaker, trend), told)


def _prospect(page: Page, prospect: Prospect | None) -> Markup | str:
    if prospect is None:
        return ""
    told = sentences.prospect_sentence(page.speaker, page.programme, prospect)
    return _answer(page, "prospect", None, sentences.prospect_phrase(page.speaker, prospect), told)


def _answer(page: Page, name: str, mark: Mark | None, phrase: str, told: str) -> Markup:
    """A question, its answer in a few words, and how that is known."""
    capital = phrase[:1].upper() + phrase[1:]
    said = together([drawn(mark) if mark else "", capital])
    parts = [element("h2", page.say(f"verdict.{name}")), element("p", said, class_="said")]
    return element("section", together([*parts, element("p", told, class_="meta") if told else ""]))
