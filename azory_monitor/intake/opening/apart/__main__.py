"""One spreadsheet in, its cells out: ``python -I apart KIND MEMORY CPU CELLS``, the file on standard input.

Standard output: one line of JSON, a list of sheets (see ``grid``), or ``{"refused": reason}``.
"""

import json
import sys
from importlib import import_module

from grid import Refused

KINDS = {"xlsx": "xlsx", "xls": "xls", "ods": "ods", "html": "html_tables", "xml": "spreadsheet_xml"}

MOST_SHEETS = 1000


def limit(memory: int, seconds: int) -> None:
    """Bound this process; where the system has no such limits, the parent's clock still holds."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(kind: str, memory: int, seconds: int, most_cells: int) -> None:
    """Read what comes and write what was found."""
    limit(memory, seconds)
    try:
        found = import_module(KINDS[kind]).sheets(sys.stdin.buffer.read(), most_cells)
        if len(found) > MOST_SHEETS:
            raise Refused("cells")
    except Refused as refused:
        found = {"refused": refused.reason}
    except MemoryError:
        found = {"refused": "cells"}
    sys.stdout.write(json.dumps(found, allow_nan=False))


if __name__ == "__main__":
    main(sys.argv[1], *(int(each) for each in sys.argv[2:5]))
