"""Is this ZIP archive what it says and no larger than it may be?  Asked before anything is unpacked."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from azory_monitor.errors import UnreadableFile

MOST_PARTS = 500
MOST_UNPACKED = 200 * 2**20
MOST_RATIO = 200
"""Text in a spreadsheet packs to about a tenth; this much is nothing but repetition."""

_CHECKED_RATIO = 2**20
_PIECE, _OVERLAP = 2**22, 64
_DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError)
_TABLES = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xls", ".xlsb", ".ods", ".html", ".htm", ".xml")
_ABOUT = ("metadata", "metadane", "readme", "licen", "opis", "legend", "slownik", "dictionary")
"""What the files are called that come with a table to explain it."""

SHOWN = 10


def open_archive(content: bytes) -> zipfile.ZipFile:
    """The archive; UnreadableFile where it is damaged, encrypted, or would unpack to more than is reasonable."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise UnreadableFile("error.archive_damaged") from None
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise UnreadableFile("error.archive_parts", parts=len(parts), most=MOST_PARTS)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_UNPACKED:
        raise UnreadableFile("error.archive_too_big", size=unpacked // 2**20, most=MOST_UNPACKED // 2**20)
    if unpacked > _CHECKED_RATIO and unpacked > MOST_RATIO * len(content):
        raise UnreadableFile("error.archive_ratio", size=unpacked // 2**20, packed=len(content) // 1024)
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableFile("error.archive_encrypted")
    return archive


def unpack(archive: zipfile.ZipFile, part: str) -> bytes:
    """One part, never longer than the archive says it is."""
    try:
        return archive.read(part)
    except _DAMAGED:
        raise UnreadableFile("error.archive_damaged") from None


def pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """One part piece by piece, each beginning with the end of the one before, so that no short word is cut."""
    end = b""
    try:
        with archive.open(part) as file:
            while piece := file.read(_PIECE):
                yield end + piece
                end = piece[-_OVERLAP:]
    except _DAMAGED:
        raise UnreadableFile("error.archive_damaged") from None


def only_table(content: bytes) -> tuple[str, bytes]:
    """The one table of an archive, by its name; UnreadableFile where there is none or more than one."""
    archive = open_archive(content)
    names = [part.filename for part in archive.infolist() if not part.is_dir() and not _is_aside(part.filename)]
    tables = [name for name in names if name.casefold().endswith(_TABLES)]
    plain = [name for name in tables if not any(word in _last(name).casefold() for word in _ABOUT)]
    kept = plain or tables
    if not kept:
        raise UnreadableFile("error.archive")
    if len(kept) > 1:
        listed = ", ".join(shown_name(name) for name in kept[:SHOWN]) + (" …" if len(kept) > SHOWN else "")
        raise UnreadableFile("error.archive_tables", files=listed)
    return shown_name(kept[0]), unpack(archive, kept[0])


def shown_name(name: str) -> str:
    """The last part of a name in an archive, without signs that no name has: it is shown, never used as a path."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in _last(name))[:200]


def _last(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2]


def _is_aside(name: str) -> bool:
    """What systems put into archives on their own."""
    return name.startswith("__MACOSX/") or _last(name).startswith((".", "~$"))
