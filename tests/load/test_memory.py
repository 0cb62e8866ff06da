"""The server's threads share one place in memory, whatever each of them holds."""

import os
import re
import subprocess
import sys

import pytest

_THREADS = """
import ctypes, sys, threading
from azory_monitor.memory import share_memory
if "share" in sys.argv:
    share_memory()
together = threading.Barrier(8)
def hold():
    held = [bytes(4000) for _ in range(100)]
    together.wait()
threads = [threading.Thread(target=hold) for _ in range(8)]
[one.start() for one in threads]
[one.join() for one in threads]
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
file = ctypes.c_void_p(libc.fopen(b"/dev/stdout", b"w"))
libc.malloc_info(0, file)
libc.fclose(file)
import pyarrow
print(pyarrow.default_memory_pool().backend_name)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the places are those of Linux's C library")
def test_threads_of_the_server_allocate_from_one_place() -> None:
    """Left to themselves they do not: else nothing would be proved here."""
    assert _places("share") == (1, "system")
    assert _places()[0] > 1


def _places(*said: str) -> tuple[int, str]:
    environment = {name: value for name, value in os.environ.items() if name != "ARROW_DEFAULT_MEMORY_POOL"}
    ran = subprocess.run(
        [sys.executable, "-c", _THREADS, *said], capture_output=True, text=True, check=True, env=environment
    )
    return len(re.findall(r"<heap nr=", ran.stdout)), ran.stdout.split()[-1]
