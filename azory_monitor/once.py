"""Work that is done once however many ask for it at the same moment: the first does it, the others wait for its result.

Where sixty people look at a new state at once, sixty threads would otherwise work out the same answers and hold each
other up.  (``functools.cached_property`` lets all of them do so since Python 3.12, ``lru_cache`` always has.)
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Generic, Self, TypeVar, overload

Result = TypeVar("Result")


class Working:
    """Base of what has answers that are ``once``: each instance has a lock of its own, for one rests on another."""

    def __init__(self) -> None:
        self._working = threading.RLock()

    def __getstate__(self) -> dict[str, object]:
        """A copy of what is known so far: others go on asking while it is handed to another process."""
        return {name: value for name, value in self.__dict__.copy().items() if name != "_working"}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        Working.__init__(self)


class once(Generic[Result]):
    """An attribute worked out when it is first asked for, and kept as long as the ``Working`` it belongs to."""

    def __init__(self, work: Callable[[Any], Result]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, asked: None, owner: type | None = None) -> Self: ...
    @overload
    def __get__(self, asked: Working, owner: type | None = None) -> Result: ...
    def __get__(self, asked: Working | None, owner: type | None = None) -> Self | Result:
        if asked is None:
            return self
        kept = asked.__dict__
        with asked._working:
            if self._name not in kept:
                kept[self._name] = self._work(asked)
            return kept[self._name]


class Kept(Generic[Result]):
    """What a function answers, by its arguments: the last ``most`` that were asked for.  A failure is not kept."""

    def __init__(self, work: Callable[..., Result], most: int) -> None:
        self._work, self._most = work, most
        self._places: OrderedDict[Hashable, _Place[Result]] = OrderedDict()
        self._looking = threading.Lock()

    def __call__(self, *asked: Hashable) -> Result:
        with self._looking:
            place = self._places.setdefault(asked, _Place())
            self._places.move_to_end(asked)
            while len(self._places) > self._most:
                self._places.popitem(last=False)
        with place.working:
            if not place.found:
                place.found = (self._work(*asked),)
            return place.found[0]


class _Place(Generic[Result]):
    """Where one answer is worked out and kept."""

    def __init__(self) -> None:
        self.working = threading.RLock()
        self.found: tuple[()] | tuple[Result] = ()
