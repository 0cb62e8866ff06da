"""``python -m azory_monitor``: the command line."""

import sys

from azory_monitor.cli import main

if __name__ == "__main__":
    sys.exit(main())
