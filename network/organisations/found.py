"""Founding an organisation: its page, and the groups and collection that make the section its own."""

from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _g
from wagtail.models import Collection

from network.groups import organisations_collection
from network.organisations.models import OrganisationIndexPage, OrganisationPage, Role
from network.rights import ROLE_ON_FILES, ROLE_ON_PAGES, grant_admin_access, grant_on_collection, grant_on_page

NAME_LENGTH = 80  # of 150 for a group's name; the slug (at most 50 here) and the role need the rest


def check_founding(parent: OrganisationIndexPage, title: str, slug: str) -> None:
    """Raise ``ValidationError`` where no organisation of this name can be founded."""
    if not title.strip():
        raise ValidationError({"title": _g("An organisation needs a name.")})
    if slug and parent.get_children().filter(slug=slug).exists():
        raise ValidationError({"slug": _g("There is an organisation at this address already.")})


@transaction.atomic
def found_organisation(
    parent: OrganisationIndexPage, title: str, *, slug: str = "", live: bool = True, **fields: Any
) -> OrganisationPage:
    """Create an organisation with its section; return its page.

    ``fields`` are further fields of the page. Raises ``ValidationError`` when the name or address is not free.
    """
    check_founding(parent, title, slug)
    page = OrganisationPage(title=title, slug=slug, live=live, **fields)
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
        page.refresh_from_db()
    provision_organisation(page)
    return page


@transaction.atomic
def provision_organisation(page: OrganisationPage) -> None:
    """Give an organisation its groups and its collection, with the rights of ``network/rights.py``.

    May be called again at any time: it completes what is missing and follows a new name.
    """
    contributors = _named_group(page.contributors, page, Role.CONTRIBUTOR)
    coordinators = _named_group(page.coordinators, page, Role.COORDINATOR)
    collection = _named_collection(page)
    for group, role in ((contributors, Role.CONTRIBUTOR), (coordinators, Role.COORDINATOR)):
        grant_admin_access(group)
        grant_on_page(group, page, ROLE_ON_PAGES[role])
        grant_on_collection(group, collection, ROLE_ON_FILES[role])
    page.contributors, page.coordinators, page.collection = contributors, coordinators, collection
    # Not through save(): this is no edit of the page, and a draft of it must stay a draft.
    OrganisationPage.objects.filter(pk=page.pk).update(
        contributors=contributors, coordinators=coordinators, collection=collection
    )


def _named_group(group: Group | None, page: OrganisationPage, role: Role) -> Group:
    name = f"{page.title[:NAME_LENGTH]} ({page.slug[:50]}): {role}s"
    if group is None:
        return Group.objects.get_or_create(name=name)[0]
    if group.name != name and not Group.objects.filter(name=name).exists():
        group.name = name
        group.save(update_fields=["name"])
    return group


def _named_collection(page: OrganisationPage) -> Collection:
    if page.collection is None:
        made: Collection = organisations_collection().add_child(instance=Collection(name=page.title))
        return made
    if page.collection.name != page.title:
        page.collection.name = page.title
        page.collection.save(update_fields=["name"])
    return page.collection
