"""A monitor that people sign in to, beside its provider; and the person who does."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from azory_monitor.home import Home
from azory_monitor.ledger import Ledger
from azory_monitor.model.batch import Batch
from tests.browser.provider import provider
from tests.browser.served import free_port, served

SECRET = "Kq7vT2mXz9LpR4sWb8NcYd3HfJg6AeUo1iVt5kBx"
COORDINATOR = 'coordinators = ["anna@example.org"]\n'
SECRETS = """\
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{secret}"
client_id = "monitor"
client_secret = "mock-client"
server_metadata_url = "{metadata}"
"""


class Guarded(NamedTuple):
    """A running monitor that people sign in to."""

    address: str
    home: Home
    log: Path

    def lists(self, text: str) -> None:
        """Write who may do what."""
        self.home.access.write_text(text, encoding="utf-8")

    def batches(self) -> list[Batch]:
        """What has come in, as the ledger has it."""
        return [line.entry.batch for line in Ledger(self.home.ledger).lines()]


@contextmanager
def guarded(
    folder: Path, metadata: str = "http://localhost:9/", listed: str = COORDINATOR, filled: Path | None = None
) -> Iterator[Guarded]:
    """Start it on a fresh home or a copy of one; without ``metadata`` nobody can go to the provider."""
    home = Home(folder / "home")
    if filled:
        shutil.copytree(filled, home.path)
    else:
        home.path.mkdir()
    home.access.write_text(listed, encoding="utf-8")
    secrets = folder / "secrets.toml"
    secrets.write_text(SECRETS.format(secret=SECRET, metadata=metadata), encoding="utf-8")
    log = folder / "log.txt"
    with served(home.path, log, options=["--secrets.files", str(secrets)]) as address:
        yield Guarded(address, home, log)


@contextmanager
def with_provider(folder: Path, filled: Path) -> Iterator[Guarded]:
    """The same beside a provider that answers."""
    with provider(free_port()) as metadata, guarded(folder, metadata, filled=filled) as monitor:
        yield monitor
