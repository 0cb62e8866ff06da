"""What is not known yet, and who could supply it: the first service that the monitor does."""

from azory_monitor.model.presented import Table
from azory_monitor.model.verdicts import Progress
from azory_monitor.ui.frame import Page
from azory_monitor.ui.named import indicator_name, institution_name
from azory_monitor.ui.show_table import show_table
from azory_monitor.ui.show_text import show_paragraph


def show_unknown(page: Page, found: list[Progress]) -> None:
    """How many of the programme's indicators have no value, no target, nobody who supplies them."""
    unmeasured = [one for one in found if one.latest is None]
    untargeted = [one for one in found if one.state == "not_set"]
    unowned = [one for one in unmeasured if not page.programme.indicators[one.indicator].owner]
    counts = {"unmeasured": len(unmeasured), "untargeted": len(untargeted), "unowned": len(unowned)}
    said = [page.speaker.count(f"show.unknown.{name}", n, all=len(found)) for name, n in counts.items() if n]
    show_paragraph(page, " ".join(said) or page.speaker.say("show.unknown.nothing"))


def show_missing(page: Page, found: list[Progress]) -> None:
    """Every indicator that lacks a value or a target: what is missing, and who could supply it."""
    rows = tuple(_row(page, one) for one in found if one.latest is None or one.state == "not_set")
    heads = tuple(page.speaker.say(f"show.missing.{name}") for name in ("indicator", "what", "who"))
    if rows:
        show_table(
            page, Table(page.speaker.say("show.missing.caption"), heads, rows), f"{page.name}-missing", caption=False
        )


def _row(page: Page, one: Progress) -> tuple[str, str, str]:
    indicator = page.programme.indicators[one.indicator]
    missing = [page.speaker.say("show.missing.value")] if one.latest is None else []
    missing += [page.speaker.say("show.missing.target")] if one.state == "not_set" else []
    who = institution_name(page, indicator.owner) or page.speaker.say("show.missing.nobody")
    return indicator_name(page, one.indicator), page.speaker.join(missing), who
