"""Random imports, edits and undos by several people: every state comes back, and every past state stays as it was.

``AZORY_SEQUENCES`` sets how many sequences are tried; a thousand take some minutes.
"""

import csv
import io
import os
import random

import pytest

from azory_monitor.errors import StandsOn
from azory_monitor.store.incoming import cells_text, row_of
from tests.history import MEASURED, Remembered, kept_in
from tests.small import AREAS, INDICATORS, PROGRAMME, open_books, rows

SEQUENCES = int(os.environ.get("AZORY_SEQUENCES", "200"))
IN_A_HOME = min(10, SEQUENCES)
"""So many sequences follow one another in one home."""

REBUILT = 5
"""One home in so many is rebuilt from its ledger and compared."""

PEOPLE = ("Anna", "Piotr", "Ewa")
TABLES = (MEASURED, MEASURED, "areas", "themes")
COLUMNS = {
    MEASURED: ("indicator", "area", "period", "value", "source", "note", "status", "locator"),
    "areas": ("id", "name", "kind"),
    "themes": ("id", "name"),
}


class Home:
    """Books on disk, and beside them what they must remember."""

    def __init__(self, path, seed):
        self.books = open_books(path)
        self.remembered = Remembered()
        self.chance = random.Random(seed)
        self.files, self.last = [], None
        for table, text in (("programme", PROGRAMME), ("areas", AREAS), ("indicators", INDICATORS)):
            self.keep(table, text.strip() + "\n", "seed")

    def step(self):
        """One deed of one of the people."""
        deed = self.chance.choice(("import", "import", "import", "edit", "again", "undo", "undo"))
        if deed == "undo":
            self.undo(self.chance.randint(4, max(4, len(self.remembered.states) - 1)))
        elif deed == "again" and self.is_known(*(file := self.last or self.chance.choice(self.files))):
            self.keep(*file)
        else:
            self.keep(*self.drawn(self.chance.choice(TABLES), 1 if deed == "edit" else self.chance.randint(1, 8)))

    def is_known(self, table, text):
        """Whether every area that a file speaks of is there: the check of a file would refuse it otherwise."""
        areas = {key[1] for kind, key in remembered_rows(table, text) if kind == MEASURED}
        return all(("areas", area) in self.remembered.now for area in areas)

    def drawn(self, table, most):
        """A file of a few rows, all of them of areas that are there."""
        areas = [key for kind, key in self.remembered.now if kind == "areas"]
        lines = {}
        for _ in range(most):
            line = self._measurement(areas) if table == MEASURED else self._entry(table)
            lines[_key(table, line)] = line
        text = io.StringIO()
        numbered = [(row, *line) for row, line in enumerate(lines.values(), 2)]
        csv.writer(text, lineterminator="\n").writerows([("row", *COLUMNS[table]), *numbered])
        return table, text.getvalue()

    def _measurement(self, areas):
        pick = self.chance.choice
        value, status = pick((("", "missing"), ("0", ""), ("0.1", "provisional"), ("2.5", ""), ("3", "conflicting")))
        when, note = pick(("2015", "2016", "2016-Q1", "undated")), pick(("", 'ż, "ó"', "two\nlines"))
        return pick(("work", "play")), pick(areas), when, value, pick(("", "a", "b")), note, status, pick(("", "p. 1"))

    def _entry(self, table):
        pick = self.chance.choice
        line = (pick(("vale", "mill", "dale")), pick(("One", "Two", "Zażółć")))
        return (*line, pick(("estate", "district"))) if table == "areas" else line

    def keep(self, table, text, what="import"):
        """Keep a file, unless it changes nothing; the preview must count what the memory counts."""
        handed, known = {table: rows(table, text)}, remembered_rows(table, text)
        counts = self.books.diff(handed).counts
        assert tuple(counts[found] for found in ("new", "changed", "unchanged")) == self.remembered.counted(known)
        if (table, text) == self.last:
            assert not counts["new"] + counts["changed"], "the same file again changes nothing"
        elif counts["new"] + counts["changed"]:
            self.last = table, text
            said = {"batch": {"what": what, "by": self.chance.choice(PEOPLE)}}
            with self.books.writing():
                self.books.keep(said, {f"{table}.csv": text.encode("utf-8")}, handed)
            self.remembered.keep(known)
            self.files.append((table, text))

    def undo(self, undone):
        """Undo a batch; where later ones stand on it, both books and memory must name the same."""
        if undone >= len(self.remembered.states):
            return
        self.last = None
        expected = found = None
        try:
            self.remembered.undo(undone)
        except StandsOn as refused:
            expected = refused
        try:
            with self.books.writing():
                self.books.refuse_undo(undone)
                self.books.append({"batch": {"what": "undo", "by": self.chance.choice(PEOPLE), "undoes": undone}})
        except StandsOn as refused:
            found = refused
        assert getattr(found, "key", None) == getattr(expected, "key", None)
        if expected and expected.key == "error.stands_on":
            assert found.values["later"] == expected.values["later"]

    def sequence(self):
        """A few deeds, then all of them undone, newest first: the state is the one before, table by table."""
        start, before = len(self.remembered.states), self.remembered.now
        for _ in range(self.chance.randint(2, 6)):
            self.step()
        for batch in reversed(range(start, len(self.remembered.states))):
            self.undo(batch)
        assert by_table(kept_in(self.books, len(self.remembered.states) - 1)) == by_table(before)
        for _ in range(self.chance.randint(0, 2)):
            self.step()


def _key(table, line):
    if table != MEASURED:
        return line[0]
    *key, _, source, _, status, place = line
    return (*key, f"{source} {place}".strip() if status == "conflicting" else "")


def remembered_rows(table, text):
    """Rows of a drawn file as ``Remembered`` knows them."""
    found = {}
    for line in csv.DictReader(io.StringIO(text)):
        row = row_of(table, line)
        if table != MEASURED:
            found[table, row.id] = (cells_text(row), int(line["row"]))
            continue
        note = f'{{"": {_quoted(row.note[""])}}}' if row.note else ""
        cells = (row.value, None, None, row.source, note, row.qualifier, row.status, row.locator, None)
        found[table, (row.indicator, row.area, row.period, row.variant)] = (cells, int(line["row"]))
    return found


def _quoted(text):
    return '"' + text.replace('"', '\\"').replace("\n", "\\n") + '"'


def by_table(state):
    tables = {}
    for (table, key), row in state.items():
        tables.setdefault(table, {})[key] = row
    return tables


@pytest.mark.parametrize("seed", range(-(-SEQUENCES // IN_A_HOME)))
@pytest.mark.usefixtures("engine")
def test_whatever_was_done_can_be_undone_and_the_past_stays_as_it_was_shown(tmp_path, seed):
    home = Home(tmp_path, seed)
    for _ in range(IN_A_HOME):
        home.sequence()
    for batch, state in enumerate(home.remembered.states[1:], 1):
        assert by_table(kept_in(home.books, batch)) == by_table(state), f"as of batch {batch}"
    if not seed % REBUILT:
        assert home.books.verify(), "rebuilt from the ledger it is the same"
    home.books.close()
