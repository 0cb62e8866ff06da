"""What stands on each screen of a meeting: a sentence that answers, and the little that a room can read below it."""

import math
from collections.abc import Callable, Sequence

from markupsafe import Markup

from azory_monitor.charts.marks import STATUS, of_standing
from azory_monitor.model.agenda import Item
from azory_monitor.model.verdicts import Comparison, Status
from azory_monitor.ui.frame import Page
from azory_monitor.ui.marks import drawn
from azory_monitor.ui.markup import element, listed, together
from azory_monitor.ui.named import full_name, indicator_short, institution_name
from azory_monitor.ui.show_history import batch_sentence
from azory_monitor.words import sentences
from azory_monitor.words.names import benchmark_name
from azory_monitor.words.sentences.progress import ORDER
from azory_monitor.words.sentences.quantity import RATIO_PLACES
from azory_monitor.words.sentences.standing import UNTESTED, facts_of

LINES = 4
"""So many entries of a list fit on a screen; how many more there are is said."""
NAMES = 7
"""So many indicators of one status are named."""
ROWS = 7
"""So many comparisons fit under each other."""
FURTHEST = 2
"""Doublings that the scale shows at most; what lies beyond stands at its edge, with its number."""
_REAL = ("improving", "worsening", "rising", "falling")

Screen = tuple[str, Markup | str]
"""The sentence that answers, and what stands below it."""


def screen(page: Page, item: Item, items: Sequence[Item]) -> Screen:
    """What a screen says; ``items`` are all that the meeting goes through."""
    return _opening(page, items) if item.kind == "opening" else _SCREENS[item.kind](page, item)


def screen_name(page: Page, item: Item) -> str:
    """What a screen is about, in few words."""
    if item.kind == "objective":
        return page.say("kind.objective", number=page.programme.objectives[item.about].number)
    return page.say(f"kind.{item.kind}")


def _opening(page: Page, items: Sequence[Item]) -> Screen:
    kinds = dict.fromkeys(item.kind for item in items if item.kind not in ("opening", "noted"))
    named = [page.say(f"contents.{kind}") for kind in kinds]
    since = next((one.results[0].since for one in items if one.kind == "moved"), None)
    began = page.say("since_meeting", since=page.speaker.period_since(since.isoformat())) if since else ""
    lead = element("p", began) if began else ""
    return page.speaker.text(page.programme.profile.name), together([lead, listed(named, class_="plain contents")])


def _moved(page: Page, item: Item) -> Screen:
    (happened,) = item.results
    if happened.since is None:
        return page.say("no_meeting"), ""
    said = sentences.changes_summary(page.speaker, page.programme, happened.barriers)
    changes = [
        f"{full_name(page, 'barriers', one.barrier)}: {sentences.change_phrase(page.speaker, one)}"
        for one in happened.barriers.changes
    ]
    batches = [one for one in page.monitor.batches() if one.id in happened.batches]
    none = "no_batches_yet" if happened.barriers.compared_with is None else "no_batches"
    count = page.count("batches", len(batches)) if batches else page.say(none)
    last = element("p", batch_sentence(page, batches[-1])) if batches else ""
    return said, together([_short(page, changes, LINES - 1), element("p", count, class_="title"), last])


def _standing(page: Page, item: Item) -> Screen:
    if not item.results:
        return page.say("nothing_compared"), ""
    said = sentences.comparison_headline(page.speaker, page.programme, item.results)
    rows = sorted(item.results, key=lambda one: ("worse", "", "better").index(one.side) * 10 - abs(_doublings(one)))
    return said, _strip(page, rows)


def _strip(page: Page, rows: Sequence[Comparison]) -> Markup:
    """One row a comparison: name, place on a line whose middle is the benchmark, how many times as much."""
    whose = benchmark_name(page.speaker, page.programme, rows[0])
    lines = together(_strip_row(page, one) for one in rows[:ROWS])
    more = element("p", page.count("more", len(rows) - ROWS)) if len(rows) > ROWS else ""
    caption = element("caption", page.say("scale", benchmark=whose))
    return together([element("table", together([caption, element("tbody", lines)]), class_="strip"), more])


def _strip_row(page: Page, one: Comparison) -> Markup:
    place = 50 + 48 * max(min(_doublings(one), FURTHEST), -FURTHEST) / FURTHEST
    mark = element("span", drawn(of_standing(one)), class_="dot", style=f"left:{place:.1f}%")
    ratio = page.speaker.say("chart.ratio.times", x=page.speaker.number(one.ratio or 0, RATIO_PLACES))
    told = element("span", sentences.standing_phrase(page.speaker, one), class_="unseen")
    cells = [
        element("th", indicator_short(page, one.indicator), scope="row"),
        element("td", together([element("span", mark, class_="track"), told])),
        element("td", ratio, class_="number"),
    ]
    return element("tr", together(cells))


def _doublings(one: Comparison) -> float:
    return math.log2(one.ratio) if one.ratio else -math.inf


