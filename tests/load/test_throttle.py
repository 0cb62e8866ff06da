"""What one visitor may ask: frames that come too fast wait, windows too many stay shut, turns go round by address."""

import asyncio
import time

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from azory_monitor.ui import limits, turns
from azory_monitor.ui.throttle import Throttle
from azory_monitor.ui.turns import Allowance, Allowances, Turns
from azory_monitor.ui.uploads import Uploads

CLICK = BackMsg(rerun_script={}).SerializeToString()
DONE = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString()
AGAIN = ForwardMsg(script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN).SerializeToString()


PATIENCE = 60
"""Seconds in which anything must have happened on a busy machine."""


async def comes(happens):
    """Wait for something that will be."""
    async with asyncio.timeout(PATIENCE):
        while not happens():
            await asyncio.sleep(0.005)


class Wire:
    """A websocket between a test and an app."""

    def __init__(self, app, address="10.0.0.1"):
        self.inward, self.outward = asyncio.Queue(), []
        scope = {"type": "websocket", "client": (address, 1), "path": "/_stcore/stream"}
        self.inward.put_nowait({"type": "websocket.connect"})
        self.running = asyncio.create_task(app(scope, self.inward.get, self.send))

    async def send(self, message):
        self.outward.append(message)

    def frame(self, content=CLICK):
        self.inward.put_nowait({"type": "websocket.receive", "bytes": content})

    async def shut(self):
        self.inward.put_nowait({"type": "websocket.disconnect", "code": 1001})
        await self.running

    @property
    def codes(self):
        return [message["code"] for message in self.outward if message["type"] == "websocket.close"]


class Heard:
    """An app that notes what comes and when, and answers by ``answers``."""

    def __init__(self, *answers):
        self.frames, self.ends, self.answers = [], [], answers

    async def __call__(self, scope, receive, send):
        while (message := await receive())["type"] != "websocket.disconnect":
            if message["type"] == "websocket.connect":
                await send({"type": "websocket.accept"})
                continue
            self.frames.append((time.monotonic(), scope["client"][0], message["bytes"]))
            for answer in self.answers:
                await send({"type": "websocket.send", "bytes": answer})
        self.ends.append(message["code"])


@pytest.fixture
def few(monkeypatch):
    """Limits that are reached at once."""
    for name, value in {
        "FRAMES": limits.Rate(3, 20),
        "FRAMES_WAITING": 8,
        "FRAME_BYTES": 100,
        "WINDOWS_OF_ADDRESS": 2,
        "WINDOWS": 3,
        "AT_WORK": 1,
        "LONGEST_TURN": 0.2,
        "UPLOADS": limits.Rate(2, 10),
        "UPLOAD_PATIENCE": 0.15,
    }.items():
        monkeypatch.setattr(limits, name, value)


def test_frames_that_come_too_fast_wait_and_none_is_lost(few):
    async def run():
        heard = Heard(DONE)
        begun, wire = time.monotonic(), Wire(Throttle(heard))
        for number in range(7):
            wire.frame(BackMsg(rerun_script={"page_name": str(number)}).SerializeToString())
        await comes(lambda: len(heard.frames) == 7)
        await wire.shut()
        return heard.frames, begun

    frames, begun = asyncio.run(run())
    assert [BackMsg.FromString(content).rerun_script.page_name for _, _, content in frames] == list("0123456")
    assert frames[6][0] - begun > 0.19, "three at once, and then twenty a second"


@pytest.mark.parametrize(("frames", "code"), [([b"x" * 101], 1009), ([CLICK] * 30, 1008)])
def test_a_window_that_sends_too_much_is_shut_and_the_app_is_told(few, frames, code):
    async def run():
        heard = Heard(DONE)
        wire = Wire(Throttle(heard))
        for frame in frames:
            wire.frame(frame)
        await asyncio.wait_for(wire.running, PATIENCE)
        return heard.ends, wire.codes

    assert asyncio.run(run()) == ([code], [code])


