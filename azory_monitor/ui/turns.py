"""Whose turn it is: allowances that fill up again, and pages worked out a few at a time, in fair order."""

import asyncio
import time
from collections import OrderedDict, deque

from azory_monitor.ui.limits import Rate


class Allowance:
    """What one visitor may still do; it fills up as time goes by (a token bucket)."""

    def __init__(self, rate: Rate) -> None:
        self._rate, self._left, self._at = rate, rate.at_once, time.monotonic()

    def wait(self) -> float:
        """Seconds until one more may be done; 0 is now."""
        self._fill()
        return max(0.0, (1 - self._left) / self._rate.a_second)

    def take(self) -> None:
        """One more is done."""
        self._fill()
        self._left -= 1

    @property
    def is_full(self) -> bool:
        """Whether it need not be remembered any more."""
        self._fill()
        return self._left >= self._rate.at_once

    def _fill(self) -> None:
        now = time.monotonic()
        self._left = min(self._rate.at_once, self._left + (now - self._at) * self._rate.a_second)
        self._at = now


class Allowances:
    """One for each visitor, forgotten when it is full again."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._of: dict[str, Allowance] = {}

    def of(self, visitor: str) -> Allowance:
        """What a visitor may still do."""
        if len(self._of) > 1000:
            self._of = {name: one for name, one in self._of.items() if not one.is_full}
        return self._of.setdefault(visitor, Allowance(self._rate))


class Turns:
    """So many at work at once; who waits is let in by address in turn, so that a crowd from one waits for itself."""

    def __init__(self, at_work: int) -> None:
        self._free = at_work
        self._waiting: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    async def take(self, address: str) -> None:
        """Wait for a turn; whoever takes one gives it back."""
        if self._free > 0 and not self._waiting:
            self._free -= 1
            return
        place = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(address, deque()).append(place)
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():
                self.give_back()
            raise

    def give_back(self) -> None:
        """Let the next one in."""
        while self._waiting:
            address, places = self._waiting.popitem(last=False)
            place = places.popleft()
            if places:
                self._waiting[address] = places
            if not place.done():
                place.set_result(None)
                return
        self._free += 1