def _extremes(page: Page, item: Item) -> Screen:
    sides = {side: [one for one in item.results if one.side == side] for side in ("worse", "better")}
    whose = benchmark_name(page.speaker, page.programme, item.results[0])
    columns = [
        together([element("h3", page.say(f"side.{side}")), listed([_end(page, one) for one in found], class_="ends")])
        for side, found in sides.items()
        if found
    ]
    beside = element("div", together(element("div", column) for column in columns), class_="two")
    chance = dict.fromkeys(one.reason for one in item.results if one.reason in UNTESTED)
    untold = [element("p", page.speaker.sentence(f"chance.{reason}"), class_="rest") for reason in chance]
    return page.say("extremes", benchmark=whose), together([beside, *untold])


def _end(page: Page, one: Comparison) -> Markup:
    name = element("b", indicator_short(page, one.indicator))
    how = "" if one.reason in UNTESTED else f" ({sentences.standing_phrase(page.speaker, one)})"
    return together([name, ": ", facts_of(page.speaker, page.programme, one), how])


def _trends(page: Page, item: Item) -> Screen:
    real = [one for one in item.results if one.movement in _REAL]
    said = sentences.trend_headline(page.speaker, page.programme, item.results)
    if not real:
        return page.say("no_real"), element("p", said)
    return said, _short(page, [sentences.trend_sentence(page.speaker, page.programme, one) for one in real], 3)


def _objective(page: Page, item: Item) -> Screen:
    """The indicators under what has become of them: met, behind, without a target, …"""
    found = {status: [one.indicator for one in item.results if one.status == status] for status in ORDER}
    parts = [_status(page, status, indicators) for status, indicators in found.items() if indicators]
    named = page.speaker.text(page.programme.objectives[item.about].name)
    return named, together(parts) or element("p", page.say("no_indicators"))


def _status(page: Page, status: Status, indicators: Sequence[str]) -> Markup:
    many = page.speaker.number(len(indicators))
    head = together([drawn(STATUS[status]), page.speaker.label("status", status), f" ({many})"])
    names = "; ".join(indicator_short(page, id) for id in indicators[:NAMES])
    more = " " + page.count("more", len(indicators) - NAMES) if len(indicators) > NAMES else ""
    return element("div", together([element("h3", head), element("p", names + more)]), class_="group")


def _decision(page: Page, item: Item) -> Screen:
    barrier = page.programme.barriers[item.about]
    whose = institution_name(page, barrier.decides) or page.speaker.say("show.barrier.nobody")
    said = [page.speaker.text(barrier.title), *sentences.hindrance_facts(page.speaker, page.programme, *item.results)]
    pairs = [(page.say("because"), "; ".join(said)), (page.say("decides"), whose)]
    pairs += [(page.say("theme"), page.speaker.text(page.programme.themes[barrier.theme].name))]
    told = together(element("div", together([element("dt", name), element("dd", text)])) for name, text in pairs)
    return page.speaker.text(barrier.decision), element("dl", told, class_="asks")


def _decisions(page: Page, item: Item) -> Screen:
    rows = [page.programme.barriers[one.barrier] for one in item.results]
    nobody = page.speaker.say("show.barrier.nobody")
    told = [f"{page.speaker.text(row.decision)} ({institution_name(page, row.decides) or nobody})" for row in rows]
    return page.count("decisions_left", len(rows)), _short(page, told, LINES)


def _owed(page: Page, item: Item) -> Screen:
    dues = [one for one in item.results if hasattr(one, "due_on")]
    unscheduled = [one for one in item.results if not hasattr(one, "due_on")]
    late = [one for one in dues if one.state != "coming"]
    lines = _short(page, [sentences.due_sentence(page.speaker, page.programme, one) for one in late], 2)
    rest = sentences.unscheduled_sentence(page.speaker, unscheduled)
    parts = [lines if late else "", element("p", rest) if rest else ""]
    return sentences.due_headline(page.speaker, page.programme, dues), together(parts)


def _questions(page: Page, item: Item) -> Screen:
    asked = [page.speaker.text(page.programme.questions[id].name) for id in item.results]
    said = page.count("questions_open", len(asked)) if asked else page.say("no_questions")
    return said, _short(page, asked, LINES + 1)


def _noted(page: Page, _item: Item) -> Screen:
    return page.say("noted"), ""


def _short(page: Page, lines: Sequence[str], most: int) -> Markup | str:
    """The first of many lines, and how many more there are."""
    if not lines:
        return ""
    more = element("p", page.count("more", len(lines) - most), class_="rest") if len(lines) > most else ""
    return together([listed(list(lines[:most]), class_="plain"), more])


_SCREENS: dict[str, Callable[[Page, Item], Screen]] = {
    "moved": _moved,
    "standing": _standing,
    "extremes": _extremes,
    "trends": _trends,
    "objective": _objective,
    "decision": _decision,
    "decisions": _decisions,
    "owed": _owed,
    "questions": _questions,
    "noted": _noted,
}