def test_a_window_that_is_shut_while_it_waits_ends_at_once(few, monkeypatch):
    monkeypatch.setattr(limits, "LONGEST_TURN", 60)

    async def run():
        throttle, heard = Throttle(Heard()), Heard()
        busy = Wire(throttle)
        busy.frame()
        await asyncio.sleep(0)
        throttle.app = heard
        waiting = Wire(throttle, "10.0.0.2")
        waiting.frame()
        await asyncio.sleep(0.02)
        begun = time.monotonic()
        await waiting.shut()
        await busy.shut()
        return heard, time.monotonic() - begun

    heard, seconds = asyncio.run(run())
    assert (heard.frames, heard.ends) == ([], [1001])
    assert seconds < 10


def test_an_address_has_so_many_windows_and_another_one_still_gets_in(few):
    async def run():
        throttle = Throttle(Heard(DONE))
        wires = [Wire(throttle, address) for address in ("10.0.0.1",) * 3 + ("10.0.0.2",) * 2]
        await comes(lambda: all(wire.outward for wire in wires))
        shut = [wire.codes for wire in wires]
        for wire in (wires[0], wires[1], wires[3]):
            await wire.shut()
        after = Wire(throttle)
        await comes(lambda: after.outward)
        await after.shut()
        return shut, after.codes

    assert asyncio.run(run()) == ([[], [], [1013], [], [1013]], [])


@pytest.mark.parametrize(("answer", "longest"), [(DONE, 10 * 60), (AGAIN, 0.5), (b"", 0.5)])
def test_the_next_page_begins_when_one_is_done_or_has_been_at_it_for_long(few, monkeypatch, answer, longest):
    monkeypatch.setattr(limits, "LONGEST_TURN", longest)

    async def run():
        heard = Heard(answer)
        begun, throttle = time.monotonic(), Throttle(heard)
        wires = [Wire(throttle, f"10.0.0.{number}") for number in (1, 2)]
        for wire in wires:
            wire.frame()
        await comes(lambda: len(heard.frames) == 2)
        for wire in wires:
            await wire.shut()
        return heard.frames[1][0] - begun

    assert (asyncio.run(run()) >= longest) == (answer != DONE)


def test_turns_go_round_by_address_so_that_a_crowd_waits_for_itself():
    async def run():
        turns, order = Turns(1), []
        await turns.take("here")

        async def wait(address):
            await turns.take(address)
            order.append(address)
            turns.give_back()

        crowd = [asyncio.create_task(wait("crowd")) for _ in range(5)]
        await asyncio.sleep(0)
        leaving = asyncio.create_task(wait("gone"))
        one = asyncio.create_task(wait("one"))
        await asyncio.sleep(0)
        leaving.cancel()
        await asyncio.sleep(0)
        turns.give_back()
        await asyncio.gather(*crowd, one)
        await asyncio.wait_for(turns.take("later"), 1)
        return order

    assert asyncio.run(run()) == ["crowd", "one", *["crowd"] * 4]


def test_an_allowance_fills_up_again_and_is_then_forgotten(monkeypatch):
    clock = [100.0]
    monkeypatch.setattr(turns.time, "monotonic", lambda: clock[0])
    allowances = Allowances(limits.Rate(2, 50))
    mine = allowances.of("me")
    assert mine is allowances.of("me")
    for _ in range(2):
        assert mine.wait() == 0
        mine.take()
    assert mine.wait() == pytest.approx(0.02)
    clock[0] += 0.05
    assert mine.wait() == 0
    assert mine.is_full
    assert Allowance(limits.Rate(0, 1)).wait() > 0


def test_uploads_too_many_wait_a_while_and_are_then_refused(few):
    async def run():
        taken = []

        async def app(scope, _receive, send):
            taken.append(scope["path"])
            await send({"type": "http.response.start", "status": 204, "headers": []})

        uploads, statuses = Uploads(app), []

        async def send(message):
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        def put(session, method="PUT"):
            scope = {"type": "http", "method": method, "path": f"/_stcore/upload_file/{session}/a", "client": ("a", 1)}
            return uploads(scope, None, send)

        begun = time.monotonic()
        await asyncio.gather(*(put("one") for _ in range(6)), put("two"), *(put("one", "DELETE") for _ in range(3)))
        return sorted(statuses), len(taken), time.monotonic() - begun

    statuses, taken, seconds = asyncio.run(run())
    assert taken == statuses.count(204)
    assert statuses.count(429) >= 1
    assert seconds > 0.09
