"""What every command begins with and ends with: a home, a state of it, an answer."""

import argparse
import datetime
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from azory_monitor.errors import Refused
from azory_monitor.home import Home, home_from_environment, seed_folder, server_from_environment
from azory_monitor.monitor import Monitor
from azory_monitor.period import LAST_YEAR
from azory_monitor.view import View
from azory_monitor.words import Speaker, sentences

DONE, REFUSED, ASKED = 0, 1, 3
NOW = "now"
"""Names the present state on the command line, as in a link."""


@dataclass(frozen=True)
class Answer:
    """What a command found: for programs, for people, and how it ends; data None where it has written all itself."""

    data: Any
    lines: list[str]
    status: int = DONE


def home_of(asked: argparse.Namespace) -> Home:
    """The home that is named, else the environment's."""
    return Home(asked.home.resolve(), server_from_environment()) if asked.home else home_from_environment()


def opened(asked: argparse.Namespace, writes: bool = False) -> Monitor:
    """The monitor of the home; an empty one is filled from the seed, as the pages do.

    What only reads goes on beside another process that has the database; what ``writes`` raises InUse then.
    """
    monitor = Monitor(home_of(asked), may_be_apart=not writes)
    asked.monitor = monitor
    if monitor.is_empty:
        monitor.seed(monitor.check_package(seed_folder()))
    return monitor


def notices(asked: argparse.Namespace, speaker: Speaker) -> list[str]:
    """What was mended by itself on the way, and why what was read may not be written."""
    monitor = getattr(asked, "monitor", None)
    return sentences.notice_sentences(speaker, monitor.notices, monitor.apart) if monitor else []


def view_of(asked: argparse.Namespace) -> View:
    """The state that is asked for; raises Unknown for an indicator, area or institution that it does not have."""
    with closing(opened(asked)) as monitor:
        view = asked_view(monitor, asked)
    view.require_known(
        indicator=getattr(asked, "indicator", ""), area=getattr(asked, "area", ""), owner=getattr(asked, "owner", "")
    )
    return view


def asked_view(monitor: Monitor, asked: argparse.Namespace) -> View:
    """The state of a monitor that is open: now, of a day or a batch, or as a snapshot froze it."""
    return monitor.view(as_of=_as_of(getattr(asked, "as_of", "")), snapshot=asked.snapshot)


def state_of(monitor: Monitor, text: str) -> View:
    """A state by what names it: a snapshot, ``now``, a batch number, a day (to its end) or a moment."""
    if text in {snapshot.name for snapshot in monitor.snapshots()}:
        return monitor.view(snapshot=text)
    return monitor.view(as_of=_as_of("" if text == NOW else text))


def _as_of(text: str) -> datetime.datetime | int | None:
    """A batch number, a day (to its end) or a moment; UTC where no other zone is written."""
    if not text:
        return None
    if text.isdigit():
        return int(text)
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError as fault:
        raise Refused("error.as_of_unreadable", text=text) from fault
    if moment.year >= LAST_YEAR:
        raise Refused("error.as_of_unreadable", text=text)
    if len(text) == len("2026-01-31"):
        return moment + datetime.timedelta(days=1) - datetime.timedelta(microseconds=1)
    return moment.astimezone(datetime.UTC).replace(tzinfo=None) if moment.tzinfo else moment
