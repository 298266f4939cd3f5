"""Loading the regions of the world from ``data/regions.csv``, whose header says where the facts and names are from."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from network.regions.models import Region, RegionKind, RegionName

DATA = Path(__file__).parent / "data" / "regions.csv"
LANGUAGES = ("nl", "de", "fr", "es")  # beside English, which is the region's own name
LEVELS = 5  # world, continent, sub-region, intermediate region, country


@dataclass(frozen=True, slots=True)
class RegionRow:
    """One region as the file gives it; ``parent`` is a code, ``names`` are by language other than English."""

    code: str
    kind: RegionKind
    parent: str
    m49: str | None
    alpha2: str | None
    alpha3: str | None
    name: str
    names: dict[str, str]


def read_regions() -> Iterator[RegionRow]:
    """Yield the rows of the file, each parent before its children."""
    with DATA.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter=";"):
            yield RegionRow(
                code=row["code"],
                kind=RegionKind(row["kind"]),
                parent=row["parent"],
                m49=row["m49"] or None,
                alpha2=row["alpha2"] or None,
                alpha3=row["alpha3"] or None,
                name=row["en"],
                names={language: row[language] for language in LANGUAGES},
            )


@transaction.atomic
def load_regions() -> int:
    """Create the regions and names that are missing, in bulk; return how many regions were created.

    What is there already stays as it is, since names and places in the tree may be edited in the CMS: a region is
    recognised by its code, its ISO code or its M49 code. Who calls this sends ``library.signals.vocabulary_changed``
    when something was created; the network does not know the library.
    """
    rows = list(read_regions())
    found = _regions_by_row(rows)
    missing = [row for row in rows if row.code not in found]
    for _level in range(LEVELS):
        ready = [row for row in missing if row.code not in found and (not row.parent or row.parent in found)]
        created = Region.objects.bulk_create([_region(row, found.get(row.parent)) for row in ready])
        found.update(zip((row.code for row in ready), created, strict=True))
    names = [
        RegionName(region=found[row.code], language=language, name=name)
        for row in rows
        for language, name in row.names.items()
    ]
    RegionName.objects.bulk_create(names, ignore_conflicts=True)
    return len(missing)


def _regions_by_row(rows: list[RegionRow]) -> dict[str, Region]:
    """Return the regions that exist, by the code that the file gives them."""
    keys: dict[str, Region] = {}
    for known in Region.objects.all():
        keys |= {key: known for key in (f"code {known.code}", known.alpha2, known.m49) if key}
    found: dict[str, Region] = {}
    for row in rows:
        matches = (keys.get(key) for key in (f"code {row.code}", row.alpha2, row.m49) if key)
        if region := next((match for match in matches if match), None):
            found[row.code] = region
    return found


def _region(row: RegionRow, parent: Region | None) -> Region:
    return Region(
        code=row.code,
        kind=row.kind,
        parent=parent,
        m49=row.m49,
        alpha2=row.alpha2,
        alpha3=row.alpha3,
        name=row.name,
    )
