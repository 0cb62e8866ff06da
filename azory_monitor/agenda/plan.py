"""The presenter's own order: keys of screens, those left out are hidden.  It is kept in a link, not in the data."""

from collections.abc import Sequence

from azory_monitor.model.agenda import Item


def planned(items: Sequence[Item], plan: Sequence[str]) -> list[Item]:
    """The screens of a plan in its order; without one, or where it names none of them, all as they were built.

    What a plan names and the state does not have is passed over.
    """
    known = {one.key: one for one in items}
    return [known[key] for key in dict.fromkeys(plan) if key in known] or list(items)


def shifted(keys: Sequence[str], key: str, by: int) -> list[str]:
    """The keys with one moved ``by`` places, as far as there is room."""
    others = [one for one in keys if one != key]
    place = min(max(list(keys).index(key) + by, 0), len(others))
    return [*others[:place], key, *others[place:]]
