"""Loading the demo library: part by part, each in a transaction of its own and never twice."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from library.demo.dates import LONGEST_AGO
from library.demo.markup import headed_html
from library.demo.models import DemoPart
from library.demo.people import admit_people
from library.demo.resources import Shelf
from library.demo.texts import OrganisationText, ResourceText
from library.demo.vocabularies import Vocabularies
from library.models import ResourcePage
from library.signals import resources_changed
from network.models import OrganisationIndexPage, OrganisationPage, Region, User
from network.organisations.found import found_organisation


def load_once(part: str, load: Callable[[], None]) -> bool:
    """Load a part that was not loaded before, in one transaction with the note that it was; return whether it ran.

    Two loads at the same time wait for each other at the note, so that the second finds the part loaded.
    """
    with transaction.atomic():
        _note, is_new = DemoPart.objects.get_or_create(name=part)
        if is_new:
            load()
    return is_new


def load_organisation(directory: OrganisationIndexPage, path: Path) -> None:
    """Load an organisation with its people and resources from its file.

    Raises ``ValidationError`` when its address in the directory is taken.
    """
    text = OrganisationText.read(path)
    organisation = _found(directory, text)
    people = admit_people(text, organisation)
    pages = _put_resources(text, Shelf(organisation, Vocabularies.read(), timezone.now()), people)
    resources_changed.send(sender=ResourcePage, page_ids=[page.pk for page in pages])


def _found(directory: OrganisationIndexPage, text: OrganisationText) -> OrganisationPage:
    return found_organisation(
        directory,
        text.name,
        slug=text.slug,
        home_region=Region.objects.get(code=text.region),
        website=text.website,
        tier=text.tier,
        trust=text.trust,
        summary=text.summary,
        description=headed_html(text.description),
        first_published_at=timezone.now() - LONGEST_AGO,
    )


def _put_resources(text: OrganisationText, shelf: Shelf, people: dict[str, User]) -> list[ResourcePage]:
    """Put what events cite before the events; what is not published is cited by none."""
    pages: dict[str, ResourcePage] = {}
    for resource in sorted(text.resources, key=lambda resource: resource.type == "event"):
        cited = [pages[slug] for slug in resource.details.get("cites", ()) if slug in pages]
        page = shelf.put(resource, people[_author(text, resource)], cited)
        if resource.state == "published":
            pages[resource.slug] = page
    return list(pages.values())


def _author(text: OrganisationText, resource: ResourceText) -> str:
    """Return the address of who shares a resource: people in turn, but what is unfinished is the contributor's."""
    if resource.state != "published":
        return text.contributor.email
    return text.people[text.resources.index(resource) % len(text.people)].email
