"""What kind of file are these bytes, whatever the file is called?"""

import io
import zipfile

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.sheet import MOST_BYTES

# What a file of a kind that is not read begins with, and the sentence that says what to do.
_NOT_READ = (
    (b"\xd0\xcf\x11\xe0", "error.old_workbook"),
    (b"%PDF", "error.pdf"),
    (b"{\\rtf", "error.document"),
    (b"\x89PNG", "error.picture"),
    (b"\xff\xd8\xff", "error.picture"),
    (b"GIF8", "error.picture"),
    (b"\x1f\x8b", "error.archive"),
    (b"7z\xbc\xaf", "error.archive"),
    (b"Rar!", "error.archive"),
    (b"PAR1", "error.not_text"),
    (b"\x7fELF", "error.not_text"),
    (b"MZ\x90", "error.not_text"),
)
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table")


def container_of(content: bytes) -> str:
    """``csv`` or ``xlsx``; UnreadableFile for everything else, each with the way out."""
    if len(content) > MOST_BYTES:
        raise UnreadableFile("error.file_too_big", size=len(content) // 2**20, most=MOST_BYTES // 2**20)
    if not content.strip(b" \t\r\n\xef\xbb\xbf"):
        raise UnreadableFile("error.file_empty")
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_archive(content)
    for magic, key in _NOT_READ:
        if content.startswith(magic):
            raise UnreadableFile(key)
    head = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_MARKUP):
        raise UnreadableFile("error.markup")
    if head.startswith((b"{", b'[{"', b"[{ ")):
        raise UnreadableFile("error.json")
    return "csv"


def _of_archive(content: bytes) -> str:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise UnreadableFile("error.archive_damaged") from None
    if "xl/workbook.xml" in names:
        return "xlsx"
    if any(name.rpartition("/")[2] == "datapackage.json" for name in names):
        raise UnreadableFile("error.package_as_table")
    if "xl/workbook.bin" in names:
        raise UnreadableFile("error.old_workbook")
    if "mimetype" in names and "content.xml" in names:
        raise UnreadableFile("error.open_document")
    raise UnreadableFile("error.document" if "[Content_Types].xml" in names else "error.archive")
