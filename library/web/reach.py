"""How far the site reaches out: which names, addresses and ports it may connect to.

``THE_INTERNET`` is the only one outside tests. Tests make a ``Reach`` of their own that knows a name on loopback, and
pass it on as an argument: there is no setting, so nothing in a deployment can widen it.
"""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final

from library.web.addresses import Address, is_public
from library.web.errors import NamesUnknown, NoSuchHost, NotForUs, WebError

ALWAYS_THERE: Final = "example.com"  # kept by the authority for names themselves (RFC 2606)
WEB_PORTS: Final = frozenset({80, 443, 8000, 8008, 8080, 8443})  # where web servers listen; 25 is mail, 6379 a store


def resolve(host: str, port: int) -> list[Address]:
    """Return the addresses of a name; raises ``NoSuchHost``, or ``NamesUnknown`` when that cannot be said now."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)):
            raise NoSuchHost(host) from error
        raise NamesUnknown(host) from error
    except UnicodeError as error:
        raise NoSuchHost(host) from error
    return [ip_address(str(where[0]).partition("%")[0]) for *_rest, where in found]


@dataclass(frozen=True, slots=True)
class Reach:
    """Names are resolved by ``resolve``; addresses must pass ``permits`` and ports be among ``ports``."""

    resolve: Callable[[str, int], list[Address]] = resolve
    permits: Callable[[Address], bool] = is_public
    ports: frozenset[int] = WEB_PORTS

    def addresses(self, host: str, port: int) -> list[Address]:
        """Return the addresses to connect to for a name; raises ``NotForUs`` when a single one is not permitted."""
        if port not in self.ports:
            raise NotForUs(f"{host}:{port}")
        found = list(dict.fromkeys(self.resolve(host, port)))
        if not found:
            raise NoSuchHost(host)
        if not all(self.permits(address) for address in found):
            raise NotForUs(host)
        return found

    def knows_names(self) -> bool:
        """Tell whether names can be looked up from here at all: many a server without a way out knows none."""
        try:
            return bool(self.resolve(ALWAYS_THERE, 443))
        except WebError:
            return False


THE_INTERNET: Final = Reach()
