"""What a licence in the source is as an SPDX identifier, and the facts of the licences we can create."""

import csv
import re
from functools import cache
from pathlib import Path

from library.models import Licence

DATA = Path(__file__).parent / "data" / "licences.csv"
ALL_RIGHTS_RESERVED = "LicenseRef-all-rights-reserved"

_SPDX = re.compile(r"(?:https?://(?:www\.)?spdx\.org/licenses/)?([A-Za-z0-9.+-]+?)(?:\.html|\.json)?/?")
_CREATIVE_COMMONS = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/licenses/([a-z-]+)/(\d\.\d)(?:/.*)?", re.IGNORECASE
)
_CC_ZERO = re.compile(r"https?://(?:www\.)?creativecommons\.org/publicdomain/zero/1\.0(?:/.*)?", re.IGNORECASE)
_NOT_STATED = re.compile(r"(?:.*[/#])?(?:not[-_ ]?specified|unspecified|unknown|none)", re.IGNORECASE)
_PROPRIETARY = re.compile(r"(?:.*[/#])?(?:ProprietaryLicense|all[-_ ]rights[-_ ]reserved)", re.IGNORECASE)
_TODAY = {"GPL-2.0": "GPL-2.0-only", "GPL-3.0": "GPL-3.0-only", "AGPL-3.0": "AGPL-3.0-only", "CC0": "CC0-1.0"}


def spdx_of(licence: str) -> str | None:
    """Return the SPDX identifier, an empty string where none is stated, None where the licence is not known.

    Reads identifiers, addresses on spdx.org and creativecommons.org; ids that SPDX has retired become today's.
    """
    value = licence.strip()
    if not value or _NOT_STATED.fullmatch(value):
        return ""
    if _PROPRIETARY.fullmatch(value):
        return ALL_RIGHTS_RESERVED
    if _CC_ZERO.fullmatch(value):
        return "CC0-1.0"
    if match := _CREATIVE_COMMONS.fullmatch(value):
        name = f"CC-{match[1].upper()}-{match[2]}"
    elif match := _SPDX.fullmatch(value):
        name = _TODAY.get(match[1], match[1])
    else:
        return None
    return next((spdx for spdx in _facts() if spdx.lower() == name.lower()), None)


def make_licence(spdx: str) -> Licence:
    """Return an unsaved licence; raises ``KeyError`` for an identifier that ``spdx_of`` does not give."""
    row = _facts()[spdx]
    says = set(row["says"].split())
    return Licence(
        spdx=spdx,
        name=row["name"],
        url=row["url"],
        reuse_allowed="reserved" not in says,
        attribution_required="free" not in says,
        commercial_use=not says & {"nc", "reserved"},
        derivatives_allowed=not says & {"nd", "reserved"},
        share_alike="sa" in says,
    )


@cache
def _facts() -> dict[str, dict[str, str]]:
    with DATA.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter=";")
        return {row["spdx"]: row for row in rows}
