"""How big a file may be, so that it is answered in bounded time and memory."""

MOST_BYTES = 64 * 2**20
MOST_TEXT = 2**30
"""Of a delimited text that is handed in as it is, not in an archive."""

MOST_COLUMNS = 4096
MOST_ROWS = 3_000_000
MOST_OWN_ROWS = 12_000_000
"""Of a text in our own form, which is read with each distinct text held once."""

MOST_CELLS = 2_000_000
"""Of a spreadsheet, whose every cell is read one by one."""

LONGEST_CELL = 32_000
DEEPEST_HEADER, MOST_HEADER_CELLS = 40, 20_000
"""So many rows from the top are searched for the headings, as long as they have no more cells than these together."""

WIDE = 100
"""Of a text with more columns than these no more than ``MOST_CELLS`` are read: each column is looked at by itself."""
