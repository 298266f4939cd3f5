"""Passing on: what stands in an organisation's section goes to somebody who belongs to it when its owner leaves."""

from wagtail.models import Page

from network.organisations.models import Membership, OrganisationPage, Role
from network.users.models import User


def heir_of(organisation: OrganisationPage) -> User | None:
    """Return who takes over: the coordinator who has been one for longest, else whoever is a member for longest."""
    members = Membership.objects.filter(organisation=organisation, person__is_active=True).select_related("person")
    ordered = members.order_by("since", "pk")
    found = ordered.filter(role=Role.COORDINATOR).first() or ordered.first()
    return found.person if found else None


def pass_on(organisation: OrganisationPage, person: User, heir: User | None = None) -> int:
    """Give what somebody owns in a section to an heir, or to ``heir_of`` it; return how many pages there were.

    Written outside of revisions, since whose a page is does not belong to its text. Without anybody left it stays.
    """
    heir = heir or heir_of(organisation)
    if heir is None:
        return 0
    passed: int = Page.objects.descendant_of(organisation).filter(owner=person).update(owner=heir)
    return passed


def adopt(organisation: OrganisationPage, person: User) -> int:
    """Give a coordinator what nobody owns in the section; return how many pages there were."""
    adopted: int = Page.objects.descendant_of(organisation).filter(owner__isnull=True).update(owner=person)
    return adopted
