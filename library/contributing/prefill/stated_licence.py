"""Which of the library's licences a text names."""

import re
from collections.abc import Iterable
from typing import Final

from library.exchange.licensing import spdx_of
from library.resources.licences import Licence

ADDRESS: Final = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/(?:licenses/[a-z-]{2,8}/\d\.\d|publicdomain/zero/1\.0)", re.I
)
SHORT: Final = re.compile(r"\bCC[ -](BY(?:-(?:SA|NC-SA|NC-ND|NC|ND))?)[ -](\d\.\d)\b", re.I)
LONG: Final = 300  # characters; what is shorter may be an identifier by itself


def stated_licence(statements: Iterable[str]) -> Licence | None:
    """Return the one licence that is named; none where there is none, or several: then somebody has to look."""
    named = {spdx for statement in statements for spdx in _named(statement)}
    return Licence.objects.filter(spdx=named.pop()).first() if len(named) == 1 else None


def _named(statement: str) -> set[str]:
    found = {spdx_of(match[0]) for match in ADDRESS.finditer(statement)}
    found |= {spdx_of(f"CC-{match[1].upper()}-{match[2]}") for match in SHORT.finditer(statement)}
    if not found and len(statement) < LONG:
        found = {spdx_of(statement)}
    return {spdx for spdx in found if spdx}
