"""Beginning with what is there: a copy of an own resource, an adaptation of somebody else's.

Both are new drafts of the person who asks, without the history of the original; an adaptation keeps the line to it.
"""

from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _g
from wagtail.actions.copy_page import CopyPageAction

from library.contributing.destinations import destinations_of
from library.moderation.refusals import NotYours, Refusal
from library.resources.base import ResourcePage
from network.models import OrganisationPage, User

LONGEST_TITLE: Final = 255
# Files and pictures are another organisation's: whoever adapts adds their own, and readers find the rest at the origin.
OF_OTHERS: Final = ["files", "cover"]


def may_copy(user: User, page: ResourcePage) -> bool:
    """Tell whether somebody may copy a resource: who may edit it, and add to the section that it stands in."""
    if not (user.is_active and page.permissions_for_user(user).can_edit()):
        return False
    section = OrganisationPage.objects.parent_of(page)
    return bool(destinations_of(user).filter(pk__in=section.values("pk")).exists())


def may_adapt(user: User, page: ResourcePage) -> bool:
    """Tell whether somebody may adapt a resource: whoever shares somewhere, of what everybody may read and change."""
    return is_open_to_all(page) and allows_changes(page) and destinations_of(user).exists()


def is_open_to_all(page: ResourcePage) -> bool:
    """Tell whether everybody may read a resource; what only some may read is not carried elsewhere."""
    return bool(page.live and not page.get_view_restrictions().exists())


def allows_changes(page: ResourcePage) -> bool:
    """Tell whether the licence lets others publish a changed version."""
    return page.licence is not None and page.licence.reuse_allowed and page.licence.derivatives_allowed


@transaction.atomic
def copy_resource(page: ResourcePage, by: User, title: str) -> ResourcePage:
    """Copy an own resource beside itself, files included; return the draft. Raises ``NotYours``, ``Refusal``."""
    if not may_copy(by, page):
        raise NotYours(_g("You may copy what you may edit. Use “Adapt” for what others have shared."))
    section = OrganisationPage.objects.parent_of(page).get()
    return _begin_from(page, section, by, title, {"adapted_from": page.adapted_from}, [])


@transaction.atomic
def adapt_resource(page: ResourcePage, by: User, into: OrganisationPage, title: str) -> ResourcePage:
    """Begin an adaptation of a resource in the section of an organisation; return the draft.

    Its owner is told when the adaptation is published: drafts are nobody's business. Raises ``NotYours``, ``Refusal``.
    """
    if not is_open_to_all(page):
        raise NotYours(_g("Only what everybody may read can be adapted."))
    if not allows_changes(page):
        raise Refusal(_g("Its licence does not allow changed versions. Ask the people who made it for permission."))
    if not destinations_of(by).filter(pk=into.pk).exists():
        raise NotYours(_g("You may not add resources for this organisation."))
    kept = {"adapted_from": page, "body": _own_words(page), "cover": None}
    return _begin_from(page, into, by, title, kept, OF_OTHERS)


def _begin_from(
    page: ResourcePage, section: OrganisationPage, by: User, title: str, kept: dict[str, Any], left: list[str]
) -> ResourcePage:
    title = " ".join(title.split())[:LONGEST_TITLE]
    if not title:
        raise Refusal(_g("Give it a title."))
    new = {"title": title, "draft_title": title, "slug": "", "owner": by, "year": timezone.localdate().year}
    over = {"review_by": None, "successor": None, "go_live_at": None, "expire_at": None, "expired": False}
    copying = CopyPageAction(
        page.specific,
        to=section,
        update_attrs={**new, **over, **kept},
        exclude_fields=left,
        copy_revisions=False,
        keep_live=False,
        user=by,
    )
    made: ResourcePage = copying.execute(skip_permission_checks=True)
    return made


def _own_words(page: ResourcePage) -> list[dict[str, Any]]:
    """Return the free text without the pictures and files in it."""
    return [
        block for block in page.body.raw_data if block["type"] != "picture" and "document" not in str(block["value"])
    ]
