"""What kind of file are these bytes, whatever the file is called?"""

import io
import re
import zipfile
import zlib

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.limits import MOST_BYTES

# What a file of a kind that is not read begins with, and the sentence that says what to do.
_NOT_READ = (
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
    (b"MIME-Version:", "error.markup"),
)
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<head", b"<meta", b"<style", b"<!--")
_WORKSHEETS = re.compile(rb"<(?:\w{1,20}:)?workbook[\s>]|<office:document[\s>]")
_TABLE = re.compile(rb"<table[\s>]", re.IGNORECASE)
_NOTHING = b" \t\r\n\xef\xbb\xbf"
_OLE = b"\xd0\xcf\x11\xe0"
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def container_of(content: bytes, most_text: int = MOST_BYTES) -> str:
    """``csv``, ``xlsx``, ``xls``, ``ods``, ``html``, ``xml``, or ``zip`` for an archive of other files.

    ``most_text`` are the bytes that a delimited text may have.  UnreadableFile for everything else, each with the way
    out.
    """
    _refuse_longer(content, most_text)
    if content.startswith((b"PK", _OLE)) or content[:4096].lstrip(_NOTHING).startswith(b"<"):
        _refuse_longer(content, MOST_BYTES)
    if not content[:4096].strip(_NOTHING) and not content.strip(_NOTHING):
        raise UnreadableFile("error.file_empty")
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_archive(content)
    if content.startswith(_OLE):
        return _of_compound(content)
    for magic, key in _NOT_READ:
        if content.startswith(magic):
            raise UnreadableFile(key)
    head = content[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if head.startswith(_MARKUP):
        return _of_markup(content, head)
    if head.startswith((b"{", b'[{"', b"[{ ")):
        raise UnreadableFile("error.json")
    return "csv"


def _refuse_longer(content: bytes, most: int) -> None:
    if len(content) > most:
        raise UnreadableFile("error.file_too_big", size=len(content) // 2**20, most=most // 2**20)


def _of_archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            is_spreadsheet = "mimetype" in names and _SPREADSHEET in archive.read("mimetype")[:200]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError, RuntimeError):
        raise UnreadableFile("error.archive_damaged") from None
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        raise UnreadableFile("error.binary_workbook")
    if any(name.rpartition("/")[2] == "datapackage.json" for name in names):
        raise UnreadableFile("error.package_as_table")
    if is_spreadsheet and "content.xml" in names:
        return "ods"
    is_document = "[Content_Types].xml" in names or ("mimetype" in names and "content.xml" in names)
    if is_document:
        raise UnreadableFile("error.document")
    return "zip"


def _of_compound(content: bytes) -> str:
    """Excel before 2007, Word and others share a container; so does everything that Office protects by a password."""
    if _utf_16("EncryptedPackage") in content:
        raise UnreadableFile("error.archive_encrypted")
    if _utf_16("_VBA_PROJECT_CUR") in content:
        raise UnreadableFile("error.macros")
    if _utf_16("Workbook") in content or _utf_16("Book") in content:
        return "xls"
    raise UnreadableFile("error.document")


def _of_markup(content: bytes, head: bytes) -> str:
    if _WORKSHEETS.search(head):
        return "xml"
    if _TABLE.search(content.replace(b"\0", b"")):
        return "html"
    raise UnreadableFile("error.markup")


def _utf_16(name: str) -> bytes:
    return name.encode("utf-16-le")
