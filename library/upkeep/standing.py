"""Who looks after a published resource, and who may take it off the site."""

from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from library.moderation.follow import submission_of
from library.moderation.routing import Conflict, Routing
from library.moderation.submissions import Stage, Submission
from library.moderation.submit import organisation_of, regions_concerned
from library.resources.base import ResourcePage
from network.models import Membership, OrganisationPage, Role, User
from network.rights import ADMINISTRATORS


def what_published(page: ResourcePage) -> Submission:
    """Return the submission that a published resource stands on; one is opened where it was never reviewed."""
    latest = Submission.objects.filter(page=page.pk, stage=Stage.PUBLISHED).order_by("pk").last()
    return latest or submission_of(page)


def caretakers_of(page: ResourcePage) -> list[User]:
    """Return who is asked about a resource: its owner, else its successor, else the organisation's coordinators.

    An owner or successor who has left the organisation is not asked any more.
    """
    organisation = organisation_of(page)
    for person in (page.owner, page.successor):
        if person and person.is_active and _belongs(person, organisation):
            return [person]
    return coordinators_of(organisation)


def coordinators_of(organisation: OrganisationPage | None) -> list[User]:
    """Return the coordinators of an organisation whose accounts are open."""
    if organisation is None:
        return []
    memberships = Membership.objects.filter(organisation=organisation, role=Role.COORDINATOR, person__is_active=True)
    return [membership.person for membership in memberships.select_related("person").order_by("pk")]


def may_look_after(user: User, page: ResourcePage) -> bool:
    """Tell whether somebody may say that a resource is still right, or retire it."""
    if not user.is_active:
        return False
    return is_administrator(user) or user in caretakers_of(page) or user in coordinators_of(organisation_of(page))


def may_take_off(user: User, page: ResourcePage) -> bool:
    """Tell whether somebody may take a resource off the site: who looks after it, and who reviews its region."""
    return may_look_after(user, page) or (user.is_active and user.pk in reviewers_of_page(page))


def reviewers_of_page(page: ResourcePage) -> frozenset[int]:
    """Return the keys of those who would review a resource were it sent today."""
    organisation = organisation_of(page)
    routing = Routing.read()
    conflict = Conflict(organisation.pk if organisation else None, page.owner_id)
    return routing.of_regions([region.pk for region in regions_concerned(page, organisation)], conflict)


def may_read(user: User, page: Page) -> bool:
    """Tell whether somebody who is logged in may see a published page."""
    return user.is_superuser or all(_lets_in(user, restriction) for restriction in page.get_view_restrictions())


def _lets_in(user: User, restriction: PageViewRestriction) -> bool:
    """Tell whether a restriction stops somebody; a shared password is nobody's right."""
    if restriction.restriction_type == PageViewRestriction.GROUPS:
        return bool(restriction.groups.filter(user=user).exists())
    return bool(restriction.restriction_type != PageViewRestriction.PASSWORD)


def is_administrator(user: User) -> bool:
    """Tell whether somebody administers the network."""
    return user.is_superuser or Group.objects.filter(user=user, name=ADMINISTRATORS).exists()


def _belongs(person: User, organisation: OrganisationPage | None) -> bool:
    return Membership.objects.filter(organisation=organisation, person=person).exists()
