"""``python -m azory_monitor``: the command line."""

import sys

from azory_monitor import __version__

if __name__ == "__main__":
    if sys.argv[1:] == ["--version"]:  # answered before anything is loaded
        print(__version__)
        sys.exit()
    from azory_monitor.cli import main

    sys.exit(main())
