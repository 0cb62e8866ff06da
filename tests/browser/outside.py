"""The way out of this machine, as a proxy that lets nothing pass and remembers who tried."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

REFUSED = b"HTTP/1.1 502 Nothing leaves this machine\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@contextmanager
def watched_way_out() -> Iterator[tuple[str, list[str]]]:
    """The proxy's address, and the first line of every request that a browser sent it.

    A browser asks a proxy for everything but this machine's own addresses: scripts, pictures, fonts, icons,
    frames and what it fetches ahead, whether or not the page learns of it.
    """
    tried: list[str] = []

    class Refusal(socketserver.StreamRequestHandler):
        def handle(self):
            tried.append(self.rfile.readline().decode(errors="replace").strip())
            self.wfile.write(REFUSED)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Refusal) as proxy:
        proxy.daemon_threads = True
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{proxy.server_address[1]}", tried
        proxy.shutdown()
