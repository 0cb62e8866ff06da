"""Attempts to write without the role, sent past the pages: what a person could try who knows how the monitor talks.

First a coordinator is watched: every page, with a file on the desk, an entry open and something to undo, and every
button on it.  Then others send the same, and so does the coordinator whose role is gone.
"""

import base64
import itertools
import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from tests.browser.signing_in import COORDINATOR, SECRET, Guarded
from tests.wire import REFUSED, USER, XSRF, Shown, Wire, ask, identity, pressed, xsrf

ANNA, JAN = "anna@example.org", "jan@example.org"
NOBODY = "coordinators = []\n"
FOREIGN = "another-secret-of-another-server-that-is-long"
FIGURES = (
    b"indicator,area,period,value,numerator,denominator,source,note\n"
    b"hardship-poverty,district-4,2020,,900,67000,Municipal Social Welfare Centre,\n"
)
HEADERS = (
    "X-Forwarded-User", "X-Forwarded-Email", "X-Auth-Request-Email", "X-Remote-User", "Remote-User",
    "X-Streamlit-User", "X-Authenticated-User", "X-Goog-Authenticated-User-Email", "X-Amzn-Oidc-Identity",
    "X-Ms-Client-Principal-Name",
)  # fmt: skip
CLAIMS = (
    "role=coordinator", "user=" + ANNA, "email=" + ANNA, "actor=" + ANNA, "who=" + ANNA, "is_logged_in=true",
    "admin=1", "embed=true&role=coordinator", "snapshot=&as_of=&role=coordinator", "could-write=true",
)  # fmt: skip
Attempt = tuple[str, Callable[[], object]]


@dataclass
class Place:
    """A page in a state that offers something, as the coordinator saw it."""

    page: str
    query: str
    shown: Shown
    states: list[Any] = field(default_factory=list)
    """The file that was handed in there."""


