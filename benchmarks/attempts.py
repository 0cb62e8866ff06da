"""Every attempt to write without the role that we can think of, on a running monitor.

    python -m benchmarks.attempts

A monitor that people sign in to is started on a fresh home.  A coordinator visits every page; then a visitor, a
reader, forged and expired cookies, forged headers, whoever knows the number of the coordinator's session, and the
coordinator whose role is gone send what the coordinator's pages send: every page by address and by hash, every
button, every other message, uploads past the page.  Printed is how many of each kind were tried, how long they took,
how many refusals were logged, and whether anything was written; it ends with 1 if so.
"""

import collections
import sys
import tempfile
import time
from pathlib import Path

from azory_monitor.books import digest_of
from azory_monitor.ledger import Ledger
from tests.attempts import Drill, tried
from tests.browser.signing_in import Guarded, guarded

KINDS = ("by address", "by hash", "asks with", "presses", "sends", "uploads by", "takes over", "without the role")


def main() -> None:
    """Try and print."""
    with tempfile.TemporaryDirectory() as folder, guarded(Path(folder)) as monitor:
        sys.exit(_drill(monitor))


def _drill(monitor: Guarded) -> int:
    drill, ledger = Drill(monitor), Ledger(monitor.home.ledger)
    drill.watch()
    before = digest_of(ledger)
    tries, seconds = collections.Counter[str](), collections.Counter[str]()
    for name, attempt in drill.attempts():
        kind = next(one for one in KINDS if one in name)
        begun = time.perf_counter()
        tried(attempt)
        tries[kind] += 1
        seconds[kind] += time.perf_counter() - begun
    for kind in KINDS:
        print(f"{kind:18} {tries[kind]:4} attempts {seconds[kind]:7.1f} s")
    log = monitor.log.read_text(errors="replace")
    refused = sum(line.startswith("Refused: ") for line in log.splitlines())
    print(f"{'in all':18} {tries.total():4} attempts {seconds.total():7.1f} s, {refused} refusals in the log")
    print(f"faults of the server: {log.count('Traceback')}")
    same = digest_of(ledger) == before
    print(f"the digest of the database is {'the same' if same else 'ANOTHER'}")
    return 0 if same else 1


if __name__ == "__main__":
    main()
