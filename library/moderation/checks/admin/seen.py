"""Which of the resources that findings speak of somebody may see."""

from collections.abc import Iterable, Mapping

from django.db.models import Q
from django.http import HttpRequest

from library.admin.references import choosable_pages
from library.files.rights import may_see
from library.moderation.checks.models import Finding, Level
from library.moderation.routing import reviewable_by
from library.resources.base import ResourcePage
from network.models import User

type Seen = Mapping[int, ResourcePage]


def seen_others(findings: Iterable[Finding], request: HttpRequest) -> Seen:
    """Return the other resources in findings that the person behind a request may see, as they stand, under their keys.

    That is what is published and open to them, what is of their own section, and what waits for their review.
    """
    keys = {key for finding in findings if (key := other_of(finding))}
    user = request.user
    if not keys or not isinstance(user, User):
        return {}
    found = ResourcePage.objects.filter(pk__in=keys).specific()
    own = ResourcePage.objects.filter(pk__in=keys)
    if not user.is_superuser:
        own = own.filter(Q(pk__in=choosable_pages(user).values("pk")) | Q(pk__in=_reviewed_by(user)))
    theirs = set(own.values_list("pk", flat=True))
    pages = [page for page in found if page.pk in theirs or (page.live and may_see(page, request))]
    return {page.pk: page if page.live else page.get_latest_revision_as_object() for page in pages}


def other_of(finding: Finding) -> int | None:
    """Return the key of the resource that a finding speaks of beside the one it is about."""
    key = finding.data.get("page") if isinstance(finding.data, dict) else None
    return key if isinstance(key, int) else None


def without_hidden(findings: Iterable[Finding], seen: Seen) -> list[Finding]:
    """Leave out what speaks of a resource its reader may not know of, unless it is what holds the submission up."""
    return [
        finding
        for finding in findings
        if finding.level == Level.BLOCK or other_of(finding) is None or other_of(finding) in seen
    ]


def _reviewed_by(user: User) -> list[int]:
    pages = reviewable_by(user).order_by().values_list("page", flat=True)
    return [key for key in pages if key is not None]
