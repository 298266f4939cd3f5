"""Looking at a page of the CMS in every size and scheme."""

from playwright.sync_api import Page

from tests.journeys.axe import violations
from tests.journeys.browsing import SIZES
from tests.journeys.shots import SCHEMES, shoot_once


def objections(page: Page, picture: str, *elements: str) -> list[str]:
    """Return what axe objects to inside these elements; a picture of each look is kept if pictures are asked for."""
    found: list[str] = []
    for size, viewport in SIZES.items():
        page.set_viewport_size(viewport)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [f"{size}, {scheme}: {violation}" for violation in violations(page, *elements)]
            shoot_once(page, f"{picture}-{size}-{scheme}")
    return found
