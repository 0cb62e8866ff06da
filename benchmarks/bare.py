"""What speed is set against: an empty script, Streamlit with one button, the same charts on a page without a server."""

import contextlib
import functools
import http.client
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import plotly

from tests.browser.served import HOST, ROOT, free_port

EMPTY = "pass"
ONE_BUTTON = """import streamlit as st
st.title("One button")
st.session_state["n"] = st.session_state.get("n", 0) + bool(st.button("Press"))
st.markdown(f"Pressed {st.session_state['n']} times")
"""
STILL = """<!DOCTYPE html><meta charset="utf-8"><title>Charts</title><script src="plotly.min.js"></script>
<h1>Charts</h1><button>Press</button><div id="charts"></div>
<script>
const figures = %s, config = {displayModeBar: false, responsive: true};
const places = figures.map(() => document.getElementById("charts").appendChild(document.createElement("div")));
let turn = 0;
const draw = () => places.forEach((place, n) => {
    const one = structuredClone(figures[n]);
    one.layout.title = {text: String(turn)};
    Plotly.react(place, one.data, one.layout, config);
});
document.querySelector("button").addEventListener("click", () => { turn += 1; draw(); });
draw();
</script>"""
"""Every press draws every figure anew, with something that has changed."""
PATIENCE = 120
LOOKED_EVERY = 0.02


@dataclass(frozen=True)
class Running:
    """A server that was started."""

    address: str
    process: subprocess.Popen
    started: float
    """``time.perf_counter`` when its process began."""
    healthy: float
    """Seconds until it said that it was."""

    def megabytes(self) -> float:
        """Of memory that its process has now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    def processor(self) -> float:
        """Seconds of the processor that it has used."""
        ticks = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def the_monitor(folder: Path, app: str = "app.py") -> Iterator[Running]:
    """The monitor on the home in a folder, as ``make run`` starts it."""
    with _started([app], ROOT, {"AZORY_HOME": str(folder / "home")}) as running:
        yield running


@contextmanager
def one_button(folder: Path, options: Sequence[str] = ()) -> Iterator[Running]:
    """Streamlit as it comes, with one button."""
    place = folder / "one-button"
    place.mkdir(exist_ok=True)
    (place / "one_button.py").write_text(ONE_BUTTON)
    with _started(["one_button.py", *options], place, {}) as running:
        yield running


@contextmanager
def _started(what: list[str], place: Path, more: dict[str, str]) -> Iterator[Running]:
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", *what, "--server.address", HOST, "--server.port", str(port)]
    command += ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    begun = time.perf_counter()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=place, env=os.environ | more, stdout=quiet, stderr=quiet)
    try:
        while not _is_healthy(port):
            if process.poll() is not None or time.perf_counter() - begun > PATIENCE:
                raise SystemExit(f"{' '.join(what)} did not start.")
            time.sleep(LOOKED_EVERY)
        yield Running(f"http://{HOST}:{port}", process, begun, time.perf_counter() - begun)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    with contextlib.closing(connection):
        try:
            connection.request("GET", "/_stcore/health")
            return connection.getresponse().status == http.client.OK
        except OSError:
            return False


@contextmanager
def still_page(folder: Path, figures: Sequence[str]) -> Iterator[str]:
    """The address of a page that draws figures, given as JSON, without asking any server."""
    place = folder / "still"
    place.mkdir(exist_ok=True)
    (place / "index.html").write_text(STILL % json.dumps([json.loads(one) for one in figures]), encoding="utf-8")
    shutil.copy(Path(plotly.__file__).parent / "package_data" / "plotly.min.js", place)
    handler = functools.partial(_Quiet, directory=str(place))
    with http.server.ThreadingHTTPServer((HOST, 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing."""
