"""Connecting to the very address that was checked, with one deadline for everything that is read and written.

The name is resolved here and nowhere else, and the connection made to the number it gave, so that a name that changes
between check and connection (DNS rebinding) gains nothing. Certificates are still checked against the name.
"""

import ssl
import time
from collections.abc import Iterable
from typing import Any

from httpcore2 import ConnectError, ConnectTimeout, NetworkBackend, NetworkStream, ReadTimeout, SyncBackend

from library.web.reach import Reach

MOST_TRIED = 2  # addresses of one name: usually one of IPv6 and one of IPv4


class Deadline:
    """A moment by which everything must be done, however slowly the other side answers."""

    def __init__(self, seconds: float) -> None:
        self._at = time.monotonic() + seconds

    def left(self, at_most: float | None = None) -> float:
        """Return the seconds that are left; raises ``ReadTimeout`` when there are none."""
        seconds = self._at - time.monotonic()
        if seconds <= 0:
            raise ReadTimeout
        return seconds if at_most is None else min(seconds, at_most)


class GuardedStream(NetworkStream):
    """A connection whose every read and write ends by the deadline."""

    def __init__(self, stream: NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read some bytes."""
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write bytes."""
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        """Go on encrypted."""
        encrypted = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return GuardedStream(encrypted, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows about itself."""
        return self._stream.get_extra_info(info)


class GuardedBackend(NetworkBackend):
    """Makes connections within reach only."""

    def __init__(self, reach: Reach, deadline: Deadline) -> None:
        self._reach, self._deadline, self._plain = reach, deadline, SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> NetworkStream:
        """Connect to a checked address of a host; raises what ``Reach.addresses`` raises, or ``ConnectError``."""
        failure: Exception = ConnectError(host)
        for address in self._reach.addresses(host, port)[:MOST_TRIED]:
            try:
                stream = self._plain.connect_tcp(str(address), port, self._deadline.left(timeout))
            except (ConnectError, ConnectTimeout) as error:
                failure = error
            else:
                return GuardedStream(stream, self._deadline)
        raise failure
