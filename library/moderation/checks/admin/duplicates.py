"""The resources that a submission seems to repeat, beside it, for those who may see them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from library.files.models import LibraryDocument
from library.moderation.checks.admin.seen import Seen, other_of
from library.moderation.checks.duplicates import Duplicates
from library.moderation.checks.material import Material
from library.moderation.checks.models import Finding
from library.moderation.checks.words_for import note_of
from library.resources.base import ResourcePage


@dataclass(frozen=True, slots=True)
class Side:
    """What is shown of a resource; ``files`` with whether the other side has the same one."""

    title: str
    organisation: str
    state: str
    summary: str
    files: tuple[tuple[LibraryDocument, bool], ...]
    url: str


@dataclass(frozen=True, slots=True)
class Pair:
    """What was sent and what it seems to repeat; ``theirs`` is missing where the reader may not see it."""

    words: str
    mine: Side
    theirs: Side | None


def pairs_of(page: ResourcePage, findings: Iterable[Finding], seen: Seen) -> list[Pair]:
    """Return what a page seems to repeat, for ``duplicates.html``; ten at most, a few SQL queries each."""
    repeated = [finding for finding in findings if finding.check_id == Duplicates.id and other_of(finding)]
    return [_pair(page, finding, seen.get(other_of(finding) or 0)) for finding in repeated]


def _pair(page: ResourcePage, finding: Finding, other: ResourcePage | None) -> Pair:
    mine, theirs = Material(page).documents, Material(other).documents if other else ()
    return Pair(
        words=note_of(finding).message,
        mine=_side(page, mine, theirs),
        theirs=_side(other, theirs, mine) if other else None,
    )


def _side(page: ResourcePage, files: Iterable[LibraryDocument], others: Iterable[LibraryDocument]) -> Side:
    hashes = {file.file_hash for file in others if file.file_hash}
    return Side(
        title=page.title,
        organisation=page.organisation.title,
        state=page.status_string,
        summary=page.summary,
        files=tuple((file, file.file_hash in hashes) for file in files),
        url=address_of(page),
    )


def address_of(page: ResourcePage) -> str:
    """Return where a page can be read: on the site if it is published, else in the CMS."""
    return (page.url or "") if page.live else reverse("wagtailadmin_pages:edit", args=[page.pk])
