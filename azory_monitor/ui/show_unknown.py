"""What is not known yet: saying so is the first service that the monitor does."""

from azory_monitor.model.verdicts import Progress
from azory_monitor.ui.frame import Page
from azory_monitor.ui.show_text import show_paragraph


def show_unknown(page: Page, found: list[Progress]) -> None:
    """How many of the programme's indicators have no value, no target, nobody who supplies them."""
    unmeasured = [one for one in found if one.latest is None]
    untargeted = [one for one in found if one.state == "not_set"]
    unowned = [one for one in unmeasured if not page.programme.indicators[one.indicator].owner]
    counts = {"unmeasured": len(unmeasured), "untargeted": len(untargeted), "unowned": len(unowned)}
    said = [page.speaker.count(f"show.unknown.{name}", n, all=len(found)) for name, n in counts.items() if n]
    show_paragraph(page, " ".join(said) or page.speaker.say("show.unknown.nothing"))
