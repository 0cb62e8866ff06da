"""XML spreadsheets: the one of Excel 2003 (SpreadsheetML), and a whole OpenDocument in one file."""

from xml.parsers import expat

import ods
from grid import Grid, as_shown, plain, shown_as

LAST_ROW, LAST_COLUMN = 2**20, 2**14


def sheets(content: bytes, most_cells: int) -> list[dict]:
    """Every worksheet."""
    if b"urn:oasis:names:tc:opendocument" in content[:10_000]:
        return ods.sheets(content, most_cells)
    return [grid.told() for grid in _Worksheets(most_cells).read(content)]


class _Worksheets:
    """Fills grids while the XML goes by."""

    def __init__(self, most_cells: int) -> None:
        self._most = most_cells
        self._grids: list[Grid] = []
        self._shown: dict[str, str] = {}
        self._style = ""
        self._row = self._column = 0
        self._cell: dict[str, str] = {}
        self._type: str = ""
        self._texts: list[str] = []
        self._in_data = self._in_comment = False

    def read(self, xml: bytes) -> list[Grid]:
        """Go through the file."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(xml, True)
        return self._grids

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(" ")[2]
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if name == "Style":
            self._style = own.get("ID", "")
            self._shown[self._style] = self._shown.get(own.get("Parent", ""), "")
        elif name == "NumberFormat":
            code = own.get("Format", "")
            self._shown[self._style] = "percent" if code == "Percent" else shown_as(code)
        elif name == "Worksheet":
            self._grids.append(Grid(own.get("Name", ""), self._most))
            self._row = self._column = 0
        elif name == "Column":
            first = int(own.get("Index", self._column + 1))
            self._column = min(first + int(own.get("Span", 0)), LAST_COLUMN)
            if own.get("Hidden") == "1" and not {first - 1, self._column - 1} <= self._grids[-1].hidden_columns:
                self._grids[-1].hidden_columns.update(range(first - 1, self._column))
        elif name == "Row":
            self._row, self._column = int(own.get("Index", self._row + 1)), 0
            if own.get("Hidden") == "1" and len(self._grids[-1].hidden_rows) < LAST_ROW:
                self._grids[-1].hidden_rows.update(
                    range(self._row - 1, min(self._row + int(own.get("Span", 0)), LAST_ROW))
                )
        elif name == "Cell":
            self._column = int(own.get("Index", self._column + 1))
            self._cell, self._type, self._texts = own, "", []
        elif name == "Comment":
            self._in_comment = True
        elif name == "Data" and not self._in_comment:
            self._type, self._in_data = own.get("Type", "String"), True

    def _end(self, name: str) -> None:
        name = name.rpartition(" ")[2]
        if name == "Cell":
            self._put()
        elif name == "Data":
            self._in_data = False
        elif name == "Comment":
            self._in_comment = False
        elif name == "Visible":
            self._grids[-1].visible = False

    def _text(self, text: str) -> None:
        if self._in_data:
            self._texts.append(text)

    def _put(self) -> None:
        own, grid, row, column = self._cell, self._grids[-1], self._row - 1, self._column - 1
        down, across = int(own.get("MergeDown", 0)), int(own.get("MergeAcross", 0))
        if down or across:
            grid.merged.append((row, column, row + down, column + across))
        grid.put(row, column, self._meaning("".join(self._texts)))
        self._column += across

    def _meaning(self, text: str) -> object:
        if not self._type:
            return f"={self._cell['Formula'][1:]}"[:200] if "Formula" in self._cell else ""
        shown = self._shown.get(self._cell.get("StyleID", "Default"), "")
        if self._type == "Number":
            return as_shown(plain(float(text)), shown)
        if self._type == "DateTime":
            return as_shown(text.partition(".000")[0], shown)
        if self._type == "Boolean":
            return "true" if text.strip() == "1" else "false"
        return text
