"""Files that somebody names on the command line: read only if they are ordinary, written only where nothing is."""

from pathlib import Path

from azory_monitor.errors import AlreadyThere, Refused


def content_of(path: Path) -> bytes:
    """The bytes of an ordinary file; Refused for none, a folder, a device, a pipe, or one that may not be read."""
    refuse_odd(path)
    try:
        return path.read_bytes()
    except OSError as fault:
        raise Refused("error.file_unreadable", path=path, detail=fault.strerror) from fault


def refuse_odd(path: Path) -> None:
    """Raise Refused for what is no ordinary file: a device never ends, and a pipe may never begin."""
    try:
        there, ordinary = path.exists(), path.is_file()
    except (OSError, ValueError) as fault:
        raise Refused("error.file_missing", path=path) from fault
    if not there:
        raise Refused("error.file_missing", path=path)
    if not ordinary:
        raise Refused("error.file_not_ordinary", path=path)


def refuse_taken(path: Path) -> None:
    """Raise AlreadyThere where something is, Refused where the folder is not there."""
    if path.exists() or path.is_symlink():
        raise AlreadyThere("error.file_exists", path=path)
    if not path.parent.is_dir():
        raise Refused("error.folder_missing", path=path.parent)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet; Refused where the system does not let us."""
    refuse_taken(path)
    _write(path, content, "xb")


def write_over(path: Path, content: bytes) -> None:
    """Write an ordinary file, in the place of one that may be there."""
    if path.exists():
        refuse_odd(path)
    _write(path, content, "wb")


def _write(path: Path, content: bytes, mode: str) -> None:
    try:
        with path.open(mode) as file:
            file.write(content)
    except OSError as fault:
        raise Refused("error.file_unwritable", path=path, detail=fault.strerror) from fault
