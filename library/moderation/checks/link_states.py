"""What became of a link when it was asked."""

from enum import StrEnum
from typing import Final

from library.web.errors import NamesUnknown, NoSuchHost, NotForUs, Unreachable
from library.web.fetch import fetch
from library.web.reach import THE_INTERNET, Reach

ASKS_WHO_YOU_ARE: Final = frozenset({401, 403, 405, 407, 429})  # it is there, but not for a program
GONE: Final = range(400, 500)
BROKEN: Final = range(500, 600)


class LinkState(StrEnum):
    """The values stand in findings. ``UNSEEN`` says nothing about the link: the site could not look."""

    FINE = "fine"
    INTERNAL = "internal"
    NO_HOST = "no-host"
    GONE = "gone"
    BROKEN = "broken"
    SILENT = "silent"
    UNSEEN = "unseen"
    NOT_ASKED = "not-asked"


def state_of(url: str, reach: Reach = THE_INTERNET) -> LinkState:
    """Ask a link once; "no such site" is believed only where the site can look up names at all."""
    try:
        status = fetch(url, reach=reach).status
    except NotForUs:
        return LinkState.INTERNAL
    except NoSuchHost:
        return LinkState.NO_HOST if reach.knows_names() else LinkState.UNSEEN
    except NamesUnknown:
        return LinkState.UNSEEN
    except Unreachable:
        return LinkState.SILENT
    if status in GONE and status not in ASKS_WHO_YOU_ARE:
        return LinkState.GONE
    return LinkState.BROKEN if status in BROKEN else LinkState.FINE
