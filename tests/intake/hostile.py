"""Files made to choke a reader, each small to make; run as a program, it reads them all and prints what they cost."""

import datetime
import io
import json
import os
import random
import struct
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import xlsxwriter

from azory_monitor import intake
from azory_monitor.errors import UnreadableFile
from tests.intake.estate import KNOWN

HEADINGS = "indicator;area;period;value;note"
LONG = 50 * 2**20
LARGE = 16 * 2**20
TODAY = datetime.date(2026, 11, 23)


def zipped(parts: dict[str, bytes | str], packed: bool = True) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def noise(length: int) -> bytes:
    """Bytes that do not pack."""
    return random.Random(7).randbytes(length)


def lying(content: bytes, length: int) -> bytes:
    """An archive whose directory says that its only file is short."""
    at = content.rindex(b"PK\x01\x02")
    return content[: at + 24] + struct.pack("<L", length) + content[at + 28 :]


def overlapping(files: int, kernel: bytes) -> bytes:
    """An archive whose directory names the same bytes many times over."""
    one = zipped({"0": kernel})
    at = one.rindex(b"PK\x01\x02")
    body, entry = one[:at], one[at : one.rindex(b"PK\x05\x06")]
    directory = b"".join(entry[:-1] + bytes([48 + place % 10]) for place in range(files))
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, files, files, len(directory), len(body), 0)
    return body + directory + end


