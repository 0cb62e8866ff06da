"""The page of barriers: filters in the link, what changed, which reviews are late, and each barrier's history."""

import datetime

import pytest

from azory_monitor.access import Actor
from azory_monitor.monitor import open_monitor
from azory_monitor.words.speaker import languages, speaker
from tests.pages.conftest import frozen, shown, visit

ANNA = Actor("Anna Nowak", "coordinator")
TODAY = datetime.date.today()


def hand_in(table, *lines):
    monitor = open_monitor()
    handed = monitor.check("file.csv", "\n".join(lines).encode("utf-8"), table=table)
    assert not handed.faults, handed.faults
    return monitor.keep(handed, ANNA, "from the meeting")


def day(before):
    return (TODAY - datetime.timedelta(days=before)).isoformat()


@pytest.fixture
def entered(own_home):
    """A meeting a month ago, and since then a barrier opened, one closed, one whose review is late."""
    theme = next(iter(open_monitor().view().programme.themes))
    hand_in("activities", "id,date,kind,title_en,state", f"latest,{day(30)},group_meeting,Latest meeting,held")
    hand_in(
        "barriers",
        "id,title_en,kind,theme,state,opened,closed,next_review,owner",
        f"fresh,A fresh one,barrier,{theme},open,{day(3)},,,mops",
        f"over,It is over,barrier,{theme},closed,{day(400)},{day(2)},,",
        f"late,It is late,barrier,{theme},open,{day(200)},,{day(10)},",
    )


@pytest.mark.parametrize("language", languages())
def test_what_changed_and_what_is_late_is_told(entered, language):
    app = visit("barriers", lang=language)
    assert not app.exception
    text, speak = shown(app), speaker(language)
    assert speak.count("count_change.opened", 1) in text and speak.count("count_change.closed", 1) in text
    assert speak.count("hindrance.overdue", 10) in text
    assert speak.ended(speak.count("hindrance.reviews_late", 1)) in text


def test_changes_can_be_counted_from_a_snapshot(entered):
    frozen("Before")
    key, row = next((key, row) for key, row in open_monitor().view().programme.barriers.items() if row.state == "open")
    hand_in("barriers", "id,title_en,kind,theme,state", f"{key},Changed,barrier,{row.theme},eased")
    app = visit("barriers", lang="en", since="snapshot:Before")
    assert not app.exception
    assert speaker("en").count("count_change.eased", 1) in shown(app)
    assert speaker("en").say("change.entered") not in shown(app)


@pytest.mark.parametrize(("asked", "found"), [({"state": "closed"}, "It is over"), ({"owner": "mops"}, "A fresh one")])
def test_a_filter_stays_in_the_link_and_leaves_out_the_others(entered, asked, found):
    app = visit("barriers", lang="en", **asked)
    assert not app.exception
    assert f'<p class="title">{found}</p>' in shown(app)
    assert speaker("en").count("page.barriers.found", 1) in shown(app)


def test_each_barrier_opens_its_history(entered):
    theme = next(iter(open_monitor().view().programme.themes))
    hand_in("barriers", "id,title_en,kind,theme,state,severity", f"late,It is late,barrier,{theme},open,high")
    text = shown(visit("barriers", lang="en", state="open", theme=theme))
    high = speaker("en").say("choice.severity.high")
    assert speaker("en").say("show.version.filled", name="Severity", old="", new=high) in text
    assert "from the meeting" in text


@pytest.mark.usefixtures("seeded")
def test_actions_that_lack_something_stand_in_one_table():
    app = visit("barriers", lang="en")
    gaps = open_monitor().view().action_gaps
    assert speaker("en").count("page.barriers.gap.responsible", sum(one.responsible for one in gaps)) in shown(app)
    assert any(one.indicator for one in gaps)
