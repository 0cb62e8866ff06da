"""The journey, the steps of each action and the matrix of challenges as tables."""

from collections.abc import Sequence
from functools import partial

from azory_monitor.model.chronicle import Cell, Entry, Steps
from azory_monitor.model.presented import Table
from azory_monitor.model.register import Activity
from azory_monitor.model.state import Programme
from azory_monitor.words.names import name_of
from azory_monitor.words.sentences.challenges import cell_phrase
from azory_monitor.words.sentences.journey import entry_kind, entry_title, participants_phrase
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import Column, or_empty, table_of


def journey_table(speaker: Speaker, programme: Programme, entries: Sequence[Entry]) -> Table:
    """One row an entry; the day it happened and the day it was planned for stand in columns of their own."""
    cells = _EntryCells(speaker, programme)
    columns = [
        Column(speaker.say("heading.entries"), partial(entry_title, speaker, programme)),
        Column(speaker.say("column.kind"), partial(entry_kind, speaker)),
        Column(speaker.say("column.date"), lambda entry: or_empty(speaker, speaker.period(entry.date))),
        Column(speaker.say("column.planned"), lambda entry: or_empty(speaker, speaker.period(entry.planned))),
        Column(speaker.say("heading.happening"), lambda entry: speaker.label("happening", entry.happening)),
        Column(speaker.say("column.place"), cells.place),
        Column(speaker.say("column.organisers"), cells.organisers),
        Column(speaker.say("column.participants"), cells.participants),
        Column(speaker.say("column.actions"), cells.actions),
        Column(speaker.say("column.locator"), cells.locator),
    ]
    return table_of(speaker, speaker.count("caption.journey", len(entries)), columns, entries)


def steps_table(speaker: Speaker, programme: Programme, steps: Sequence[Steps]) -> Table:
    """One row an action, also where nothing is recorded."""
    columns = [
        Column(speaker.say("column.action"), lambda one: action_named(speaker, programme, one.action)),
        Column(speaker.say("heading.done"), lambda one: _count(speaker, one.happened), True, stays=True),
        Column(speaker.say("heading.going_on"), lambda one: _count(speaker, one.going_on), True, stays=True),
        Column(speaker.say("heading.planned"), lambda one: _count(speaker, one.planned), True, stays=True),
        Column(speaker.say("heading.other"), lambda one: _count(speaker, one.other), True),
        Column(speaker.say("heading.last"), lambda one: or_empty(speaker, speaker.period(one.last))),
    ]
    return table_of(speaker, speaker.say("caption.steps"), columns, steps)


def cells_table(speaker: Speaker, programme: Programme, cells: Sequence[Cell]) -> Table:
    """One row a challenge, one column a key action; every cell says what is there and what is not."""
    by_place = {(cell.key_action, cell.challenge): cell_phrase(speaker, cell) for cell in cells}
    columns = [
        Column(speaker.say("heading.challenge"), partial(name_of, speaker, programme, "challenges")),
        *(
            Column(name_of(speaker, programme, "key_actions", one), partial(_cell, by_place, one), stays=True)
            for one in programme.key_actions
        ),
    ]
    return table_of(speaker, speaker.say("caption.cells"), columns, list(programme.challenges))


def action_named(speaker: Speaker, programme: Programme, action: str) -> str:
    """Code and name of an action by id."""
    code = programme.actions[action].code
    return " ".join(filter(None, (code, name_of(speaker, programme, "actions", action))))


def _cell(by_place: dict[tuple[str, str], str], key_action: str, challenge: str) -> str:
    return by_place[key_action, challenge]


def _count(speaker: Speaker, n: int) -> str:
    return speaker.number(n) if n else speaker.say("cell.empty")


class _EntryCells:
    """Cells that only an activity fills; a milestone and a change of a target leave them empty."""

    def __init__(self, speaker: Speaker, programme: Programme) -> None:
        self.speaker, self.programme = speaker, programme

    def place(self, entry: Entry) -> str:
        activity = self._activity(entry)
        return or_empty(self.speaker, self.speaker.text(activity.place) if activity else "")

    def organisers(self, entry: Entry) -> str:
        activity = self._activity(entry)
        named = (
            [name_of(self.speaker, self.programme, "institutions", id) for id in activity.organisers]
            if activity
            else []
        )
        return or_empty(self.speaker, "; ".join(named))

    def participants(self, entry: Entry) -> str:
        activity = self._activity(entry)
        return or_empty(self.speaker, participants_phrase(self.speaker, activity) if activity else "")

    def actions(self, entry: Entry) -> str:
        known = self.programme.actions
        named = [known[id].code or self.speaker.text(known[id].name) for id in entry.actions if id in known]
        return or_empty(self.speaker, "; ".join(named))

    def locator(self, entry: Entry) -> str:
        row = self._activity(entry) or self.programme.milestones.get(entry.id)
        return or_empty(self.speaker, self.speaker.locator(row.locator) if row else "")

    def _activity(self, entry: Entry) -> Activity | None:
        return self.programme.activities[entry.id] if entry.what == "activity" else None
