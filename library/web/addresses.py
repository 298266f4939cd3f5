"""Which network addresses are on the public internet."""

from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final

type Address = IPv4Address | IPv6Address

NAT64: Final = int(ip_address("64:ff9b::")) >> 32  # RFC 6052: the last 32 bits are an IPv4 address


def is_public(address: Address) -> bool:
    """Tell whether an address is a machine on the public internet, whichever way it is written.

    >>> [is_public(ip_address(each)) for each in ("93.184.216.34", "10.0.0.1", "::ffff:127.0.0.1", "169.254.169.254")]
    [True, False, False, False]
    """
    if isinstance(address, IPv6Address):
        inner = _inner(address)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _inner(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for: mapped, 6to4, Teredo or NAT64."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if int(address) >> 32 == NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
