"""Partners as tables: pairs, attendance, resources, funding and its years."""

from collections.abc import Sequence

from azory_monitor.model.partners import Funding, Resource
from azory_monitor.model.partnership import (
    Attendance,
    Cooperation,
    FundedYear,
    FundingState,
    Pair,
    Participation,
    ResourceMap,
)
from azory_monitor.model.presented import Table
from azory_monitor.model.state import Programme
from azory_monitor.words.names import name_of
from azory_monitor.words.sentences.partners import tie_words
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import Column, or_empty, table_of


def cooperation_table(speaker: Speaker, programme: Programme, found: Cooperation) -> Table:
    """Every two that did something together or are bound by a tie."""
    cells, say = _Cells(speaker, programme), speaker.say
    columns = [
        Column(say("heading.first_of_two"), lambda pair: cells.institution(pair.institution)),
        Column(say("heading.second_of_two"), lambda pair: cells.institution(pair.other)),
        Column(say("heading.together"), lambda pair: speaker.number(pair.times), True, stays=True),
        Column(say("heading.first_time"), lambda pair: cells.period(pair.first)),
        Column(say("heading.last_time"), lambda pair: cells.period(pair.last)),
        Column(say("heading.tie"), cells.tie),
        Column(say("heading.activities"), cells.activities),
    ]
    return table_of(speaker, say("caption.cooperation"), columns, found.pairs)


def attendance_table(speaker: Speaker, programme: Programme, found: Participation) -> Table:
    """Every institution that took part in something or was awaited at a meeting."""
    cells, say = _Cells(speaker, programme), speaker.say
    columns = [
        Column(say("heading.first_of_two"), lambda one: cells.institution(one.institution)),
        Column(say("heading.presence"), lambda one: speaker.label("presence", one.presence)),
        Column(say("heading.last_time"), lambda one: cells.period(one.last_seen)),
        Column(say("heading.organised"), lambda one: speaker.number(one.organised), True),
        Column(say("heading.partnered"), lambda one: speaker.number(one.partnered), True),
        Column(say("heading.present"), lambda one: speaker.number(one.present), True),
        Column(say("heading.group_meetings"), cells.meetings),
    ]
    seen = [one for one in found.entries if one.took_part or one.listed]
    return table_of(speaker, say("caption.attendance"), columns, seen)


def resource_table(speaker: Speaker, programme: Programme, found: ResourceMap) -> Table:
    """What is looked for first, then what there is, by who has it."""
    cells, say = _Cells(speaker, programme), speaker.say
    ids = [id for state in ("needed", "lost", "shared", "available") for id in found.of(state)]
    columns = [
        Column(say("heading.resource"), lambda row: speaker.text(row.name)),
        Column(say("column.kind"), lambda row: speaker.label("choice.kind", row.kind)),
        Column(say("column.state"), lambda row: speaker.label("choice.state", row.state)),
        Column(say("heading.holder"), lambda row: cells.institution(row.institution) or say("partners.nobody")),
        Column(say("column.amount"), cells.amount),
        Column(say("column.note"), lambda row: or_empty(speaker, speaker.text(row.note))),
    ]
    return table_of(speaker, say("caption.resources"), columns, [programme.resources[id] for id in ids])


def funding_table(speaker: Speaker, programme: Programme, found: FundingState) -> Table:
    """Every entry with its stage, in the order of the stages."""
    cells, say = _Cells(speaker, programme), speaker.say
    stages = {id: one.stage for one in found.staged for id in one.entries}
    columns = [
        Column(say("heading.cost_paid"), lambda row: speaker.text(row.name)),
        Column(say("heading.stage"), lambda row: speaker.label("stage", stages[row.id])),
        Column(say("heading.funding_kind"), lambda row: speaker.label("funding_kind", row.kind)),
        Column(say("column.origin"), lambda row: or_empty(speaker, speaker.text(row.origin))),
        Column(say("heading.covered_years"), cells.covered),
        Column(say("column.amount"), cells.money, True),
        Column(say("column.cost"), lambda row: or_empty(speaker, speaker.label("choice.cost", row.cost))),
        Column(say("column.note"), lambda row: or_empty(speaker, speaker.text(row.note))),
    ]
    return table_of(speaker, say("caption.funding"), columns, [programme.funding[id] for id in stages])


def funding_year_table(speaker: Speaker, programme: Programme, years: Sequence[FundedYear]) -> Table:
    """Each year of the programme with what pays in it."""
    columns = [
        Column(speaker.say("heading.year"), lambda one: str(one.year)),
        Column(speaker.say("column.state"), lambda one: speaker.label("year_state", one.state)),
        Column(speaker.say("heading.paid_by"), _Cells(speaker, programme).payers),
    ]
    return table_of(speaker, speaker.say("caption.funding_years"), columns, years)


class _Cells:
    """Writes the cells that need the programme."""

    def __init__(self, speaker: Speaker, programme: Programme) -> None:
        self.speaker, self.programme = speaker, programme

    def institution(self, id: str) -> str:
        return name_of(self.speaker, self.programme, "institutions", id) if id else ""

    def period(self, text: str) -> str:
        return or_empty(self.speaker, self.speaker.period(text) if text else "")

    def tie(self, pair: Pair) -> str:
        within = self.speaker.say("partners.pair.within") if pair.within else ""
        return or_empty(self.speaker, "; ".join(filter(None, (tie_words(self.speaker, pair), within))))

    def activities(self, pair: Pair) -> str:
        titles = [name_of(self.speaker, self.programme, "activities", id) for id in pair.activities]
        return or_empty(self.speaker, "; ".join(titles))

    def meetings(self, one: Attendance) -> str:
        if not one.listed:
            return self.speaker.say("cell.empty")
        part, whole = self.speaker.number(one.attended), self.speaker.number(one.listed)
        return self.speaker.say("partners.of", part=part, whole=whole)

    def amount(self, row: Resource) -> str:
        number = "" if row.amount is None else self.speaker.number(row.amount)
        return or_empty(self.speaker, " ".join(filter(None, (number, self.speaker.text(row.unit) if number else ""))))

    def covered(self, row: Funding) -> str:
        said = [self.speaker.period(text) for text in dict.fromkeys((row.covers_from, row.covers_to)) if text]
        if len(said) > 1:
            return self.speaker.say("partners.span", first=said[0], last=said[1])
        return or_empty(self.speaker, "".join(said))

    def money(self, row: Funding) -> str:
        if row.amount is None:
            return self.speaker.say("cell.empty")
        return " ".join(filter(None, (self.speaker.number(row.amount), row.currency)))

    def payers(self, one: FundedYear) -> str:
        names = [name_of(self.speaker, self.programme, "funding", id) for id in one.entries]
        return or_empty(self.speaker, "; ".join(names))
