"""Messages as ``gettext`` reads them, kept beside the .po files they were compiled from, as Python keeps its own code.

Compiling takes a fifth of a second each time a program starts, reading what was compiled two thousandths.
"""

import contextlib
import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

_KEPT = "__pycache__"

Compile = Callable[[Sequence[Path]], bytes]


def compiled(folder: Path, compile: Compile) -> bytes:
    """All messages of a folder; ``compile`` makes them of its .po files where that was not done for what they hold now.

    Where nothing can be kept, as in a folder that may only be read, they are compiled each time.
    """
    files = sorted(folder.glob("*.po"))
    place = folder / _KEPT / f"messages-{_stamp(files)}.mo"
    with contextlib.suppress(OSError):
        return place.read_bytes()
    made = compile(files)
    with contextlib.suppress(OSError):
        _keep(place, made)
    return made


def _stamp(files: Sequence[Path]) -> str:
    said = hashlib.sha256()
    for file in files:
        said.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return said.hexdigest()[:32]


def _keep(place: Path, made: bytes) -> None:
    """Put it in its place whole, and take away what was compiled of earlier files."""
    place.parent.mkdir(exist_ok=True)
    earlier = [one for one in place.parent.glob("messages-*.mo") if one != place]
    partial = place.with_suffix(f".{os.getpid()}")
    partial.write_bytes(made)
    partial.replace(place)
    for one in earlier:
        one.unlink(missing_ok=True)
