"""Tables of what was put together, whose cells lead to the figures and entries behind them; for the screen alone."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from azory_monitor.model.partnership import Cooperation, FundingState, Participation, ResourceMap
from azory_monitor.model.presented import Table
from azory_monitor.model.situation import IndexEntry, IndexResult, Peers
from azory_monitor.model.trace import Subject
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import in_a_row
from azory_monitor.ui.where_from import figure, leading, where_from
from azory_monitor.words.names import indicator_name, name_of


def entries(page: Page, table: str, ids: Iterable[str]) -> Markup:
    """The names of some entries, each leading to where it comes from."""
    links = [
        where_from(page, Subject(table=table, key=id), name_of(page.speaker, page.programme, table, id)) for id in ids
    ]
    return in_a_row(links)


def cooperation_led(page: Page, table: Table, found: Cooperation) -> Table:
    """Each pair with what it did together."""
    return _replaced(
        page, table, "heading.activities", [entries(page, "activities", one.activities) for one in found.pairs]
    )


def attendance_led(page: Page, table: Table, found: Participation) -> Table:
    """Each institution with what it took part in, and the meetings that it was awaited at."""
    seen = [one for one in found.entries if one.took_part or one.listed]
    return _besides(page, table, "heading.activities", [entries(page, "activities", one.entries) for one in seen])


def funding_led(page: Page, table: Table, found: FundingState) -> Table:
    """Each entry that pays, or is to."""
    ids = [id for one in found.staged for id in one.entries]
    return leading(page, table, table.columns[0], [Subject(table="funding", key=id) for id in ids])


def resources_led(page: Page, table: Table, found: ResourceMap) -> Table:
    """Each resource, in the order of the table."""
    ids = [id for state in ("needed", "lost", "shared", "available") for id in found.of(state)]
    return leading(page, table, table.columns[0], [Subject(table="resources", key=id) for id in ids])


def years_led(page: Page, table: Table, found: FundingState) -> Table:
    """Each year with what pays for it."""
    return _replaced(page, table, "heading.paid_by", [entries(page, "funding", one.entries) for one in found.years])


def parts_led(page: Page, table: Table, result: IndexResult) -> Table:
    """Each part of an index with the figure of the area and, where it is set against one, of the reference."""
    own = result.own
    if own is None:
        return table
    nothing = [None] * (len(table.rows) - len(own.terms))
    places = {2: result.area} | ({3: result.reference} if result.method == "ratio" else {})
    for place, area in places.items():
        subjects = [*(figure(one.indicator, area, one.period) for one in own.terms), *nothing]
        table = leading(page, table, table.columns[place], subjects)
    return table


def index_led(page: Page, table: Table, result: IndexResult) -> Table:
    """Each area with the figures that its index was made of."""
    return _besides(page, table, "heading.figures", [_terms(page, one) for one in result.entries])


def _terms(page: Page, one: IndexEntry) -> Markup:
    speaker, known = page.speaker, page.programme.indicators
    links = [
        where_from(
            page,
            figure(term.indicator, one.area, term.period),
            speaker.bare(term.value, known[term.indicator]),
            indicator_name(speaker, page.programme, term.indicator),
        )
        for term in one.terms
    ]
    return in_a_row(links)


def peers_led(page: Page, table: Table, result: Peers) -> Table:
    """Each area's value of each variable; the area that peers are sought for stands first."""
    for place, one in enumerate(result.variables, start=2):
        if len(table.rows) != len(result.entries) + 1:
            return table
        has = [True, *(any(part.indicator == one.indicator for part in peer.parts) for peer in result.entries)]
        areas = [result.area, *(peer.area for peer in result.entries)]
        subjects = [
            figure(one.indicator, area, one.period) if there else None for area, there in zip(areas, has, strict=True)
        ]
        table = leading(page, table, table.columns[place], subjects)
    return table


def _replaced(page: Page, table: Table, heading: str, cells: Sequence[Markup]) -> Table:
    """The table with other cells under a heading; an empty one stays as it is."""
    name = page.speaker.say(heading)
    if name not in table.columns or len(cells) != len(table.rows):
        return table
    at = table.columns.index(name)
    rows = [(*row[:at], cell or row[at], *row[at + 1 :]) for row, cell in zip(table.rows, cells, strict=True)]
    return replace(table, rows=tuple(rows))


def _besides(page: Page, table: Table, heading: str, cells: Sequence[Markup]) -> Table:
    """The table with a column more."""
    if len(cells) != len(table.rows):
        return table
    numeric = (*(table.numeric or (False,) * len(table.columns)), False)
    rows = tuple((*row, cell) for row, cell in zip(table.rows, cells, strict=True))
    return replace(table, columns=(*table.columns, page.speaker.say(heading)), rows=rows, numeric=numeric, raw=())
