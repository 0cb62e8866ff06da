"""The work on one state: which numbers are hidden, each for a reason, until nobody can work out what is."""

from collections import defaultdict
from collections.abc import Sequence

from azory_monitor.disclosure.facts import Cell, Fact, Name, Quantity
from azory_monitor.disclosure.known import Known
from azory_monitor.disclosure.search import Web, cheapest
from azory_monitor.model.hidden import Why


class Hiding:
    """The work on one state: what is hidden only ever grows."""

    def __init__(self, told: Sequence[Fact], before: Known) -> None:
        self.facts = told
        self.before = before
        self.reasons: dict[Name | Cell, Why] = {}
        self.relations = set(before.relations)
        self.given_up: set[Quantity] = set()
        self._telling: dict[Quantity, list[Fact]] = defaultdict(list)
        self._named: dict[Name | Cell, list[Fact]] = defaultdict(list)
        for one in told:
            self._named[one.name].append(one)
            for quantity in one.quantities:
                self._telling[quantity].append(one)
        self._repeating: dict[tuple[str, str, int], list[Fact]] = defaultdict(list)
        for one in told:
            for echo in one.echoes if not (one.part and len(self._telling[one.part]) > 1) else ():
                self._repeating[_number_of(echo)].append(one)

    def begin(self) -> None:
        """Hide what must be hidden for its own sake or for what was hidden or shown before."""
        for one in self.facts:
            why = self._own_reason(one)
            if why:
                self._hide(one, why)
        for quantity in self.before.untold.keys() - self.before.told:
            self._hide_repeated(quantity)

    def search(self) -> None:
        """Hide besides what is needed until nothing hidden is left with too few values."""
        web, checked = Web(self.relations), set()
        while True:
            told = self.told()
            guarded = self._guarded() - told - self.given_up
            untold = self._open(self._untold() - told, guarded)
            found = list(web.too_narrow(untold, guarded, checked))
            for narrow in found:
                self._widen(web, narrow, untold)
            if not found:
                return

    def told(self) -> set[Quantity]:
        """The numbers that are shown, now or in an earlier state."""
        shown = (one for one in self.facts if one.name not in self.reasons)
        return {quantity for one in shown for quantity in one.quantities} | self.before.told

    def known(self) -> Known:
        """What readers know after this state."""
        told = self.told()
        limits = {
            quantity: one.limit or 0
            for one in self.facts
            if one.name in self.reasons
            for quantity in one.quantities
            if quantity not in told
        }
        untold = {one: limit for one, limit in self.before.untold.items() if one not in told} | limits
        last = {
            one.main.cell: one.main.amount
            for one in self.facts
            if one.preferred and one.limit and one.main and one.name not in self.reasons
        }
        tying = (one for one in self.relations if any(part in untold for part in (one.whole, *one.parts)))
        guarded = frozenset(self._guarded() - told - self.given_up)
        return Known(frozenset(told), untold, guarded, frozenset(tying), {**self.before.last, **last})

    def _own_reason(self, one: Fact) -> Why | None:
        if one.small:
            return "small"
        main = one.main
        if main is None or main in self.before.told:
            return None
        if (one.limit or 0) >= self.before.untold.get(main, one.limit or 0) and main in self.before.untold:
            return "earlier"
        last = self.before.last.get(main.cell)
        is_corrected = one.limit and last is not None and abs(main.amount - last) < one.limit
        return "correction" if is_corrected and isinstance(one.name, Name) else None

    def _hide(self, one: Fact, why: Why) -> None:
        """Hide a measurement or cell, and with it every other that tells the same number."""
        if one.name in self.reasons:
            return
        self.reasons[one.name] = why
        for quantity in filter(None, (other.main for other in self._named[one.name])):
            self._hide_number(quantity)
            self._hide_repeated(quantity)

    def _hide_repeated(self, quantity: Quantity) -> None:
        for one in self._repeating.get(_number_of(quantity), ()):
            self._hide(one, "linked")

    def _widen(self, web: Web, narrow: list[Quantity], untold: set[Quantity]) -> None:
        """Hide a number more beside each of these; where none is left that could help, everything tied to them."""
        for quantity in narrow:
            choices = (cheapest(tied, untold, self._cost) for tied in web.around(quantity, untold))
            best = next(filter(None, choices), None)
            if best is None:
                self._give_up(web, narrow)
                return
            self._hide_number(best)

    def _give_up(self, web: Web, narrow: list[Quantity]) -> None:
        for quantity in sorted(web.tied_to(narrow[0])):
            self._hide_number(quantity)
        self.given_up |= set(narrow)

    def _hide_number(self, quantity: Quantity) -> None:
        for one in self._telling.get(quantity, ()):
            self._hide(one, "linked")

    def _cost(self, quantity: Quantity) -> tuple | None:
        """Sensitive numbers are hidden before others, small ones before great ones; what is known cannot be hidden."""
        telling = self._telling.get(quantity)
        if not telling or quantity in self.before.told:
            return None
        return any(one.limit is None for one in telling), len({one.name for one in telling}), quantity.amount

    def _untold(self) -> set[Quantity]:
        hidden = (one for one in self.facts if one.name in self.reasons)
        return {quantity for one in hidden for quantity in one.quantities} | self.before.untold.keys()

    def _open(self, untold: set[Quantity], guarded: set[Quantity]) -> set[Quantity]:
        """The numbers that are not told to an attacker who knows all bases but those of which some are guarded.

        How many people live somewhere is mostly told elsewhere, so that nothing is to rest on its being hidden.
        """
        counted = {one.part.label for one in self.facts if one.part} | {one.label for one in guarded}
        bases = {one.base.label for one in self.facts if one.base} - counted
        return {one for one in untold if one.label not in bases}

    def _guarded(self) -> set[Quantity]:
        hidden = (one for one in self.facts if one.name in self.reasons)
        return {quantity for one in hidden for quantity in one.guarded} | self.before.guarded


def _number_of(quantity: Quantity) -> tuple[str, str, int]:
    """Of what, where, how many; whenever."""
    return quantity.label, quantity.area, quantity.amount
