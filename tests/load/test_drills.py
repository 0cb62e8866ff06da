"""The drills of ``benchmarks`` in small, on one running monitor: load, abuse, files made to choke a reader."""

import asyncio
import sys
import time
from contextlib import ExitStack

import pytest

from benchmarks.abuse import clicks, crowd, end, trial
from benchmarks.bombs import throw
from benchmarks.load import Board, check_ledger, drill
from benchmarks.serving import serving
from benchmarks.sessions import come_and_go
from tests.intake.hostile import FILES

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="every visitor comes from an address of its own"),
]
KEPT_SECONDS = 1
PATIENCE = 60
"""Seconds in which anything must end; how fast it is, the drills in ``benchmarks`` tell."""
BOMBS = ("a workbook of far cells", "an archive of zeros", "a hundred thousand columns")


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """A server, and how to end it."""
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        patch.setenv("STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL", str(KEPT_SECONDS))
        yield stack.enter_context(serving(tmp_path_factory.mktemp("drill"))), stack.close


@pytest.fixture(scope="module")
def server(running):
    return running[0]


@pytest.fixture(scope="module")
def board():
    """What the load drill saw; the ledger is looked at when the server has ended."""
    return Board(time.monotonic() + 60, think=0.2, rounds=3)


def test_readers_and_uploaders_at_once_see_whole_states_and_no_fault(server, board):
    asyncio.run(_until_uploaded(server, board))
    assert board.wrong == []
    assert len(board.tokens) == 2 * 4
    assert board.seen


async def _until_uploaded(server, board):
    async def uploads():
        await drill(server, board, 0, 2)
        board.until = 0

    board.until = time.monotonic() + 10 * PATIENCE
    reading = asyncio.create_task(drill(server, board, 6, 0))
    await uploads()
    await reading


@pytest.mark.parametrize("abuse", [clicks(80), crowd(30)], ids=["clicks", "crowd"])
def test_one_visitor_does_not_stop_the_others(server, abuse):
    board, _ = asyncio.run(trial(server, abuse, readers=2, seconds=1.5, think=0.2))
    assert board.wrong == []
    assert len(board.all_seconds) >= 2


@pytest.mark.parametrize("name", BOMBS)
def test_a_hostile_file_is_refused_with_a_reason_and_the_server_does_not_grow(server, name):
    answer = asyncio.run(throw(server, BOMBS.index(name), name, FILES[name]()))
    assert answer.said
    assert answer.seconds < PATIENCE
    assert answer.gained < 100


def test_windows_that_were_shut_are_let_go_though_nobody_comes_after(server):
    asyncio.run(come_and_go(server, 3))
    until = time.monotonic() + PATIENCE
    while (left := server.held()["alive"]) > 1 and time.monotonic() < until:
        time.sleep(0.3)
    assert left <= 1  # Python may still hold the frames of the last one


def test_the_server_ends_in_time_while_it_is_being_abused_and_the_ledger_holds_each_upload_once(running, board):
    server, close = running
    assert asyncio.run(end(server, close, [clicks(80), crowd(30)], seconds=1)) < PATIENCE
    check_ledger(server, board)
    assert board.wrong == []