class Drill:
    """All attempts on one running monitor; ``few`` leaves out what only repeats with another page or sender."""

    def __init__(self, monitor: Guarded, few: bool = False) -> None:
        self.monitor = monitor
        self.address = monitor.address
        self.few = few
        self.anna = identity(self.address, SECRET, ANNA)
        self.jan = identity(self.address, SECRET, JAN)

    def watch(self) -> None:
        """Let the coordinator write once, so that there is something to undo, and record what every page offers."""
        with Wire(self.address, self.anna) as wire:
            first = wire.run()
            self.pages = first.pages
            self.write_a_note(wire)
            self.places = [self._place(wire, page) for page in self.pages if page]
            self.places += self._deeper(wire)

    def write_a_note(self, wire: Wire) -> None:
        """What the attempts try in vain: type a decision on the meeting's last screen and store it."""
        self.press_note(wire, wire.run("show-meeting", query=_LAST))

    def press_note(self, wire: Wire, shown: Shown) -> Shown:
        """Send the note's form, filled in."""
        button = next(id for id, (kind, form) in shown.widgets.items() if kind == "button" and form == "note")
        states = [one for one in shown.values() if shown.widgets[one.id] == ("text_input", "note")]
        return wire.run("show-meeting", query=_LAST, states=[*states, pressed(button)])

    def _place(self, wire: Wire, page: str, query: str = "lang=en") -> Place:
        return Place(page, query, wire.run(page, query=query))

    def _deeper(self, wire: Wire) -> Iterator[Place]:
        """A file on the desk, an entry with its versions, the meeting's last screen."""
        yield self._place(wire, "show-meeting", _LAST)
        decision = self.monitor.batches()[-1]
        assert decision.email == ANNA
        yield self._place(wire, "show-register", f"lang=en&table=activities&entry={self._noted()}")
        shown, states = self._with_file(wire)
        yield Place("show-upload", "lang=en", shown, states)

    def _with_file(self, wire: Wire) -> tuple[Shown, list[Any]]:
        """The coordinator's page of data with a file on the desk, and the state that holds it."""
        upload = wire.run("show-upload")
        uploader = next(id for id, (kind, _) in upload.widgets.items() if kind == "file_uploader")
        states = [wire.hand_in(uploader, "figures.csv", FIGURES, self.anna)]
        return wire.run("show-upload", states=states), states

    def _noted(self) -> str:
        from azory_monitor.ledger import Ledger

        ledger = Ledger(self.monitor.home.ledger)
        (rows,) = ledger.lines()[-1].entry.rows.values()
        return ledger.get(rows).decode().splitlines()[1].split(",")[1].strip('"')

    def attempts(self) -> Iterator[Attempt]:
        """Every attempt with what it is; none of them may write."""
        senders = self.senders()
        for who, told in list(senders.items())[1 if self.few else 0 : 2]:
            yield from self.by_address_and_hash(who, told)
            yield from self.by_query(who, told)
            yield from self.by_replay(who, told, self.places)
            yield from self.by_other_messages(who, told)
        for who, told in list(senders.items())[2:]:
            yield from self.by_replay(who, told, self.places[-3:])
        yield from self.by_upload(senders)
        yield from self.by_taken_session(senders)
        yield from self.by_lost_role()

    def senders(self) -> dict[str, dict[str, Any]]:
        """Everybody who is no coordinator, by what they send: the first two send nothing forged."""
        old = {"iat": time.time() - 13 * 3600}
        payload, _, signature = self.jan.partition(".")
        forged = _token({"email": ANNA, "is_logged_in": True, "origin": self.address, "iat": time.time()})
        cookies = {
            "a reader": self.jan,
            "an expired sign-in": identity(self.address, SECRET, ANNA, **old),
            "an unconfirmed address": identity(self.address, SECRET, ANNA, email_verified=False),
            "a sign-in elsewhere": identity("http://elsewhere.example.org", SECRET, ANNA),
            "a sign-out": identity(self.address, SECRET, ANNA, is_logged_in=False),
            "a claimed role": identity(self.address, SECRET, JAN, role="coordinator", roles=["coordinator"]),
            "an address that only looks alike": identity(self.address, SECRET, "\u0430nna@example.org"),
            "another server's secret": identity(self.address, FOREIGN, ANNA),
            "no secret": identity(self.address, "", ANNA),
            "another cookie's signature": create_signed_value(SECRET, f"{USER}_tokens", forged).decode(),
            "no signature": forged,
            "the reader's signature": f"{forged}.{signature}",
            "a broken cookie": payload,
            "rubbish": "a" * 3000,
        }
        told: dict[str, dict[str, Any]] = {"nobody": {}} | {who: {"cookie": one} for who, one in cookies.items()}
        headers = {name: ANNA for name in HEADERS} | {"Authorization": f"Bearer {self.anna}"}
        if self.few:
            headers = dict(itertools.islice(headers.items(), 2))
        return told | {f"the header {name}": {"headers": {name: value}} for name, value in headers.items()}

    def by_address_and_hash(self, who: str, told: Mapping[str, Any]) -> Iterator[Attempt]:
        """Open every page by its address and by its hash, also past the start page, and fill in what is there."""
        for page, hash in list(self.pages.items())[-6 if self.few else 0 :]:
            yield f"{who} opens {page} by address", lambda page=page: self._fill(told, page=page)
            yield f"{who} opens {page} by hash", lambda hash=hash: self._fill(told, hash=hash)

    def _fill(self, told: Mapping[str, Any], **asked: str) -> None:
        with Wire(self.address, **told) as wire:
            shown = wire.run(**asked)
            assert "file_uploader" not in {kind for kind, _ in shown.widgets.values()}
            forms = [id for id, (kind, form) in shown.widgets.items() if kind == "button" and form]
            for id in forms:
                wire.run(**asked, states=[*shown.values(), pressed(id)])

    def by_query(self, who: str, told: Mapping[str, Any]) -> Iterator[Attempt]:
        """Claim a role in the address of a page that writes."""
        for claim in CLAIMS:
            yield f"{who} asks with {claim}", lambda claim=claim: self._fill(told, page="show-upload", query=claim)

    def by_replay(self, who: str, told: Mapping[str, Any], places: list[Place]) -> Iterator[Attempt]:
        """Send what the coordinator sends, button by button."""
        for place in places[-3:] if self.few else places:
            buttons = place.shown.triggers()
            for id in [one for one in buttons if place.shown.widgets[one][1]] if self.few else buttons:
                yield (
                    f"{who} presses {id[-40:]} of {place.page}",
                    lambda place=place, id=id: self._replay(told, place, id),
                )

    def _replay(self, told: Mapping[str, Any], place: Place, id: str) -> None:
        with Wire(self.address, **told) as wire:
            wire.run(place.page, query=place.query)
            wire.run(place.page, query=place.query, states=[*place.states, *place.shown.values(), pressed(id)])

    def by_other_messages(self, who: str, told: Mapping[str, Any]) -> Iterator[Attempt]:
        """Every other kind of message there is, empty and switched on."""
        for one in BackMsg.DESCRIPTOR.fields:
            if one.name not in ("rerun_script", "stop_script"):
                yield f"{who} sends {one.name}", lambda one=one: self._send(told, one)

    def _send(self, told: Mapping[str, Any], one: Any) -> None:
        message = BackMsg()
        if one.message_type:
            getattr(message, one.name).SetInParent()
        else:
            setattr(message, one.name, True if one.type == one.TYPE_BOOL else "x")
        with Wire(self.address, **told) as wire:
            wire.run("show-upload")
            wire.send(message)
            wire.run("show-upload")

    def by_upload(self, senders: Mapping[str, dict[str, Any]]) -> Iterator[Attempt]:
        """Hand a file to the server beside the pages."""
        with Wire(self.address, self.anna) as wire:
            session = wire.run("show-upload").session
            for who, told in senders.items():
                for method in ("PUT",) if who not in ("nobody", "a reader") else ("PUT", "POST", "DELETE", "PATCH"):
                    yield (
                        f"{who} uploads by {method}",
                        lambda told=told, method=method: self.put(told, session, method),
                    )

    def put(self, told: Mapping[str, Any], session: str, method: str) -> None:
        """Hand a file in for a session, and be refused."""
        token = xsrf(self.address)
        cookies = f"{XSRF}={token}" + (f"; {USER}={told['cookie']}" if "cookie" in told else "")
        headers = {"Cookie": cookies, "X-Xsrftoken": token} | dict(told.get("headers", {}))
        status, answered = ask(self.address, method, f"/_stcore/upload_file/{session}/forged", headers, FIGURES)
        assert status == 403, status
        assert "content-security-policy" in answered

    def by_taken_session(self, senders: Mapping[str, dict[str, Any]]) -> Iterator[Attempt]:
        """Go on with the coordinator's open session by its number, which stands in addresses."""
        for who in ("nobody", "a reader", "another server's secret", "the reader's signature"):
            for place in self.places[-3:]:
                yield (
                    f"{who} takes over {place.page}",
                    lambda who=who, place=place: self._take_over(senders[who], place),
                )

    def _take_over(self, told: Mapping[str, Any], place: Place) -> None:
        with Wire(self.address, self.anna) as open_page:
            mine = open_page.run(place.page, query=place.query, states=place.states)
            with Wire(self.address, session=mine.session, **told) as wire:
                theirs = wire.run(place.page, query=place.query)
                assert theirs.session != mine.session
                for id in (one for one in mine.triggers() if mine.widgets[one][1]):
                    states = [*place.states, *mine.values(), pressed(id)]
                    wire.run(place.page, query=place.query, states=states)

    def by_lost_role(self) -> Iterator[Attempt]:
        """The coordinator's own open page, after the role was taken away."""
        for place in self.places[-3:] if self.few else self.places:
            buttons = place.shown.triggers()
            for id in [one for one in buttons if place.shown.widgets[one][1]] if self.few else buttons:
                yield f"without the role {id[-40:]} of {place.page}", lambda place=place, id=id: self._lose(place, id)

    def _lose(self, place: Place, id: str) -> None:
        try:
            with Wire(self.address, self.anna) as wire:
                if place.states:
                    shown, states = self._with_file(wire)
                else:
                    shown, states = wire.run(place.page, query=place.query), []
                button = id if id in shown.widgets else _alike(id, shown)
                self.monitor.lists(NOBODY)
                wire.run(place.page, query=place.query, states=[*states, *shown.values(), pressed(button)])
        finally:
            self.monitor.lists(COORDINATOR)


def _alike(id: str, shown: Shown) -> str:
    """The button with the same name, where its number depends on the file at hand."""
    return next(one for one in shown.triggers() if one.rpartition("-")[2] == id.rpartition("-")[2])


def tried(attempt: Callable[[], object]) -> None:
    """Make one attempt; that the server refuses the connection is an answer too."""
    try:
        attempt()
    except REFUSED:
        return


def _token(claims: Mapping[str, object]) -> str:
    return base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")


_LAST = "lang=en&screen=99"
