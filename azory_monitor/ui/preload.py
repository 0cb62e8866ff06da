"""What the browser fetches while the server still works out the page.

Streamlit's page asks for the program of each kind of element only when the first such element has come, and for what
that program needs only when it is there: four times to and fro, the last one for the five megabytes that draw charts.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import streamlit

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
SCRIPTS = INDEX.parent / "static" / "js"
PARTS = ("Html", "ButtonGroup", "PageLink", "Checkbox", "Selectbox", "DownloadButton", "PlotlyChart")
"""Kinds of elements that nearly every page of ours has."""
_LARGE = "PlotlyChart"
_NEEDED = re.compile(rb'(?:from|import)"\./([\w.-]+\.js)"')
_HEAD = 20_000
"""Bytes of a program in which what it needs stands."""
_STREAMLITS, _END = b'src="./static/js/index.', b"</head>"
_FONT = b'<link rel="preload" href="./app/static/lato-bold.woff2" as="font" type="font/woff2" crossorigin>'


def with_preloads(page: bytes) -> bytes:
    """Streamlit's own page with links to what it will need and does not name itself; any other page as it is."""
    return page.replace(_END, _links() + _END, 1) if _STREAMLITS in page else page


@cache
def _links() -> bytes:
    index = INDEX.read_text(encoding="utf-8")
    files = [file for file in _with_needed(_programs()) if file not in index]
    return "".join(map(_link, files)).encode() + _FONT


def _link(file: str) -> str:
    priority = ' fetchpriority="low"' if file.startswith(_LARGE) else ""  # words first
    return f'<link rel="modulepreload" crossorigin{priority} href="./static/js/{file}">'


def _programs() -> Iterator[str]:
    for part in PARTS:
        yield from sorted(file.name for file in SCRIPTS.glob(f"{part}.*.js"))


def _with_needed(files: Iterable[str]) -> list[str]:
    """Programs and all that they need, each once."""
    found: dict[str, None] = {}
    waiting = list(files)
    while waiting:
        file = waiting.pop(0)
        if file not in found and (SCRIPTS / file).exists():
            found[file] = None
            with (SCRIPTS / file).open("rb") as program:
                waiting += [needed.decode() for needed in _NEEDED.findall(program.read(_HEAD))]
    return list(found)