def workbook(sheet: str = "", **parts: str) -> bytes:
    """A sound workbook with parts replaced: ``sheet`` stands between ``<sheetData>`` and its end."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADINGS.split(";"))
        page.write_row(1, 0, ["meetings", "azory", 2016, 5, "x"])
    with zipfile.ZipFile(out) as old:
        found = {name: old.read(name).decode() for name in old.namelist()}
    page = found["xl/worksheets/sheet1.xml"]
    if sheet:
        found["xl/worksheets/sheet1.xml"] = page.replace("</sheetData>", sheet + "</sheetData>")
    for name, text in parts.items():
        place = next(key for key in found if key.endswith(f"{name}.xml"))
        found[place] = text
    return padded(found)


def padded(parts: dict[str, bytes | str]) -> bytes:
    """An archive with something in it that does not pack, so that it is no wonder how small the rest is."""
    return zipped(parts | {"padding": noise(2**20)})


def document(table: str, head: str = "") -> bytes:
    """An ODS with one table."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    body = f'<office:body><office:spreadsheet><table:table table:name="a">{table}</table:table></office:spreadsheet>'
    xml = f'<?xml version="1.0"?>{head}<office:document-content {spaces}>{body}</office:body></office:document-content>'
    return padded({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": xml})


def sheet_xml(table: str) -> bytes:
    """An XML spreadsheet with one table."""
    return f'<?xml version="1.0"?><Workbook><Worksheet><Table>{table}</Table></Worksheet></Workbook>'.encode()


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefghi", "bcdefghij", strict=True)
)
STYLED = "".join(f'<row r="{row}" s="1" customFormat="1"/>' for row in range(3, 500_003))
TEXT = '<c r="{}#" t="inlineStr"><is><t>{}</t></is></c>'
FIVE = TEXT.format("A", "meetings") + TEXT.format("B", "azory") + '<c r="C#"><v>2016</v></c><c r="D#"><v>#.5</v></c>'
CELL = '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p>'

FILES: dict[str, Callable[[], bytes]] = {
    "zero bytes": lambda: b"indicator;area\0;period;value\n",
    "one long line": lambda: b"a" * LONG,
    "one long line of commas": lambda: b"," * LONG,
    "one long line of semicolons": lambda: b";" * LARGE,
    "one long line below the headings": lambda: HEADINGS.encode() + b"\n" + b";" * LONG,
    "one long cell below the headings": lambda: HEADINGS.encode() + b"\nmeetings;azory;2016;5;" + b"a" * LARGE,
    "one long quoted cell": lambda: HEADINGS.encode() + b'\nmeetings;azory;2016;5;"' + b"a" * LONG + b'"\n',
    "an open quotation mark": lambda: HEADINGS.encode() + b'\nmeetings;azory;2016;5;"' + b"a;b\n" * (LARGE // 4),
    "an open quotation mark at the start": lambda: b'"' + b"a;b\n" * (LARGE // 4),
    "nothing but quotation marks": lambda: b'"' * LARGE,
    "nothing but line ends": lambda: b"a\n" + b"\n" * LARGE,
    "line ends below the headings": lambda: HEADINGS.encode() + b"\n" * LARGE,
    "a hundred thousand columns": lambda: b";".join(b"h%d" % place for place in range(100_000)) + b"\n" + b";" * 99_999,
    "a hundred thousand years": lambda: b"area;" + b";".join(b"%d" % (1900 + place % 200) for place in range(100_000)),
    "forty rows of many columns": lambda: b"\n".join([b";".join(b"h%d" % n for n in range(16_000))] * 40),
    "many rows of many years": lambda: (
        b"indicator;area;"
        + b";".join(b"%d" % year for year in range(1000, 4000))
        + b"\n"
        + (b"meetings;azory;" + b"1;" * 2999 + b"1\n") * 1500
    ),
    "a year in each of many columns": lambda: (
        b"area;" + b";".join(b"%d" % year for year in range(1000, 4900)) + b"\n" + b"azory;" + b";" * 3899
    ),
    "rows of one cell": lambda: HEADINGS.encode() + b"\n" + b"a\n" * (LARGE // 2),
    "cells of digits and spaces": lambda: (
        HEADINGS.encode()
        + b"\n"
        + b"\n".join(b"meetings;azory;2016;%d %s;" % (row, b"1 1" * 10_000) for row in range(1500))
    ),
    "cells of marks": lambda: (
        HEADINGS.encode()
        + b"\n"
        + b"\n".join(b"meetings;azory;%d%s;%s;" % (row, b"-.," * 5_000, b"1.,%" * 4_000) for row in range(1500))
    ),
    "cells that are all different": lambda: (
        HEADINGS.encode() + b"\n" + b"\n".join(b"i%d;a%d;p%d;v%d;" % (row, row, row, row) for row in range(1_500_000))
    ),
    "bytes without meaning": lambda: b"a" + noise(LONG),
    "letters of no code page": lambda: b"a\x81\x98" * (LARGE // 3),
    "UTF-16 of one sign": lambda: ("a" * (LARGE // 2)).encode("utf-16"),
    "an archive in an archive": lambda: zipped({"a.zip": zipped({"b.zip": zipped({"c.csv": "a;b"})})}),
    "an archive called a table": lambda: zipped({"a.csv": zipped({"b.csv": "a;b"})}),
    "an archive of zeros": lambda: zipped({"a.csv": b"0" * 4 * LONG}),
    "an archive that lies": lambda: lying(zipped({"a.csv": b"0" * LARGE}), 100),
    "an archive that overlaps": lambda: overlapping(400, b"0" * 400_000),
    "an archive of many files": lambda: zipped({f"{place}.csv": "" for place in range(65_000)}),
    "an archive of a large table": lambda: zipped({"a.csv": HEADINGS + "\n" + noise(LARGE).hex()}),
    "names that lead elsewhere": lambda: zipped({"../../../etc/cron.d/x.csv": HEADINGS + "\nmeetings;azory;2016;5;\n"}),
    "names with controls": lambda: zipped({"a\x1b[31m\x07\u202e<b>.csv": HEADINGS + "\nmeetings;azory;2016;5;\n"}),
    "a workbook that lies": lambda: lying(workbook(), 10),
    "a workbook of many strings": lambda: workbook(
        sharedStrings='<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        + "".join(f"<si><t>{place}</t></si>" for place in range(4_000_000))
        + "</sst>"
    ),
    "a workbook of laughs": lambda: workbook(sharedStrings=LAUGHS + "]><sst>&j;</sst>"),
    "a workbook of far cells": lambda: workbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "a workbook that claims every cell": lambda: workbook(
        sheet1=workbook_part().replace('ref="A1:E2"', 'ref="A1:XFD1048576"')
    ),
    "a workbook of empty rows": lambda: workbook(STYLED),
    "a workbook of empty cells": lambda: workbook(
        "".join(f'<row r="{row}">{"<c/>" * 20}</row>' for row in range(3, 100_003))
    ),
    "a workbook of merged cells": lambda: workbook(
        sheet1=workbook_part().replace(
            "</sheetData>", "</sheetData><mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 300_000 + "</mergeCells>"
        )
    ),
    "a workbook of open cells": lambda: workbook("<c <f" * 3_000_000),
    "a workbook of formulas": lambda: workbook('<row r="3">' + '<c r="A3"><f>' * 500_000 + "</row>"),
    "a workbook as deep as it is long": lambda: workbook("<a>" * 2_000_000),
    "a workbook of a million cells": lambda: workbook(
        "".join(f'<row r="{row}">{FIVE.replace("#", str(row))}</row>' for row in range(3, 250_000))
    ),
    "an ODS of repeated cells": lambda: document(
        f'<table:table-row table:number-rows-repeated="1048576">{CELL}</table:table-cell></table:table-row>'
    ),
    "an ODS of spaces": lambda: document(
        '<table:table-row><table:table-cell office:value-type="string"><text:p>'
        + '<text:s text:c="999999999"/>' * 500_000
        + "</text:p></table:table-cell></table:table-row>"
    ),
    "an ODS of laughs": lambda: document("&j;", LAUGHS + "]>"),
    "an ODS of columns": lambda: document('<table:table-column table:number-columns-repeated="99999999"/>' * 200_000),
    "an ODS of tables": lambda: document("</table:table><table:table>" * 300_000),
    "an ODS as deep as it is long": lambda: document("<table:table>" * 500_000 + "</table:table>" * 500_000),
    "a page of open comments": lambda: b"<table>" + b"<!--" * (LARGE // 8),
    "a page of open tags": lambda: b"<table>" + b"<a " * (LARGE // 4),
    "a page of tables": lambda: b"<table><tr><td>" * (LARGE // 20),
    "a page of wide cells": lambda: b"<table>" + b'<tr><td rowspan="9999999" colspan="1000">1' * 50_000,
    "a page of entities": lambda: b"<table><tr><td>" + b"&" * LARGE,
    "an XML spreadsheet of laughs": lambda: (LAUGHS + "]><Workbook>&j;</Workbook>").encode(),
    "an XML spreadsheet of far cells": lambda: sheet_xml(
        '<Row Index="999999999"><Cell Index="999999999"><Data>1</Data></Cell></Row>'
    ),
    "an XML spreadsheet of hidden columns": lambda: sheet_xml('<Column Index="1" Span="9999" Hidden="1"/>' * 200_000),
    "an old workbook of nothing": lambda: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + noise(2**20)
    ),
}


def workbook_part() -> str:
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode()


def make(folder: Path) -> None:
    """Write all files, named by their place in the list."""
    for place, content in enumerate(FILES.values()):
        (folder / str(place)).write_bytes(content())


def measure(folder: Path) -> None:
    """One line of JSON for each file: what was said of it, the seconds it took to work out, megabytes at the peak.

    Each is read in a process of its own.  What others do on the machine meanwhile does not count.
    """
    for place, name in enumerate(FILES):
        reader = os.fork()
        if not reader:
            answer((folder / str(place)).read_bytes(), folder / "said")
        _, status, used = os.wait4(reader, 0)
        said = (folder / "said").read_text() if not status else "died"
        seconds = round(used.ru_utime + used.ru_stime, 2)
        found = {"name": name, "said": said, "seconds": seconds, "megabytes": used.ru_maxrss // 1024}
        print(json.dumps(found), flush=True)


def answer(content: bytes, said: Path) -> NoReturn:
    """Read a file, note what was said of it, and end this process."""
    try:
        checked = intake.check(intake.read("../x.csv", content), KNOWN, TODAY)
        said.write_text(f"{len(checked.rows)} rows, {len(checked.problems)} problems")
    except UnreadableFile as refused:
        said.write_text(refused.key)
    os._exit(0)


if __name__ == "__main__":
    {"make": make, "measure": measure}[sys.argv[1]](Path(sys.argv[2]))
