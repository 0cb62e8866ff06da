"""A visitor without a browser: speaks to a running monitor as Streamlit's own page does, and keeps what it was sent."""

import asyncio
import http.client
import re
import secrets
import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 120
"""Seconds after which an answer is not waited for any more."""
_FOOT = re.compile(r'class="foot"[^0-9]*?(?:batch|partii|partia|Partia)\D{0,3}([\d\u00a0]+)')
_ERROR = 'class="told error"'
_TAGS = re.compile(r"<[^>]+>")


@dataclass
class Run:
    """What one run of a page sent."""

    seconds: float = 0.0
    begun: float = 0.0
    """When it was asked for, ``time.monotonic``."""
    elements: dict[tuple[int, ...], Element] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    """The address of every page, and its hash."""
    status: int | None = None
    octets: int = 0

    @property
    def html(self) -> str:
        """All of our own markup, in the page's order."""
        return "\n".join(self._pieces)

    @property
    def _pieces(self) -> list[str]:
        return [one.html.body for _, one in sorted(self.elements.items()) if one.WhichOneof("type") == "html"]

    @property
    def batch(self) -> int | None:
        """The batch whose state the foot says the page shows."""
        found = _FOOT.search(self.html)
        return int(found[1].replace("\u00a0", "")) if found else None

    @property
    def faults(self) -> list[str]:
        """Every fault that the page shows: a refusal, a fault told in words, an exception, a broken run."""
        exceptions = [one.exception.message for one in self.elements.values() if one.WhichOneof("type") == "exception"]
        told = [_TAGS.sub(" ", one) for one in self._pieces if _ERROR in one]
        ended = [] if self.status in (0, 2, 3) else [f"the run ended with {self.status}"]
        return [*exceptions, *(" ".join(text.split()) for text in told), *ended]

    @property
    def ids(self) -> set[str]:
        """Of everything on the page that has one."""
        return {getattr(getattr(one, _kind(one)), "id", "") for one in self.elements.values() if _kind(one)}

    def widget(self, kind: str, key: str) -> Any:
        """The widget whose key begins so; KeyError where the page has none."""
        for element in self.elements.values():
            if element.WhichOneof("type") == kind and re.search(f"-{re.escape(key)}", getattr(element, kind).id):
                return getattr(element, kind)
        raise KeyError(f"no {kind} {key} among {sorted(set(map(_kind, self.elements.values())))}")


def _kind(element: Element) -> str:
    return element.WhichOneof("type") or ""


