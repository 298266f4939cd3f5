"""Fetching an address that somebody typed in: checked at every step, bounded in time and bytes.

No proxy of the environment, no cookies, no credentials; nothing is unpacked.
"""

from dataclasses import dataclass
from functools import cache
from ssl import SSLContext
from typing import Final

import httpcore2
import httpx2

from library.web.errors import NotForUs, Unreachable
from library.web.guard import Deadline, GuardedBackend
from library.web.reach import THE_INTERNET, Reach

SECONDS: Final = 5.0  # in all, redirects included; a slow site answers in 2
MOST_REDIRECTS: Final = 5  # http → https → www → language is 3
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
HEADERS: Final[dict[bytes | str, bytes | str]] = {
    "User-Agent": "Mozilla/5.0 (compatible; Commonshelf link check)",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered, after redirects; ``body`` holds no more bytes than were asked for, packed or not."""

    url: str
    status: int
    content_type: str = ""
    content_encoding: str = ""
    body: bytes = b""
    location: str = ""


def fetch(url: str, most_bytes: int = 0, reach: Reach = THE_INTERNET) -> Answer:
    """Return what an address answers; raises ``NotForUs``, ``NoSuchHost`` or ``Unreachable``."""
    deadline = Deadline(SECONDS)
    for _redirect in range(MOST_REDIRECTS + 1):
        answer = _ask(_web_address(url), most_bytes, reach, deadline)
        if answer.status not in REDIRECTS or not answer.location:
            return answer
        url = _joined(answer.url, answer.location)
    raise Unreachable(url)


def _web_address(url: str) -> httpx2.URL:
    try:
        parsed = httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError) as error:
        raise NotForUs(url) from error
    if parsed.scheme not in ("http", "https") or not parsed.host or parsed.userinfo:
        raise NotForUs(url)
    return parsed


def _joined(url: str, location: str) -> str:
    try:
        return str(httpx2.URL(url).join(location))
    except (httpx2.InvalidURL, ValueError) as error:
        raise NotForUs(location) from error


def _ask(url: httpx2.URL, most_bytes: int, reach: Reach, deadline: Deadline) -> Answer:
    target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    headers = {"Host": url.netloc.decode("ascii"), **HEADERS}
    with httpcore2.ConnectionPool(
        ssl_context=_ssl_context(), network_backend=GuardedBackend(reach, deadline)
    ) as connections:
        try:
            with connections.stream("GET", target, headers=headers) as response:
                fields = {name.lower(): value.decode("latin-1") for name, value in response.headers}
                return Answer(
                    url=str(url),
                    status=response.status,
                    content_type=fields.get(b"content-type", ""),
                    content_encoding=fields.get(b"content-encoding", ""),
                    body=_beginning(response, most_bytes),
                    location=fields.get(b"location", ""),
                )
        except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError, OSError) as error:
            raise Unreachable(str(url)) from error


def _beginning(response: httpcore2.Response, most_bytes: int) -> bytes:
    body = b""
    if most_bytes:
        for piece in response.iter_stream():
            body += piece
            if len(body) >= most_bytes:
                break
    return body[:most_bytes]


@cache
def _ssl_context() -> SSLContext:
    return httpcore2.default_ssl_context()
