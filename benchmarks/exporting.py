"""How long each file of a state takes to be made, and the whole set, for a programme of thirty indicators.

    python -m benchmarks.exporting [--rounds 3] [--seed-only]

Every round is a process of its own, as the one is that makes files for the pages: it is handed the state and makes
every format in Polish, then in English.  Printed are medians: seconds that passed, seconds of the processors' work
(on a busy machine the better measure) and the size.  The first line is the start of such a process.
"""

import argparse
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from azory_monitor.home import Home
from azory_monitor.monitor import Monitor, open_monitor
from benchmarks.thirty import thirty

Taken = dict[tuple[str, str], tuple[float, float, int]]
"""By language and format: seconds, seconds of work, bytes."""
_ROUND = "import sys; from benchmarks.exporting import make_all; make_all()"


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--seed-only", action="store_true", help="the programme as it comes, without made-up counts")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        monitor = open_monitor(Home(Path(folder) / "home")) if options.seed_only else thirty(Path(folder))
        _report(monitor, options.rounds)
        monitor.close()


def _report(monitor: Monitor, rounds: int) -> None:
    view = monitor.view()
    state = pickle.dumps(view)
    print(f"{len(view.measurements())} measurements, {len(view.programme.indicators)} indicators known")
    print(f"state handed over: {len(state) / 1e6:.1f} MB; medians of {rounds} rounds")
    found = [_round(state) for _ in range(rounds)]
    print(f"{'':16} {'seconds':>8} {'work':>8} {'MB':>7}")
    for name in found[0]:
        seconds, work, size = (statistics.median(one[name][part] for one in found) for part in range(3))
        print(f"{' '.join(name):16} {seconds:8.2f} {work:8.2f} {size / 1e6:7.2f}")
    for language in dict.fromkeys(language for language, format in found[0] if format):
        sums = [[sum(one[name][part] for name in one if name[0] == language) for part in range(2)] for one in found]
        seconds, work = (statistics.median(one[part] for one in sums) for part in range(2))
        print(f"{'all ' + language:16} {seconds:8.2f} {work:8.2f}")


def _round(state: bytes) -> Taken:
    begun = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", _ROUND], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        answer, _ = process.communicate(state)
    ready, taken = pickle.loads(answer)
    return {("start", ""): (ready - begun, 0.0, 0)} | taken


def make_all() -> None:
    """What runs in the round's own process: the state in, how long everything took out."""
    from azory_monitor.exporting import FORMATS, exported

    view = pickle.loads(sys.stdin.buffer.read())
    ready = time.perf_counter()
    taken: Taken = {}
    for language in ("pl", "en"):
        for format in FORMATS:
            begun, worked = time.perf_counter(), time.process_time()
            size = len(exported(view, format, language))
            taken[language, format] = (time.perf_counter() - begun, time.process_time() - worked, size)
    sys.stdout.buffer.write(pickle.dumps((ready, taken)))


if __name__ == "__main__":
    main()
