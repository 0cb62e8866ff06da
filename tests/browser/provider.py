"""A real OpenID Connect provider on this machine, in a process of its own: ``python -m tests.browser.provider PORT``.

Two people have an account there: Anna and Jan.
"""

import subprocess
import sys
import time
import urllib.error
import urllib.request
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

STARTS_WITHIN = 60
PEOPLE = {
    "anna": {"email": "anna@example.org", "email_verified": True, "name": "Anna Żak"},
    "jan": {"email": "jan@example.org", "email_verified": True, "name": "Jan Kos"},
}


@contextmanager
def provider(port: int) -> Iterator[str]:
    """Start the provider, give the address of its metadata, and end it."""
    address = f"http://localhost:{port}/.well-known/openid-configuration"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.browser.provider", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_it_answers(process, address)
        yield address
    finally:
        process.kill()
        process.wait()


def _wait_until_it_answers(process: subprocess.Popen, address: str) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("The provider did not start.")


def serve(port: int) -> None:
    """Serve until ended."""
    from authlib.deprecate import AuthlibDeprecationWarning

    # The last version for Python 3.11 stands on a part of Authlib that will be given up.
    warnings.filterwarnings("ignore", message="authlib.jose module is deprecated", category=AuthlibDeprecationWarning)
    from oidc_provider_mock import User, app
    from werkzeug.serving import make_server

    people = [User(sub=name, claims=claims) for name, claims in PEOPLE.items()]
    make_server("localhost", port, app(user_claims=people), threaded=True).serve_forever()


if __name__ == "__main__":
    serve(int(sys.argv[1]))
