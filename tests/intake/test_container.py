"""What a file is decides how it is read, not what it is called."""

import io
import zipfile

import pytest

from azory_monitor import intake
from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.limits import MOST_BYTES
from azory_monitor.intake.opening.container import container_of


def zipped(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "text")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "error.file_empty"),
        (b"\xef\xbb\xbf \r\n", "error.file_empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "error.document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "error.archive_encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT_CUR".encode("utf-16-le"), "error.macros"),
        (zipped("xl/workbook.bin"), "error.binary_workbook"),
        (zipped("mimetype", "content.xml"), "error.document"),
        (zipped("[Content_Types].xml", "word/document.xml"), "error.document"),
        (zipped("datapackage.json", "areas.csv"), "error.package_as_table"),
        (b"PK\x03\x04 and nothing more", "error.archive_damaged"),
        (b"%PDF-1.7", "error.pdf"),
        (b"<html><p>no table</p>", "error.markup"),
        (b"MIME-Version: 1.0\nX-Document-Type: Workbook", "error.markup"),
        (b'\n<?xml version="1.0"?>', "error.markup"),
        (b'{"a": 1}', "error.json"),
        (b"\x89PNG\r\n", "error.picture"),
        (b"a" * (MOST_BYTES + 1), "error.file_too_big"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_its_name(content, key):
    with pytest.raises(UnreadableFile) as refused:
        container_of(content)
    assert refused.value.key == key


def test_a_text_that_begins_like_an_archive_is_still_a_text():
    assert container_of(b"PKB;area;period\n") == "csv"


def test_a_table_that_does_not_exist_is_refused():
    with pytest.raises(UnreadableFile) as refused:
        intake.read("file.csv", b"a;b\n", "no_such_table")
    assert refused.value.key == "error.unknown_table"


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\objectives.csv", "a" * 5000, ""])
def test_the_name_of_a_file_never_matters_for_reading_it(name):
    assert len(intake.read(name, b"indicator;area;period;value\na;b;2016;1\n").cells) == 1
