"""How the server's process holds its memory: it grows to what its pages need, and no further.

Every page is worked out by a thread of its own.  Left to themselves the allocators of C and of Arrow give threads
places of their own, each of which keeps as much as it ever held: some megabytes more with every batch under load.
Python runs one thread at a time anyway, so one place costs no time.
"""

import ctypes
import os
import sys

ARENAS = 1
_M_ARENA_MAX = -8
"""glibc's number for how many places there may be (malloc.h)."""


def share_memory() -> None:
    """Let all threads of this process allocate from one place; to be called before they are started.

    Where the C library is not glibc nothing is done: others have no such places.
    """
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    if "pyarrow" in sys.modules:  # it has looked there already
        sys.modules["pyarrow"].set_memory_pool(sys.modules["pyarrow"].system_memory_pool())
    if sys.platform == "linux" and hasattr(ctypes.CDLL(None), "mallopt"):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, ARENAS)
