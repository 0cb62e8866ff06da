"""``access.toml``: who may do what, by the address that they sign in with.

    coordinators = ["anna@example.org"]   # hand in, correct, undo, freeze
    insiders = ["jan@example.org"]        # change nothing, but see what is hidden from others
    reading = "signed-in"                 # or "open": who may read
    readers = ["@example.org"]            # with "signed-in": an address or a whole domain; none: whoever can sign in
    hours = 12                            # so long a sign-in counts

The file is read whenever it is asked, so that a role taken away is gone with the next click.  A file that is not
understood permits nothing.
"""

import logging
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from azory_monitor.access.rules import Because, Role
from azory_monitor.errors import Damaged

_log = logging.getLogger(__name__)


def _address(text: str) -> str:
    """One whole address."""
    before, at, domain = _alike(text).partition("@")
    if not before or not at or not _plain(domain) or not _plain(before):
        raise ValueError("address")
    return f"{before}@{domain}"


def _address_or_domain(text: str) -> str:
    """The same, or ``@`` and a domain for everybody there."""
    domain = _alike(text)
    return domain if domain.startswith("@") and _plain(domain[1:]) else _address(text)


def _alike(text: str) -> str:
    """An address as it is compared: plain capitals do not matter, letters that only look alike do."""
    text = text.strip()
    return text.lower() if text.isascii() else text


def _plain(part: str) -> bool:
    return bool(part) and not any(one.isspace() or one in "@*,;<>" for one in part)


class Rules(BaseModel):
    """What stands in the file; what is left out is the strictest, but for reading, which is open to all."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    coordinators: list[Annotated[str, AfterValidator(_address)]] = []
    insiders: list[Annotated[str, AfterValidator(_address)]] = []
    reading: Literal["open", "signed-in"] = "open"
    readers: list[Annotated[str, AfterValidator(_address_or_domain)]] = []
    hours: Annotated[int, Field(ge=1, le=24 * 30)] = 12

    def role_of(self, email: str) -> Role:
        """The highest role that a verified address has; an empty one is a visitor who is not signed in."""
        email = _alike(email)
        if email and email in self.coordinators:
            return "coordinator"
        if email and email in self.insiders:
            return "insider"
        return "reader" if self.reading == "open" or self._may_read(email) else "stranger"

    def _may_read(self, email: str) -> bool:
        domain = "@" + email.rpartition("@")[2]
        return bool(email) and (not self.readers or email in self.readers or domain in self.readers)


class AccessList:
    """The file of one home; without it nobody writes and everybody reads."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def exists(self) -> bool:
        """Whether somebody has said who may do what."""
        return self.path.exists()

    def rules(self) -> Rules:
        """What the file says now; raises Damaged, naming the line or the key, if it is not understood."""
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            content = b""
        except OSError as fault:
            raise Damaged("error.access_unreadable", file=self.path.name, detail=fault.strerror) from fault
        found = _understood(content, self.path.name)
        if isinstance(found, Damaged):
            raise found
        return found

    @property
    def hours(self) -> int:
        """How long a sign-in counts; not at all under a faulty list."""
        try:
            return self.rules().hours
        except Damaged:
            return 0

    def role_of(self, email: str, doubt: Because = "") -> tuple[Role, Because]:
        """The role of a verified address, and why it is no higher: ``doubt`` is why an address was not given."""
        try:
            role = self.rules().role_of(email)
        except Damaged:
            return "stranger", "broken"
        return role, "" if role == "coordinator" else doubt or ("unlisted" if email else "unknown")


@lru_cache(maxsize=1)
def _understood(content: bytes, file: str) -> Rules | Damaged:
    """The rules of one text, or what is wrong with it, logged when it is first met."""
    try:
        return Rules.model_validate(tomllib.loads(content.decode("utf-8-sig")))
    except UnicodeDecodeError:
        fault = Damaged("error.access_unreadable", file=file, detail="UTF-8")
    except tomllib.TOMLDecodeError as said:
        fault = Damaged("error.access_unreadable", file=file, detail=_place(said))
    except ValidationError as said:
        keys = sorted({str(one["loc"][0]) for one in said.errors()})
        known = ", ".join(Rules.model_fields)
        fault = Damaged("error.access_not_understood", file=file, keys=", ".join(keys), known=known)
    _log.error("%s permits nothing until it is put right: %s", file, fault.values)
    return fault


def _place(fault: tomllib.TOMLDecodeError) -> str:
    """Where the text stops being TOML, without what stands there."""
    return str(fault)[str(fault).rfind("(") :].strip("()")
