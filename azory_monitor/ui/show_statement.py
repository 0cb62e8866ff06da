"""The accessibility statement, in the order and with the marks that Polish public bodies must give it.

The ids are those of the technical conditions for such statements (version 2.0, 31 July 2024), by which the ministry
finds each part; they are the same in every language.
"""

import datetime
import re
from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.publisher import Publisher
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, facts, listed, together
from azory_monitor.ui.show_text import show_section

REVIEWED_WITHIN = datetime.timedelta(days=365)
"""The law asks for a review every year."""

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)

_BARRED, _HELPS, _KEYS, _DEMANDS = 4, 5, 3, 3
"""How many points the lists of the statement have."""

_DAYS = {
    "published": "a11y-data-publikacja",
    "updated": "a11y-data-aktualizacja",
    "declared": "a11y-data-sporzadzenie",
    "reviewed": "a11y-data-przeglad",
}


def show_statement(page: Page) -> None:
    """Who can use the monitor, what bars the way, and whom to turn to; what nobody has said is told as missing."""
    publisher = next(iter(page.programme.publishers.values()), None)
    if publisher is None:
        st.html(element("p", _to_fill_in(page), class_="empty"))
    st.html(_introduction(page, publisher))
    _section(page, "state", element("p", page.say("status"), id="a11y-status"))
    _section(page, "barred", _points(page, "barred", _BARRED))
    _section(page, "prepared", _prepared(page, publisher))
    _section(page, "helps", _points(page, "helps", _HELPS))
    _section(page, "keys", _points(page, "keys", _KEYS))
    _section(page, "contact", _contact(page, publisher))
    _section(page, "demands", _demands(page, publisher))
    _section(page, "more", _more(page, publisher))


def is_due(publisher: Publisher, today: datetime.date) -> bool:
    """Whether the statement has not been gone through for a year, or never was drawn up."""
    last = max(filter(None, (publisher.declared, publisher.reviewed)), default=None)
    return last is None or today - last > REVIEWED_WITHIN


def _section(page: Page, key: str, content: Markup) -> None:
    show_section(page, f"section.{key}")
    st.html(element("div", content, class_="text"))


def _to_fill_in(page: Page) -> Markup:
    way = element("a", page.say("fill_in"), href=page.link("register", table=Publisher.table))
    return together([page.say("nobody"), " ", way])


def _introduction(page: Page, publisher: Publisher | None) -> Markup:
    name = page.speaker.text(publisher.name) if publisher else page.say("unnamed")
    who = element("span", name, id="a11y-podmiot")
    duty = together([who, " ", page.say("duty")])
    where = (publisher.url if publisher else "") or page.say("missing")
    parts = [
        element("p", duty, id="a11y-wstep"),
        element("p", together([element("span", page.say("covers"), id="a11y-zakres"), " ", _at(where)])),
        _days(page, publisher, ("published", "updated")),
    ]
    return element("div", together(parts), class_="text")


def _at(address: str) -> Markup:
    """The address; a link only where it is one."""
    if address.startswith(("https://", "http://")):
        return element("a", address, href=address, id="a11y-url")
    return element("span", address, id="a11y-url")


def _prepared(page: Page, publisher: Publisher | None) -> Markup:
    late = publisher and is_due(publisher, page.view.today)
    parts = [
        _days(page, publisher, ("declared", "reviewed")),
        element("p", page.say("basis")),
        element("p", page.say("review_due"), class_="note") if late else "",
    ]
    return together(parts)


def _days(page: Page, publisher: Publisher | None, names: Iterable[str]) -> Markup:
    return facts([(page.say(name), _day(page, getattr(publisher, name, None), _DAYS[name])) for name in names])


def _day(page: Page, day: datetime.date | None, id: str) -> Markup:
    if day is None:
        return element("span", page.say("missing"), id=id)
    return element("time", page.speaker.day(day), id=id, datetime=day.isoformat())


def _contact(page: Page, publisher: Publisher | None) -> Markup:
    missing = page.say("missing")
    told = {name: getattr(publisher, name, "") or missing for name in ("email", "phone")}
    who = publisher and page.speaker.text(publisher.contact)
    address = told["email"]
    mail = {"href": f"mailto:{address}"} if _ADDRESS.fullmatch(address) else {}
    ways = facts(
        [
            (page.say("who"), element("span", who or missing, id="a11y-kontakt")),
            (page.say("email"), element("a" if mail else "span", address, id="a11y-email", **mail)),
            (page.say("phone"), element("span", told["phone"], id="a11y-telefon")),
        ]
    )
    return together([element("p", page.say("turn_to")), ways])


def _demands(page: Page, publisher: Publisher | None) -> Markup:
    complaints = (publisher and page.speaker.text(publisher.complaints)) or page.say("missing")
    parts = [
        element("p", page.say("demands.lead")),
        _points(page, "demands", _DEMANDS),
        element("p", page.say("demands.answer")),
        element("p", page.say("demands.complaint", where=complaints)),
        element("p", page.say("demands.ombudsman")),
    ]
    return element("div", together(parts), id="a11y-procedura")


def _more(page: Page, publisher: Publisher | None) -> Markup:
    """What the law asks about beside the pages: apps, the building, ways of talking."""
    missing = page.say("missing")
    building = publisher and page.speaker.text(publisher.building)
    communication = publisher and page.speaker.text(publisher.communication)
    parts = [
        element("h3", page.say("apps")),
        element("p", page.say("no_apps"), id="a11y-aplikacje"),
        element("h3", page.say("building")),
        element("p", building or missing, id="a11y-architektura"),
        element("h3", page.say("communication")),
        element("p", communication or missing, id="a11y-komunikacja"),
    ]
    return together(parts)


def _points(page: Page, name: str, n: int) -> Markup:
    return listed([page.say(f"{name}.{number}") for number in range(1, n + 1)], class_="plain")
