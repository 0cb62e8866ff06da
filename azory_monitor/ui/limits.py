"""How much one visitor may ask of the server, so that nobody can stop the others: figures, each with its reason."""

from typing import NamedTuple


class Rate(NamedTuple):
    """So many at once, and then so many a second."""

    at_once: float
    a_second: float


FRAMES = Rate(10, 4)
"""Of one window: nobody clicks or types oftener; what comes faster waits for its turn."""

FRAMES_WAITING, BYTES_WAITING = 200, 4 * 2**20
"""Of one window: a person never has so many waiting; the window is shut, and its browser opens it again."""

FRAME_BYTES = 2 * 2**20
"""A form with every field filled in is a thousandth of this; files come by another door."""

WINDOWS_OF_ADDRESS, WINDOWS = 100, 250
"""A meeting that shares one connection to the net, and a session holds a megabyte."""

OPENINGS = Rate(100, 5)
"""Of one address: a meeting opens all its windows at once, and then only who comes late."""

AT_WORK = 4
"""So many pages are worked out at once: Python runs one at a time, and many threads only hold each other up."""

LONGEST_TURN = 2.0
"""Seconds after which the next page begins although one is still at work: reading a large file is not a click."""

UPLOADS, UPLOADS_OF_ADDRESS = Rate(6, 1 / 6), Rate(20, 1 / 3)
"""Of one session, and of all that share an address: a file is looked at before the next one is chosen."""

UPLOAD_PATIENCE, UPLOAD_SECONDS = 20.0, 120.0
"""Seconds that an upload too many waits before it is refused, and seconds that one may take: 10 MB on a slow line."""

SESSION_FILES, ALL_FILES = 40 * 2**20, 400 * 2**20
"""Bytes of files that one session, and all together, may leave in memory until they are stored or forgotten."""

SWITCH_SECONDS = 0.0005
"""How long a thread computes while another waits.  A page is sent piece by piece, and each piece waits once: with
Python's usual 0.005, fifty pieces beside one busy thread take a quarter of a second."""
