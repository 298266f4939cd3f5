"""What a host is: a number, a name that stands for another, one that looks like another."""

import unicodedata
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

# Letters of Cyrillic and Greek that cannot be told from Latin ones.
LOOK_LATIN: Final = frozenset("аеорсухіјѕԁһӏԛԝνοαι")


def host_of(url: str) -> str:
    """Return the host of an address in small letters, without port; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".").casefold()
    except ValueError:
        return ""


def is_number(host: str) -> bool:
    """Tell whether a host is written as a number, in any of the ways that programs accept.

    >>> is_number("192.0.2.7"), is_number("0x7f.1"), is_number("3232235777"), is_number("example.org")
    (True, True, True, False)
    """
    try:
        ip_address(host)
    except ValueError:
        parts = host.split(".")
        return all(part.isdigit() or part.startswith("0x") for part in parts)
    return True


def is_below(host: str, domain: str) -> bool:
    """Tell whether a host is a domain or below it: ``www.bit.ly`` is below ``bit.ly``, ``orbit.ly`` is not."""
    domain = domain.strip().casefold().removeprefix("www.").strip(".")
    return bool(domain) and (host == domain or host.endswith(f".{domain}"))


def looks_like_another(host: str) -> bool:
    """Tell whether a name mixes alphabets, or is made of letters that pass for Latin ones; "münchen.de" is neither."""
    return any(_deceives(_readable(label)) for label in host.split("."))


def _readable(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _deceives(label: str) -> bool:
    letters = [letter for letter in label if letter.isalpha()]
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in letters}
    mixes = "LATIN" in scripts and bool(scripts & {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"})
    return mixes or ("LATIN" not in scripts and bool(letters) and set(letters) <= LOOK_LATIN)
