"""Beginning a resource with what somebody has accepted: a draft of theirs, with its file or its address."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _g
from wagtail.permissions import policy_registry

from library.contributing.destinations import destinations_of
from library.files.models import LibraryDocument
from library.languages import UNDETERMINED
from library.moderation.refusals import NotYours
from library.resources.base import ResourceFile, ResourceLink, ResourcePage, ResourcePerson
from library.resources.licences import Licence
from network.models import OrganisationPage, User


@dataclass(frozen=True, slots=True)
class Accepted:
    """What somebody has accepted, changed or left out."""

    title: str
    summary: str = ""
    language: str = ""
    people: Sequence[str] = ()
    year: int | None = None
    licence: Licence | None = None
    document: LibraryDocument | None = None
    url: str = ""


def may_use(user: User, document: LibraryDocument) -> bool:
    """Tell whether somebody may put a file into a resource."""
    policy = policy_registry.get_by_type(LibraryDocument)
    return bool(policy.user_has_any_permission_for_instance(user, ["choose"], document))


@transaction.atomic
def begin_resource(kind: type[ResourcePage], into: OrganisationPage, by: User, accepted: Accepted) -> ResourcePage:
    """Make the draft in the section of an organisation and return it. Raises ``NotYours``."""
    if not destinations_of(by).filter(pk=into.pk).exists():
        raise NotYours(_g("You may not add resources for this organisation."))
    if accepted.document is not None and not may_use(by, accepted.document):
        raise NotYours(_g("A file belongs to another organisation. Remove it, or upload your own."))
    page = kind(
        title=accepted.title,
        summary=accepted.summary,
        language=accepted.language or UNDETERMINED,
        year=accepted.year or timezone.localdate().year,
        licence=accepted.licence,
        live=False,
        owner=by,
    )
    page.regions = [into.home_region] if into.home_region else []
    _add_rows(page, accepted)
    into.add_child(instance=page)
    page.save_revision(user=by, log_action=True, clean=False)
    return page


def _add_rows(page: ResourcePage, accepted: Accepted) -> None:
    page.people.add(*(ResourcePerson(name=name, sort_order=place) for place, name in enumerate(accepted.people)))
    if accepted.document is not None:
        page.files.add(ResourceFile(document=accepted.document))
    if accepted.url:
        page.links.add(ResourceLink(url=accepted.url))
