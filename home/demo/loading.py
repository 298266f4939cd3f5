"""Loading everything of the demo library, the site around it included, in an order that can be interrupted."""

from collections.abc import Callable
from functools import partial

from home.demo.parts import ACCOUNTS, CASES, PLACES, SITE, SYNONYMS
from home.demo.site import load_site
from home.demo.synonyms import load_synonyms
from home.set_up import set_up_network
from library.demo.cases import load_cases
from library.demo.loading import load_once, load_organisation
from library.demo.people import load_accounts
from library.demo.texts import organisation_files
from library.demo.vocabularies import load_vocabularies
from network.notifications.notify import telling_nobody
from network.regions.loading import load_regions

Progress = Callable[[str, int, int], None]  # (the part that is next, parts done, parts in all)


def load_demo_library(progress: Progress = lambda part, done, total: None) -> None:
    """Load what was not loaded before; each part is there as a whole or not at all.

    Raises ``ValidationError`` when the address of an organisation is taken.
    """
    made = set_up_network()
    parts: dict[str, Callable[[], None]] = {
        SITE: partial(load_site, made.front_page),
        PLACES: _load_places_and_topics,
        **{slug: partial(load_organisation, made.directory, path) for slug, path in organisation_files().items()},
        ACCOUNTS: load_accounts,
        CASES: load_cases,
        SYNONYMS: load_synonyms,
    }
    for done, (part, load) in enumerate(parts.items()):
        progress(part, done, len(parts))
        with telling_nobody():
            load_once(part, load)
    progress("", len(parts), len(parts))


def _load_places_and_topics() -> None:
    load_regions()
    load_vocabularies()
