"""What a monitor has to remember, as plain dictionaries: the second opinion on batches, undo and as of."""

from dataclasses import dataclass, field

from azory_monitor.errors import StandsOn

MEASURED = "measurements"


@dataclass
class Remembered:
    """A row by (table, key): its cells, and the batch and line of the file that handed it in."""

    states: list[dict] = field(default_factory=lambda: [{}])
    """The state before the first batch, and after each."""
    changed: dict = field(default_factory=dict)
    """The last batch that changed a row."""
    undone: dict = field(default_factory=dict)
    """By the undoing batch, the one that it undid."""

    @property
    def now(self) -> dict:
        return self.states[-1]

    def counted(self, rows: dict) -> tuple[int, int, int]:
        """New, changed, unchanged, for rows (table, key) → (cells, line)."""
        found = [self.now.get(key, (None,))[0] for key in rows]
        unchanged = sum(old == cells for old, (cells, _) in zip(found, rows.values(), strict=True))
        new = sum(key not in self.now for key in rows)
        return new, len(rows) - new - unchanged, unchanged

    def keep(self, rows: dict) -> None:
        batch = len(self.states)
        kept = {
            key: (cells, batch, line) for key, (cells, line) in rows.items() if self.now.get(key, (None,))[0] != cells
        }
        self._become(self.now | kept, kept)

    def undo(self, undone: int) -> None:
        """Raises StandsOn with the batches that stand on it, as the monitor must."""
        before, after = self.states[undone - 1], self.states[undone]
        touched = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
        standing = {self.changed[key] for key in touched if self.now.get(key, ())[1:] != after.get(key, ())[1:]}
        if any(self.undone.get(batch) == undone for batch in standing):
            raise StandsOn("error.already_undone")
        gone = {key[1] for key in touched if key[0] == "areas" and key not in before and key in self.now}
        pointing = {row[1] for key, row in self.now.items() if key[0] == MEASURED and key[1][1] in gone}
        standing |= pointing - {undone}
        put_back = {key for key in touched if key in before}
        needed = {("areas", key[1][1]) for key in put_back if key[0] == MEASURED}
        standing |= {self.changed[area] for area in needed - put_back if area not in self.now}
        if standing:
            raise StandsOn("error.stands_on", later=", ".join(map(str, sorted(standing))))
        self.undone[len(self.states)] = undone
        kept = {key: row for key, row in self.now.items() if key not in touched}
        self._become(kept | {key: before[key] for key in touched if key in before}, touched)

    def _become(self, state: dict, touched) -> None:
        self.changed |= dict.fromkeys(touched, len(self.states))
        self.states.append(state)


def kept_in(books, batch: int) -> dict:
    """The state after a batch as the books tell it, in the same form."""
    records, measured = books.records(batch), books.measurements(batch)
    found = {
        (kind, key): (cells, origin, row)
        for kind, key, cells, row, origin, _ in records.itertuples(index=False, name=None)
    }
    for indicator, area, when, variant, *cells, row, origin in measured.itertuples(index=False, name=None):
        plain = tuple(None if cell != cell else cell for cell in cells)
        found[MEASURED, (indicator, area, when, variant)] = (plain, origin, row)
    return found
