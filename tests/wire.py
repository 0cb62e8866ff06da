"""The monitor's other end of the wire: a visitor without a browser, who may send whatever they like."""

import http.client
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlparse

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

USER, XSRF = "_streamlit_user", "_streamlit_xsrf"
ANSWERS_WITHIN = 60
TEXT = "typed by somebody"
_VALUES: dict[str, dict[str, Any]] = {
    "text_input": {"string_value": TEXT},
    "text_area": {"string_value": TEXT},
    "checkbox": {"bool_value": True},
}
TRIGGERS = ("button", "download_button")


def identity(address: str, secret: str, email: str, **more: object) -> str:
    """The value of an identity cookie as the monitor signs it after a sign-in."""
    claims = {"email": email, "name": email.partition("@")[0].title(), "iat": time.time(), "provider": "default"}
    told = claims | {"is_logged_in": True, "origin": address} | more
    return create_signed_value(secret, USER, json.dumps(told)).decode()


def ask(address: str, method: str, path: str, headers: Mapping[str, str] = {}, body: bytes = b"") -> tuple[int, dict]:
    """One plain request: status and headers of the answer."""
    connection = http.client.HTTPConnection(urlparse(address).netloc, timeout=ANSWERS_WITHIN)
    try:
        connection.request(method, path, body or None, dict(headers))
        answer = connection.getresponse()
        answer.read()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}
    except (BrokenPipeError, ConnectionResetError):
        return 0, {}
    finally:
        connection.close()


def xsrf(address: str) -> str:
    """The token against forged requests that everybody gets."""
    _, headers = ask(address, "GET", "/_stcore/health")
    return headers["set-cookie"].partition(";")[0].partition("=")[2]


@dataclass
class Shown:
    """What one run of a page sent."""

    session: str = ""
    page: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    """The hash of every page by the last part of its address."""
    widgets: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Kind and form of every widget by its id."""
    text: str = ""

    def values(self) -> list[WidgetState]:
        """The states of all widgets that hold a value, each filled in."""
        return [WidgetState(id=id, **_VALUES[kind]) for id, (kind, _) in self.widgets.items() if kind in _VALUES]

    def triggers(self) -> list[str]:
        """The ids of all buttons, those of forms as well, but for the one that ends the sender."""
        return [id for id, (kind, _) in self.widgets.items() if kind in TRIGGERS and not id.endswith("sign-out")]


class Wire:
    """One connection; a context manager."""

    def __init__(self, address: str, cookie: str = "", session: str = "", headers: Mapping[str, str] = {}) -> None:
        self._address, self._session = address, session
        token = xsrf(address)
        told = {"Cookie": "; ".join(filter(None, (f"{XSRF}={token}", cookie and f"{USER}={cookie}")))} | dict(headers)
        self._opening = connect(
            address.replace("http", "ws", 1) + "/_stcore/stream",
            origin=address,
            subprotocols=["streamlit", token, *([session] if session else [])],
            additional_headers=told,
            max_size=None,
            open_timeout=ANSWERS_WITHIN,
        )

    def __enter__(self) -> "Wire":
        self._socket = self._opening.__enter__()
        self.headers = {name.lower(): value for name, value in self._socket.response.headers.raw_items()}
        return self

    def __exit__(self, *fault: Any) -> None:
        self._opening.__exit__(*fault)

    def send(self, message: BackMsg) -> None:
        """Send anything."""
        self._socket.send(message.SerializeToString())

    def run(self, page: str = "", hash: str = "", query: str = "lang=en", states: Iterable[WidgetState] = ()) -> Shown:
        """Ask for a page by the last part of its address or by its hash, with these states; what it showed."""
        message = BackMsg()
        asked = message.rerun_script
        asked.page_name, asked.page_script_hash, asked.query_string = page, hash, query
        asked.widget_states.widgets.extend(states)
        self.send(message)
        return self._shown()

    def hand_in(self, uploader: str, name: str, content: bytes, cookie: str) -> WidgetState:
        """Upload a file as a page does; the state of the uploader that then holds it."""
        message = BackMsg()
        message.file_urls_request.request_id = "one"
        message.file_urls_request.file_names.append(name)
        message.file_urls_request.session_id = self._session
        self.send(message)
        urls = self._until("file_urls_response").file_urls_response.file_urls[0]
        token = xsrf(self._address)
        told = {"Cookie": f"{XSRF}={token}; {USER}={cookie}", "X-Xsrftoken": token}
        told["Content-Type"] = "multipart/form-data; boundary=part"
        head = f'--part\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        status, _ = ask(self._address, "PUT", urls.upload_url, told, head.encode() + content + b"\r\n--part--\r\n")
        assert status == http.client.NO_CONTENT, status
        state = WidgetState(id=uploader)
        held = state.file_uploader_state_value.uploaded_file_info.add()
        held.file_id, held.name, held.size = urls.file_id, name, len(content)
        held.file_urls.CopyFrom(urls)
        return state

    def _until(self, kind: str) -> ForwardMsg:
        while True:
            message = ForwardMsg()
            message.ParseFromString(self._socket.recv(timeout=ANSWERS_WITHIN))
            if message.WhichOneof("type") == kind:
                return message

    def _shown(self) -> Shown:
        shown = Shown()
        until = time.monotonic() + ANSWERS_WITHIN
        while time.monotonic() < until:
            message = ForwardMsg()
            message.ParseFromString(self._socket.recv(timeout=ANSWERS_WITHIN))
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self._session = message.new_session.initialize.session_id
                shown = Shown(message.new_session.initialize.session_id, message.new_session.page_script_hash)
            elif kind == "navigation":
                shown.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
            elif kind == "delta":
                _take(shown, message.delta)
            elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return shown
        raise TimeoutError("The page did not come to an end.")


def _take(shown: Shown, delta: Any) -> None:
    element = delta.new_element
    kind = element.WhichOneof("type")
    if kind is None:
        return
    told = getattr(element, kind)
    if kind == "html":
        shown.text += told.body
    if getattr(told, "id", ""):
        shown.widgets[told.id] = (kind, getattr(told, "form_id", ""))


def pressed(id: str) -> WidgetState:
    """The state of a button that was just pressed."""
    return WidgetState(id=id, trigger_value=True)


REFUSED = (ConnectionClosed, InvalidStatus)
