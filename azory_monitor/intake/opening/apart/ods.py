"""ODS, the format of LibreOffice, also as one XML file (FODS)."""

import io
import re
import zipfile
from xml.parsers import expat

from grid import Grid, Refused, percent, plain

MOST_SPACES = 100
LAST_COLUMN = 2**14
_SPACE = re.compile(r"[ \t\r\n]+")
_NO_TEXT = {"annotation", "frame", "tracked-changes", "shapes", "dde-links"}
"""Elements whose texts are not the text of the cell that they stand in."""

_SEEN = {"day", "day-of-week", "hours", "week-of-year", "quarter"}


def sheets(content: bytes, most_cells: int) -> list[dict]:
    """Every table of the spreadsheet."""
    if content[:2] != b"PK":
        return [grid.told() for grid in _Tables(most_cells).read(content)]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Refused("encrypted")
        tables = _Tables(most_cells)
        if "styles.xml" in names:
            tables.read(archive.read("styles.xml"))
        return [grid.told() for grid in tables.read(archive.read("content.xml"))]


class _Tables:
    """Fills grids while the XML goes by."""

    def __init__(self, most_cells: int) -> None:
        self._most = most_cells
        self._grids: list[Grid] = []
        self._kinds: dict[str, str] = {}
        self._styles: dict[str, str] = {}
        self._not_shown: set[str] = set()
        self._style = self._date_style = ""
        self._depth = self._skipping = 0
        self._row = self._rows = self._column = 0
        self._defaults: dict[int, str] = {}
        self._cell: dict[str, str] = {}
        self._texts: list[str] | None = None
        self._in_text = False

    def read(self, xml: bytes) -> list[Grid]:
        """Go through one part of the spreadsheet."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(xml, True)
        return self._grids

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(" ")[2]
        if self._skipping or (name in _NO_TEXT and self._depth):
            self._skipping += 1
            return
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items() if "calcext" not in key}
        if any(
            key.endswith(" value-type") and "calcext" in key and value == "error" for key, value in attributes.items()
        ):
            own["error"] = "yes"
        step = getattr(self, "_on_" + name.replace("-", "_"), None)
        if step:
            step(own)
        elif name in _SEEN and self._date_style:
            self._kinds[self._date_style] = ""

    def _end(self, name: str) -> None:
        name = name.rpartition(" ")[2]
        if self._skipping:
            self._skipping -= 1
        elif name in ("table-cell", "covered-table-cell") and self._depth == 1:
            self._put()
        elif name == "table-row" and self._depth == 1:
            self._row += self._rows
        elif name == "p":
            self._in_text = False
        elif name == "table":
            self._depth -= 1
        elif name == "date-style":
            self._date_style = ""

    def _text(self, text: str) -> None:
        """White space in a paragraph counts once; more of it is said by elements."""
        if self._in_text and not self._skipping:
            self._texts.append(_SPACE.sub(" ", text))

    def _on_date_style(self, own: dict[str, str]) -> None:
        self._date_style = own.get("name", "")
        self._kinds[self._date_style] = "year"

    def _on_month(self, own: dict[str, str]) -> None:
        if self._kinds.get(self._date_style) == "year":
            self._kinds[self._date_style] = "month"

    def _on_style(self, own: dict[str, str]) -> None:
        self._style = own.get("name", "")
        self._styles[self._style] = own.get("data-style-name", "") or self._styles.get(
            own.get("parent-style-name", ""), ""
        )

    def _on_table_properties(self, own: dict[str, str]) -> None:
        if own.get("display") == "false":
            self._not_shown.add(self._style)

    def _on_table(self, own: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            visible = own.get("style-name") not in self._not_shown
            self._grids.append(Grid(own.get("name", ""), self._most, visible))
            self._row = self._column = 0
            self._defaults = {}

    def _on_table_column(self, own: dict[str, str]) -> None:
        many = min(_many(own, "number-columns-repeated"), LAST_COLUMN)
        for column in range(self._column, min(self._column + many, LAST_COLUMN)):
            self._defaults[column] = own.get("default-cell-style-name", "")
            if own.get("visibility", "visible") != "visible":
                self._grids[-1].hidden_columns.add(column)
        self._column += many

    def _on_table_row(self, own: dict[str, str]) -> None:
        if self._depth == 1:
            self._column, self._rows = 0, _many(own, "number-rows-repeated")
            if own.get("visibility", "visible") != "visible":
                self._grids[-1].hidden_rows.update(range(self._row, self._row + min(self._rows, 2**10)))

    def _on_table_cell(self, own: dict[str, str]) -> None:
        if self._depth == 1:
            self._cell, self._texts = own, []

    _on_covered_table_cell = _on_table_cell

    def _on_p(self, own: dict[str, str]) -> None:
        if self._texts:
            self._texts.append("\n")
        self._in_text = self._texts is not None

    def _on_line_break(self, own: dict[str, str]) -> None:
        self._add("\n")

    def _on_tab(self, own: dict[str, str]) -> None:
        self._add("\t")

    def _on_s(self, own: dict[str, str]) -> None:
        self._add(" " * min(_many(own, "c"), MOST_SPACES))

    def _add(self, text: str) -> None:
        if self._in_text:
            self._texts.append(text)

    def _put(self) -> None:
        """Set the cell that ends here, as often as it is repeated."""
        own, text, self._texts = self._cell, "".join(self._texts or ()), None
        grid, many = self._grids[-1], _many(own, "number-columns-repeated")
        down, across = _many(own, "number-rows-spanned"), _many(own, "number-columns-spanned")
        if down > 1 or across > 1:
            grid.merged.append((self._row, self._column, self._row + down - 1, self._column + across - 1))
        cell = self._meaning(own, text)
        if cell != "" and self._rows * many > self._most:
            raise Refused("cells")
        if cell != "":
            for row in range(self._row, self._row + self._rows):
                for column in range(self._column, self._column + many):
                    grid.put(row, column, cell)
        self._column += many

    def _meaning(self, own: dict[str, str], text: str) -> object:
        kind = own.get("value-type", "")
        if "error" in own:
            return text if text.startswith("#") else f"={text or 'Err'}"
        if not kind:
            return f"={own['formula'].partition('=')[2]}"[:200] if "formula" in own and not text else text
        if kind in ("float", "currency"):
            return plain(float(own["value"]))
        if kind == "percentage":
            return percent(float(own["value"]))
        if kind == "date":
            return self._day(own)
        return text or own.get(f"{kind}-value", "") if kind == "time" else own.get(f"{kind}-value") or text

    def _day(self, own: dict[str, str]) -> str:
        day = own["date-value"].removesuffix("T00:00:00")
        style = own.get("style-name") or self._defaults.get(self._column, "")
        seen = self._kinds.get(self._styles.get(style, ""), "")
        if seen == "month" and day.endswith("-01"):
            return day[:7]
        return day[:4] if seen == "year" and day.endswith("-01-01") else day


def _many(own: dict[str, str], name: str) -> int:
    text = own.get(name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 9 else 1
