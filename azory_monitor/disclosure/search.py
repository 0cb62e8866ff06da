"""What else must be hidden, so that nobody works out what is hidden already."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

from azory_monitor.disclosure.facts import Quantity
from azory_monitor.disclosure.policy import VALUES
from azory_monitor.disclosure.relations import Relation
from azory_monitor.stats import Sum, narrow

Cost = Callable[[Quantity], tuple | None]
"""What hiding a number costs, the dearest last; None where it cannot be hidden (any more)."""


class Web:
    """Numbers tied together by relations, some of them not told."""

    def __init__(self, relations: Iterable[Relation]) -> None:
        self.touching: dict[Quantity, list[Relation]] = defaultdict(list)
        for one in relations:
            for quantity in (one.whole, *one.parts):
                self.touching[quantity].append(one)

    def too_narrow(
        self, untold: Collection[Quantity], guarded: Collection[Quantity], checked: set[frozenset[Quantity]]
    ) -> Iterator[list[Quantity]]:
        """Of each group of tied untold numbers the guarded ones that are left with too few values, where there are any.

        ``checked`` remembers the groups without any: a group that has not grown is as it was.
        """
        for group in self._groups(untold, guarded):
            if group in checked:
                continue
            found = self._narrow(group, untold, guarded)
            if found:
                yield sorted(found)
            else:
                checked.add(group)

    def around(self, quantity: Quantity, untold: Collection[Quantity]) -> Iterator[list[Relation]]:
        """The relations of a number, then those of all untold numbers that it is tied to."""
        yield self.touching.get(quantity, [])
        group = self._tied(quantity, lambda one: one in untold)
        yield [relation for member in sorted(group) for relation in self.touching.get(member, ())]

    def tied_to(self, quantity: Quantity) -> set[Quantity]:
        """Every number that a number is tied to, told or not, be it through others."""
        return self._tied(quantity, lambda _: True)

    def _groups(self, untold: Collection[Quantity], guarded: Collection[Quantity]) -> Iterator[frozenset[Quantity]]:
        seen: set[Quantity] = set()
        for one in sorted(guarded):
            if one not in seen:
                group = self._tied(one, lambda other: other in untold)
                seen |= group
                yield frozenset(group)

    def _tied(self, quantity: Quantity, follows: Callable[[Quantity], bool]) -> set[Quantity]:
        group, waiting = {quantity}, [quantity]
        while waiting:
            for relation in self.touching.get(waiting.pop(), ()):
                for other in (relation.whole, *relation.parts):
                    if other not in group and follows(other):
                        group.add(other)
                        waiting.append(other)
        return group

    def _narrow(
        self, group: Collection[Quantity], untold: Collection[Quantity], guarded: Collection[Quantity]
    ) -> set[Quantity]:
        """Readers know that nothing hidden is zero, for a zero is always shown unless a whole group is hidden."""
        tied = sorted({one for member in group for one in self.touching.get(member, ())})
        true: dict = {one: one.amount for one in group}
        least: dict = {one: min(one.amount, 1) for one in group}
        sums = []
        for relation in tied:
            known = [(relation.whole, -1), *((part, 1) for part in relation.parts)]
            total = -sum(sign * one.amount for one, sign in known if one not in untold)
            terms = [(one, sign) for one, sign in known if one in untold]
            if relation.open:
                terms.append((relation, 1))
                true[relation] = relation.whole.amount - sum(part.amount for part in relation.parts)
                least[relation] = 0
            sums.append(Sum(tuple(terms), total))
        return narrow(sums, true, least, set(group) & set(guarded), VALUES)


def cheapest(relations: Iterable[Relation], besides: Collection[Quantity], cost: Cost) -> Quantity | None:
    """The number of these relations that is best hidden besides; None where there is none."""
    found = {one for relation in relations for one in (relation.whole, *relation.parts)} - set(besides)
    dear = [(price, one) for one in found if one.amount > 0 and (price := cost(one)) is not None]
    return min(dear)[1] if dear else None