class Visitor:
    """One open window: ``async with Visitor(address) as visitor``."""

    def __init__(self, address: str, source: str = "127.0.0.1", query: str = "lang=en") -> None:
        """``source`` is the address of this machine that it comes from: any of 127.0.0.0/8 on Linux."""
        parts = urlsplit(address)
        self.host, self.port = parts.hostname or "", parts.port or 80
        self.source, self.query = source, query
        self.states: dict[str, WidgetState] = {}
        self.pages: dict[str, str] = {}
        self.session = ""
        self.page = ""
        self._socket: ClientConnection

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def open(self) -> None:
        """Shake hands, as a browser's window does."""
        self._socket = await connect(
            f"ws://{self.host}:{self.port}/_stcore/stream",
            subprotocols=["streamlit"],
            origin=f"http://{self.host}:{self.port}",
            local_addr=(self.source, 0),
            compression=None,
            max_size=None,
            open_timeout=PATIENCE,
            close_timeout=5,
            ping_interval=None,
        )

    async def close(self) -> None:
        """Shut the window."""
        await self._socket.close()

    async def send(self, message: BackMsg | bytes) -> None:
        """One frame, as it is."""
        await self._socket.send(message if isinstance(message, bytes) else message.SerializeToString())

    async def say(self, text: str) -> None:
        """One frame of text, which Streamlit does not expect."""
        await self._socket.send(text)

    async def drain(self) -> None:
        """Throw away everything that comes, until the window is shut."""
        async for _ in self._socket:
            pass

    async def show(self, page: str = "", query: str | None = None, states: Iterable[WidgetState] = ()) -> Run:
        """Run a page by the end of its address, with widgets as they were left and as ``states`` change them."""
        if page != self.page:
            self.states = {}
        self.page = page
        self.query = self.query if query is None else query
        begun = time.monotonic()
        await self.send(self.rerun(states))
        # A trigger is pressed once.
        self.states |= {one.id: one for one in states if one.WhichOneof("value") != "trigger_value"}
        return await self.answer(begun)

    def rerun(self, states: Iterable[WidgetState] = ()) -> BackMsg:
        """What a browser sends when something was pressed."""
        message = BackMsg()
        client = message.rerun_script
        client.query_string = self.query
        client.page_name = self.page
        client.page_script_hash = self.pages.get(self.page, "")
        client.context_info.url = f"http://{self.host}:{self.port}/{self.page}"
        client.context_info.timezone = "Europe/Warsaw"
        client.context_info.locale = "en-GB"
        client.widget_states.widgets.extend((self.states | {one.id: one for one in states}).values())
        return message

    async def answer(self, begun: float | None = None) -> Run:
        """Everything sent up to the end of the run."""
        run = Run(begun=time.monotonic() if begun is None else begun)
        async with asyncio.timeout(PATIENCE):
            while not self._take(run, await self._next(run)):
                pass
        run.seconds = time.monotonic() - run.begun
        self.pages |= run.pages
        # A browser forgets what is no longer on the page.
        self.states = {id: state for id, state in self.states.items() if id in run.ids}
        return run

    async def _next(self, run: Run) -> ForwardMsg:
        content = await self._socket.recv(decode=False)
        run.octets += len(content)
        message = ForwardMsg()
        message.ParseFromString(content)
        return message

    def _take(self, run: Run, message: ForwardMsg) -> bool:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            # A page that reruns itself begins again.
            run.elements.clear()
            self.session = message.new_session.initialize.session_id or self.session
        elif kind == "navigation":
            run.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            run.elements[tuple(message.metadata.delta_path)] = message.delta.new_element
        elif kind == "script_finished":
            run.status = message.script_finished
            return message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        return False

    async def hand_in(self, uploader: Any, name: str, content: bytes) -> WidgetState:
        """Send a file to the upload door of a page; returns the uploader's state with it.

        Raises PermissionError with the answer's status where the door is shut.
        """
        message = BackMsg()
        message.file_urls_request.request_id = str(uuid.uuid4())
        message.file_urls_request.session_id = self.session
        message.file_urls_request.file_names.append(name)
        await self.send(message)
        scrap = Run()
        async with asyncio.timeout(PATIENCE):
            while (told := await self._next(scrap)).WhichOneof("type") != "file_urls_response":
                pass
        urls = told.file_urls_response.file_urls[0]
        status = await asyncio.to_thread(self.put, urls.upload_url, name, content)
        if status != http.client.NO_CONTENT:
            raise PermissionError(status)
        state = WidgetState(id=uploader.id)
        info = state.file_uploader_state_value.uploaded_file_info.add()
        info.name, info.size, info.file_id = name, len(content), urls.file_id
        info.file_urls.CopyFrom(urls)
        return state

    def put(self, path: str, name: str, content: bytes) -> int:
        """One upload request; the status of its answer, 0 where the connection broke."""
        edge = secrets.token_hex(16)
        head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        body = f"{head}Content-Type: text/csv\r\n\r\n".encode() + content + f"\r\n--{edge}--\r\n".encode()
        connection = http.client.HTTPConnection(self.host, self.port, PATIENCE, source_address=(self.source, 0))
        try:
            connection.request("GET", "/_stcore/health")
            page = connection.getresponse()
            page.read()
            cookie = next((one for one in page.headers.get_all("set-cookie") or () if "_xsrf" in one), "").split(";")[0]
            said = {"X-Xsrftoken": cookie.partition("=")[2].strip('"'), "Cookie": cookie}
            said["Content-Type"] = f"multipart/form-data; boundary={edge}"
            connection.request("PUT", urlsplit(path).path, body, said)
            return connection.getresponse().status
        except OSError:
            return 0
        finally:
            connection.close()


def typed(widget: Any, text: str) -> WidgetState:
    """A text field with a text in it."""
    return WidgetState(id=widget.id, string_value=text)


def pressed(widget: Any) -> WidgetState:
    """A button, pressed."""
    return WidgetState(id=widget.id, trigger_value=True)
