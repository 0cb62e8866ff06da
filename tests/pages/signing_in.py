"""Signing in, set up for a test in this process: the secrets of a monitor on this machine, and people."""

import time
from contextlib import contextmanager
from pathlib import Path

from streamlit import config
from streamlit.runtime.secrets import secrets_singleton
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import FILES, ROOT, SLOW

SECRET = "Kq7vT2mXz9LpR4sWb8NcYd3HfJg6AeUo1iVt5kBx"
SOUND = {
    "redirect_uri": "http://127.0.0.1:8501/oauth2callback",
    "cookie_secret": SECRET,
    "client_id": "monitor",
    "client_secret": "mock-client",
    "server_metadata_url": "http://localhost:9400/.well-known/openid-configuration",
}
ANNA, JAN = "anna@example.org", "jan@example.org"
COORDINATOR = f'coordinators = ["{ANNA}"]\n'


def toml(auth: dict[str, str]) -> str:
    """The secrets of a monitor."""
    return "[auth]\n" + "".join(f'{key} = "{value}"\n' for key, value in auth.items())


@contextmanager
def secrets_of(path: Path, text: str):
    """Streamlit reads its secrets from a file with this text, for a while."""
    path.write_text(text, encoding="utf-8")
    before = config.get_option("secrets.files")
    try:
        config.set_option("secrets.files", [str(path)])
        secrets_singleton._reset()
        yield path
    finally:
        config.set_option("secrets.files", before)
        secrets_singleton._reset()


def person(email: str, **more: object) -> dict[str, object]:
    """What the provider told of somebody a moment ago."""
    return {"is_logged_in": True, "email": email, "name": email[:4].title(), "iat": time.time()} | more


def visit_as(user: dict[str, object], page: str = "overview", **query: str) -> AppTest:
    """Open a page as somebody."""
    app = AppTest.from_file(ROOT / "app.py", default_timeout=SLOW)
    app.user = user
    for _ in range(2):
        for key, value in ({"lang": "en"} | query).items():
            app.query_params[key] = value
        app.run()
        app.switch_page(str(FILES[page]))
    return app
