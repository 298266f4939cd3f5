"""A TCP proxy in front of Elasticsearch: its address stays the same, and it can be cut, as a killed server is."""

import socket
from contextlib import suppress
from threading import Event, Thread
from urllib.parse import urlsplit

CHUNK = 65_536


class Proxy:
    """Passes connections on while it is open; cut, it breaks those that are there and refuses others."""

    def __init__(self, target: str) -> None:
        """Listen on a free port; ``target`` is the address of the server."""
        self.target = target
        self._open = Event()
        self._open.set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._connections: list[socket.socket] = []
        Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> str:
        """Where the proxy listens."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def cut_off(self) -> bool:
        """Whether nothing comes through."""
        return not self._open.is_set()

    def cut(self) -> None:
        """Break every connection, in the middle of whatever it carries."""
        self._open.clear()
        for connection in self._connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._connections.clear()

    def mend(self) -> None:
        """Let connections through again."""
        self._open.set()

    def _accept(self) -> None:
        while True:
            client, _address = self._listener.accept()
            target = urlsplit(self.target)
            try:
                if not self._open.is_set():
                    raise ConnectionRefusedError
                server = socket.create_connection((target.hostname or "", target.port or 80), timeout=5)
            except OSError:
                client.close()
                continue
            server.settimeout(None)
            self._connections += [client, server]
            Thread(target=_pump, args=(client, server), daemon=True).start()
            Thread(target=_pump, args=(server, client), daemon=True).start()


def _pump(source: socket.socket, drain: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(CHUNK):
            drain.sendall(data)
    for end in (source, drain):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
