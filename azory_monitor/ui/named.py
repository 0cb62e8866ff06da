"""How the rows of the programme are called on the screen, and where they come from."""

from markupsafe import Markup

from azory_monitor.model.programme import Action
from azory_monitor.model.row import columns
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element
from azory_monitor.words import names
from azory_monitor.words.tables import cell_in_words


def indicator_name(page: Page, indicator: str) -> str:
    """Code and full name of an indicator: "1.a Residents taking part in events"."""
    return names.coded_name(page.speaker, page.programme, indicator)


def indicator_short(page: Page, indicator: str) -> str:
    """The short name of an indicator, as charts have it."""
    return names.indicator_name(page.speaker, page.programme, indicator)


def indicator_link(page: Page, indicator: str) -> Markup:
    """The indicator's name, leading to its page."""
    to = page.link("indicator", indicator=indicator)
    return element("a", indicator_name(page, indicator), href=to, target="_self")


def action_name(page: Page, action: Action) -> str:
    """Code and name of an action."""
    return " ".join(filter(None, (action.code, page.speaker.text(action.name))))


def institution_name(page: Page, institution: str) -> str:
    """The name of an institution by id, empty for none."""
    return names.name_of(page.speaker, page.programme, "institutions", institution) if institution else ""


def area_name(page: Page, area: str) -> str:
    """The name of an area by id."""
    return names.area_name(page.speaker, page.programme, area)


def source_name(page: Page, source: str) -> str:
    """The title of a source by id, or the source as the file gave it; empty for none."""
    return names.source_name(page.speaker, page.programme, source) if source else ""


def origin(page: Page, source: str, locator: str) -> str:
    """Where a figure or a sentence comes from: title and place."""
    place = page.speaker.say("show.locator", locator=page.speaker.locator(locator)) if locator else ""
    return ", ".join(filter(None, (source_name(page, source), place)))


def full_name(page: Page, table: str, id: str) -> str:
    """A row of any table with its code and short name, so that it is found by each of them."""
    row = getattr(page.programme, table, {}).get(id)
    if row is None:
        return id
    name = names.row_name(page.speaker, row)
    whole = page.speaker.text(getattr(row, "name", {})) or name
    called = whole if whole == name or whole.startswith(name) else f"{whole} ({name})"
    return " ".join(filter(None, (getattr(row, "code", ""), called))) or id


def called(page: Page, table: str, key: str) -> str:
    """An entry of any table as a list of entries calls it: its name, before it its date; without a name its key."""
    row = getattr(page.programme, table)[key]
    if "id" in row.key:
        dated = page.speaker.period(getattr(row, "date", ""))
        return " · ".join(filter(None, (dated, full_name(page, table, key))))
    told = {column.name: column for column in columns(type(row))}
    cells = [
        cell_in_words(page.speaker, page.programme, table, name, row.cells().get(name))
        for name in told
        if name in row.key
    ]
    return " · ".join(filter(None, cells))


def entry_name(page: Page, key: str) -> str:
    """A row by its key: a measurement by indicator, area and period in words, any other as it is called in the file."""
    indicator, area, period = (*key.split(" "), "", "")[:3]
    if indicator not in page.programme.indicators or area not in page.programme.areas:
        return key
    named = [
        names.indicator_name(page.speaker, page.programme, indicator),
        page.speaker.text(page.programme.areas[area].name),
    ]
    return ", ".join([*named, page.speaker.period(period)])
