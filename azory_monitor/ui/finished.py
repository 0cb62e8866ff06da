"""What a page shows made once: results never change, so their words and tables do not, whoever looks at them.

What is kept here is shown to everybody.  So whatever makes it is handed the page as somebody sees it who may only read.
"""

import datetime
import weakref
from collections.abc import Callable, Hashable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from azory_monitor.model.verdicts import Point
from azory_monitor.once import Kept
from azory_monitor.ui.frame import Page

KEPT = 1024
"""So many parts of pages, the largest of some tens of thousands of letters; a page has about ten."""

Given = ParamSpec("Given")
Part = TypeVar("Part")


class Asked:
    """Something asked for.  Two are one if they are the same thing of the very same results, in one state and dress.

    It holds what it is given, so that nothing else can come to stand at the same place in memory, and not the page:
    that would keep the whole state for as long as one of its parts is kept.
    """

    def __init__(
        self, page: Page, what: Hashable, dress: Hashable, given: tuple[Any, ...], more: Mapping[str, Any]
    ) -> None:
        self.page, self.what, self.given, self.more = weakref.ref(page), what, given, more
        named = tuple((key, _identity(value)) for key, value in more.items())
        self._same = (what, dress, weakref.ref(page.view), _identity(given), named)
        self._hash = hash(self._same)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Asked) and self._same == other._same

    def __hash__(self) -> int:
        return self._hash


def finished(make: Callable[Concatenate[Page, Given], Part]) -> Callable[Concatenate[Page, Given], Part]:
    """Words, markup or a table of a page, made when they are first asked for in a state and a dress.

    Nothing is handed in but what the state answers to everybody: no rows of a file that was not kept, no hidden value.
    """

    @wraps(make)
    def part(page: Page, *given: Given.args, **more: Given.kwargs) -> Part:
        return _part(Asked(page, make, (page.name, page.visit.dress), given, more))

    return part


@finished
def told(page: Page, tell: Callable[..., str], *given: Any) -> str:
    """What a function of ``words.sentences`` says of a state."""
    return tell(page.speaker, page.programme, *given)


def _make(asked: Asked) -> Any:
    page = asked.page()  # whoever asks has it open
    return asked.what(page.for_nobody(), *asked.given, **asked.more)


_part: Kept[Any] = Kept(_make, KEPT)


def _identity(value: Any) -> Hashable:
    """What tells one value from another: plain ones, and a point, which is made anew each time, by what they are;
    other results by which they are."""
    if value is None or isinstance(value, str | int | float | datetime.date | Point):
        return value
    return tuple(map(_identity, value)) if isinstance(value, list | tuple) else id(value)
