"""What the project adds to the CMS, in light and dark, on a phone and at a desk: nothing that axe objects to.

Wagtail's own menus, headers and buttons are Wagtail's to answer for: only elements of ours are looked at.
"""

from collections.abc import Callable

import pytest

from tests.journeys.browsing import SIZES, Visits
from tests.journeys.looking import objections
from tests.journeys.stage import Stage

pytestmark = pytest.mark.browser

EDITOR = (".tree-picker", ".file-drop", ".guess-language")
LISTING = ("#listing-results",)
Place = tuple[str, Callable[[Stage], str], tuple[str, ...]]

PLACES: dict[str, Place] = {
    "start-contributor": ("contributor", lambda stage: "/admin/", (".w-dashboard",)),
    "start-leader": ("leader", lambda stage: "/admin/", (".w-dashboard",)),
    "start-administrator": ("administrator", lambda stage: "/admin/", (".w-dashboard",)),
    "start-nobody": ("member", lambda stage: "/share/", ("main",)),
    "choose-type": ("contributor", lambda stage: f"/admin/pages/{stage.organisation.pk}/add_subpage/", ("main",)),
    "new-training": ("contributor", lambda stage: new_training(stage), EDITOR),
    "topics": ("administrator", lambda stage: "/admin/topics/", LISTING),
    "regions": ("administrator", lambda stage: "/admin/regions/", LISTING),
    "audiences": ("administrator", lambda stage: "/admin/audiences/", LISTING),
    "licences": ("administrator", lambda stage: "/admin/licences/", LISTING),
    "resources": ("administrator", lambda stage: "/admin/resources/", LISTING),
    "used-topic": ("administrator", lambda stage: f"/admin/topics/delete/{topic_of(stage)}/", ("main",)),
}


def new_training(stage: Stage) -> str:
    """Return the address of an empty editor; what is ours in it is the same for every type."""
    return f"/admin/pages/add/library/trainingmaterialpage/{stage.organisation.pk}/"


def topic_of(stage: Stage) -> int:
    """Return the key of a topic that is in use."""
    return int(stage.resources["guide"].topics.all()[0].pk)


@pytest.mark.parametrize("name", PLACES)
def test_parts_of_the_cms(visits: Visits, stage: Stage, name: str) -> None:
    person, address, elements = PLACES[name]
    page = visits.open(getattr(stage, person), viewport=SIZES["phone"])  # Wagtail's menu stays folded as it was loaded
    page.goto(address(stage))
    for element in elements:
        page.locator(element).first.wait_for()
    assert objections(page, f"cms-{name}", *elements) == []
