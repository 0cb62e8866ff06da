"""Is this ZIP archive what it says and no larger than it may be?  Asked before anything is unpacked."""

import io
import zipfile
import zlib

from azory_monitor.errors import UnreadableFile

MOST_PARTS = 500
MOST_UNPACKED = 200 * 2**20
MOST_RATIO = 200
"""Text in a spreadsheet packs to about a tenth; this much is nothing but repetition."""

_CHECKED_RATIO = 2**20


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
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        raise UnreadableFile("error.archive_damaged") from None
