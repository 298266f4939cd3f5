"""The resources that a submission seems to repeat, beside it, for those who may see them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from library.files.models import LibraryDocument
from library.files.rights import may_see
from library.moderation.checks.duplicates import Duplicates
from library.moderation.checks.material import Material
from library.moderation.checks.models import Finding
from library.moderation.checks.words_for import note_of
from library.moderation.routing import may_review
from library.moderation.submissions import Stage, Submission
from library.resources.base import ResourcePage
from network.models import User


@dataclass(frozen=True, slots=True)
class Side:
    """What is shown of a resource."""

    title: str
    organisation: str
    summary: str
    files: tuple[LibraryDocument, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Pair:
    """What was sent and what it seems to repeat; ``theirs`` is missing where the reader may not see it."""

    words: str
    mine: Side
    theirs: Side | None


def pairs_of(page: ResourcePage, findings: Iterable[Finding], request: HttpRequest) -> list[Pair]:
    """Return what a page seems to repeat, for ``library/admin/duplicates.html``; a few SQL queries for each, five at most."""
    repeated = [finding for finding in findings if finding.check_id == Duplicates.id and finding.data.get("page")]
    others = ResourcePage.objects.filter(pk__in=[finding.data["page"] for finding in repeated]).specific()
    found = {other.pk: other for other in others}
    mine = _side(page) if repeated else None
    pairs = []
    for finding in repeated:
        other = found.get(finding.data["page"])
        theirs = _side(other) if other is not None and _is_seen_by(request, other) else None
        if mine:
            pairs.append(Pair(note_of(finding).message, mine, theirs))
    return pairs


def _is_seen_by(request: HttpRequest, page: ResourcePage) -> bool:
    if page.live and may_see(page, request):
        return True
    user = request.user
    if not isinstance(user, User):
        return False
    if page.permissions_for_user(user).can_edit():
        return True
    return any(may_review(user, each) for each in Submission.objects.filter(page=page.pk, stage=Stage.REVIEW))


def _side(page: ResourcePage) -> Side:
    return Side(
        title=page.title,
        organisation=page.organisation.title,
        summary=page.summary,
        files=Material(page).documents,
        url=(page.url or "") if page.live else "",
    )
