"""Tables of a web page, which many offices save under a name that ends on XLS."""

from html.parser import HTMLParser

from grid import Grid, Refused

MOST_SPAN = 1000
"""HTML lets a cell span no more columns than this."""

MOST_TABLES = 1000
_SILENT = {"script", "style", "template", "noscript"}


def sheets(content: bytes, most_cells: int) -> list[dict]:
    """Every table of the page, UTF-8, in the order in which they begin."""
    tables = _Tables(most_cells)
    tables.feed(content.decode("utf-8"))
    tables.close()
    return [grid.told() for grid in tables.grids if grid.rows]


class _Table:
    """A table that is not closed yet."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.row, self.column = -1, 0
        self.taken: dict[int, int] = {}
        """Columns that a cell above reaches down into → the last row that it does."""
        self.texts: list[str] | None = None
        self.spans = (1, 1)


class _Tables(HTMLParser):
    def __init__(self, most_cells: int) -> None:
        super().__init__(convert_charrefs=True)
        self.grids: list[Grid] = []
        self._most = most_cells
        self._open: list[_Table] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            return
        if tag in _SILENT:
            self._silent = tag
        elif tag == "table":
            if len(self.grids) >= MOST_TABLES:
                raise Refused("cells")
            self.grids.append(Grid(str(len(self.grids) + 1), self._most))
            self._open.append(_Table(self.grids[-1]))
        elif not self._open:
            return
        elif tag == "tr":
            self._end_cell()
            self._next_row()
        elif tag in ("td", "th"):
            self._end_cell()
            if self._open[-1].row < 0:
                self._next_row()
            given = dict(attrs)
            self._open[-1].texts = []
            self._open[-1].spans = _span(given.get("rowspan"), self._most), _span(given.get("colspan"), MOST_SPAN)
        elif tag in ("br", "p", "div", "li"):
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._silent = "" if tag == self._silent else self._silent
        elif self._open and tag in ("td", "th", "tr", "table"):
            self._end_cell()
            if tag == "table":
                self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].texts is not None and not self._silent:
            self._open[-1].texts.append(data)

    def close(self) -> None:
        """Also the cells that nobody closed are read."""
        super().close()
        for table in self._open:
            self._end(table)

    def _next_row(self) -> None:
        self._open[-1].row += 1
        self._open[-1].column = 0

    def _end_cell(self) -> None:
        self._end(self._open[-1])

    def _end(self, table: _Table) -> None:
        if table.texts is None:
            return
        while table.taken.get(table.column, -1) >= table.row:
            table.column += 1
        down, across = table.spans
        table.grid.put(table.row, table.column, " ".join("".join(table.texts).split()))
        if down > 1 or across > 1:
            last = table.row + down - 1, table.column + across - 1
            table.grid.merged.append((table.row, table.column, *last))
        if down > 1:
            table.taken |= dict.fromkeys(range(table.column, table.column + across), table.row + down - 1)
        table.column += across
        table.texts = None


def _span(text: str | None, most: int) -> int:
    text = (text or "1").strip()
    return min(max(1, int(text)), most) if text.isdecimal() and len(text) < 9 else 1
