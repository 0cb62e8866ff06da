"""A delimited text file: which delimiter, where the headings are, and the cells exactly as they stand.

RFC 4180: quoted cells may hold delimiters, line breaks and doubled quotes.  A row is a record, as a spreadsheet
counts it, however many lines it takes; CRLF, LF and CR all end one.
"""

import csv
import io
from collections.abc import Iterator, Mapping

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from azory_monitor.coded import of_dictionary
from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.limits import DEEPEST_HEADER, LONGEST_CELL, MOST_OWN_ROWS, MOST_ROWS
from azory_monitor.intake.opening.decode import as_utf8, which_encoding
from azory_monitor.intake.opening.eurostat import may_be, plain_table
from azory_monitor.intake.opening.quotes import refuse_open_quotes
from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.recognising.header import Header, find_header, settle, unknown_headings
from azory_monitor.intake.recognising.known import Known
from azory_monitor.model.batch import Problem

DELIMITERS = (";", "\t", ",", "|")
MOST_BAD_ROWS = 10_000
_HEAD = 2**20
_BLOCK = 8 * 2**20
_SHOWN = 200
_CODED = pa.dictionary(pa.int32(), pa.string())


def read_delimited(name: str, content: bytes, table: str, answers: Mapping[str, str], known: Known) -> Sheet:
    """Read a text file.  ``answers`` may name encoding, delimiter and header_row."""
    text, encoding = as_utf8(content, answers.get("encoding", ""))
    text = _plain(text)
    head = text[: 4 * _HEAD].decode("utf-8", "ignore")[:_HEAD]
    delimiter, header, end = _header(head, table, answers, known)
    match = settle(header, name)
    start = len(head[:end].encode("utf-8"))
    most = MOST_OWN_ROWS if match.layout.own else MOST_ROWS
    if max(text.count(b"\n", start), text.count(b"\r", start)) > most:
        raise UnreadableFile("error.too_many_rows", most=most)
    refuse_open_quotes(text, start, delimiter, header.row + 1)
    cells, faults = _cells(text, start, delimiter, header, match.layout.own)
    return Sheet(
        container="csv",
        encoding=encoding,
        delimiter=delimiter,
        sheet="",
        header_row=header.row,
        headings=header.headings,
        preamble=header.preamble,
        cells=cells,
        match=match,
        faults=tuple(faults),
        questions=which_encoding(content, encoding, answers.get("encoding", "")),
    )


def _plain(text: bytes) -> bytes:
    """The text, of a table of Eurostat's made a plain one."""
    is_one = may_be(text[:_HEAD].decode("utf-8", "ignore"))
    return plain_table(text.decode("utf-8")).encode("utf-8") if is_one else text


def _header(head: str, table: str, answers: Mapping[str, str], known: Known) -> tuple[str, Header, int]:
    """The delimiter under which the headings are known, those headings, and where the text after them begins."""
    given = answers.get("delimiter", "")
    if given and given not in DELIMITERS:
        raise UnreadableFile("error.unknown_delimiter", delimiter=given)
    heads = {delimiter: list(_records(head, delimiter)) for delimiter in given or DELIMITERS}
    found: dict[str, Header] = {}
    for delimiter in sorted(heads, key=lambda delimiter: -_widest(heads[delimiter])):
        least = max((header.rank for header in found.values()), default=())
        header = find_header([record for record, _ in heads[delimiter]], table, known, answers, least)
        found |= {delimiter: header} if header else {}
    if not found:
        raise unknown_headings([record for record, _ in max(heads.values(), key=_widest)], table)
    best = max((delimiter for delimiter in heads if delimiter in found), key=lambda delimiter: found[delimiter].rank)
    return best, found[best], heads[best][found[best].row - 1][1]


def _widest(records: list[tuple[list[str], int]]) -> int:
    return max((len(record) for record, _ in records), default=0)


def _records(text: str, delimiter: str) -> Iterator[tuple[list[str], int]]:
    """The first records, each with the position in ``text`` at which it ends."""
    read = 0

    def lines() -> Iterator[str]:
        nonlocal read
        for line in io.StringIO(text, newline=""):
            read += len(line)
            yield line

    records = csv.reader(lines(), delimiter=delimiter)
    for _ in range(DEEPEST_HEADER):
        try:
            record = next(records)
        except (StopIteration, csv.Error):
            return
        yield record, read


def _cells(text: bytes, start: int, delimiter: str, header: Header, is_own: bool) -> tuple[pd.DataFrame, list[Problem]]:
    """Every record from ``start`` on as texts, and a problem for each that has not as many cells as there are headings.

    The texts of our own form, whose files may be long, are coded.
    """
    width = len(header.headings)
    if start == len(text):
        return pd.DataFrame(columns=range(width), dtype="str"), []
    uneven: list[pyarrow.csv.InvalidRow] = []

    def skip(row: pyarrow.csv.InvalidRow) -> str:
        uneven.append(row)
        return "skip" if len(uneven) <= MOST_BAD_ROWS else "error"

    names = [str(number) for number in range(width)]
    try:
        found = pyarrow.csv.read_csv(
            pa.BufferReader(pa.py_buffer(text).slice(start)),
            pyarrow.csv.ReadOptions(use_threads=False, column_names=names, block_size=_BLOCK),
            pyarrow.csv.ParseOptions(
                delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=skip
            ),
            pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(names, _CODED if is_own else pa.string())),
        )
    except pa.ArrowInvalid:
        if len(uneven) > MOST_BAD_ROWS:
            raise UnreadableFile("error.uneven_rows", rows=len(uneven), columns=width) from None
        raise UnreadableFile("error.line_too_long", most=_BLOCK // 2**20) from None
    _refuse_long_cells(found, header)
    rows = pd.RangeIndex(header.row + 1, header.row + 1 + found.num_rows + len(uneven), name="row")
    columns = [of_dictionary(column) if is_own else column.to_pandas() for column in found.columns]
    del found
    pa.default_memory_pool().release_unused()  # of a long file it holds on to as much as that is long
    cells = pd.DataFrame(dict(enumerate(columns)), copy=False)
    cells.index = rows.delete([row.number - 1 for row in uneven]) if uneven else rows
    return cells, [_uneven(row, header) for row in uneven]


def _uneven(row: pyarrow.csv.InvalidRow, header: Header) -> Problem:
    return Problem(
        row=header.row + row.number,
        value=row.text[:_SHOWN],
        rule="uneven_row",
        values={"found": row.actual_columns, "expected": row.expected_columns},
    )


def _refuse_long_cells(found: pa.Table, header: Header) -> None:
    for column in found.columns:
        if (
            not found.num_rows
            or max(pc.max(pc.binary_length(texts)).as_py() for texts in _texts(column)) <= LONGEST_CELL
        ):
            continue
        lengths = pc.binary_length(column.cast(pa.string()))
        row = header.row + 1 + pc.index(lengths, pc.max(lengths)).as_py()
        raise UnreadableFile("error.cell_too_long", row=row, most=LONGEST_CELL)


def _texts(column: pa.ChunkedArray) -> list[pa.Array]:
    """The texts of a column piece by piece, of a coded one the distinct ones."""
    return [chunk.dictionary if pa.types.is_dictionary(chunk.type) else chunk for chunk in column.chunks if len(chunk)]
