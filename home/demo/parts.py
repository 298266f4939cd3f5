"""The parts of the demo library, and whether they were all loaded."""

from library.demo.texts import organisation_files
from library.models import DemoPart

SITE, PLACES, ACCOUNTS, CASES, SYNONYMS = "site", "places and topics", "accounts", "cases", "synonyms"


def is_loaded() -> bool:
    """Return whether every part was loaded, whatever has become of it since."""
    return {SITE, PLACES, *organisation_files(), ACCOUNTS, CASES, SYNONYMS} <= set(
        DemoPart.objects.values_list("name", flat=True)
    )
