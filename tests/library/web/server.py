"""A small web server on loopback, and a reach that knows it by a name."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from threading import Event, Thread

from library.web.addresses import Address
from library.web.errors import NoSuchHost
from library.web.reach import ALWAYS_THERE, Reach

NAME = "good.example"
KNOWN = {
    NAME: "127.0.0.1",
    ALWAYS_THERE: "93.184.216.34",
    "inside.example": "10.0.0.1",
    "metadata.example": "169.254.169.254",
}


@dataclass
class Site:
    """A site that answers by path; ``asked`` are the paths and headers that came, in order."""

    port: int
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    redirects: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    closing: Event = field(default_factory=Event)

    def url(self, path: str = "/", name: str = NAME) -> str:
        """Return the address of a path."""
        return f"http://{name}:{self.port}{path}"

    def reach(self) -> Reach:
        """Return a reach that finds this site under its name, and knows names of machines inside."""
        return Reach(resolve_known, lambda address: address.is_loopback, frozenset({self.port}))


def resolve_known(host: str, port: int) -> list[Address]:
    """Return the address of a name that the tests know."""
    if host not in KNOWN:
        raise NoSuchHost(host)
    return [ip_address(KNOWN[host])]


@contextmanager
def serve() -> Iterator[Site]:
    """Serve until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            self.send_response(302 if self.path in site.redirects else site.statuses.get(self.path, 200))
            if self.path in site.redirects:
                self.send_header("Location", site.redirects[self.path])
            self.send_header("Set-Cookie", "seen=yes")
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            with suppress(OSError):  # whoever asked has read enough
                self._write_body()

        def _write_body(self) -> None:
            if self.path == "/endless":
                while not site.closing.is_set():
                    self.wfile.write(b"x" * 1024)
            elif self.path == "/slow":
                while not site.closing.wait(0.05):
                    self.wfile.write(b"x")
            else:
                self.wfile.write(b"<title>Found</title>")

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(server.server_port)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
