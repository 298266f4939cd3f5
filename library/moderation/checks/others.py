"""The other resources that something could repeat: what is published, and what is on its way there."""

import re
from functools import reduce
from operator import or_
from typing import Final

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from library.files.models import LibraryDocument
from library.moderation.checks.material import Material
from library.moderation.submissions import Stage, Submission
from library.resources.base import ResourceFile, ResourcePage

ON_THE_WAY: Final = (Stage.CHECKS, Stage.REVIEW)
MOST: Final = 5


def other_resources(page: ResourcePage) -> QuerySet[ResourcePage]:
    """Return what is published or in review beside a page; what it is adapted from, or was adapted to, is left out."""
    in_review = Submission.objects.filter(stage__in=ON_THE_WAY).values("page")
    others = ResourcePage.objects.filter(Q(live=True) | Q(pk__in=in_review))
    if page.pk:
        others = others.exclude(adapted_from=page.pk)
    return others.exclude(pk__in=[key for key in (page.pk, page.adapted_from_id) if key])


def with_same_file(material: Material, others: QuerySet[ResourcePage]) -> dict[int, str]:
    """Return the other pages that have one of these files, or one with the same bytes, with the file's title here."""
    titles = {document.file_hash: document.title for document in material.documents if document.file_hash}
    hashes = dict(LibraryDocument.objects.filter(file_hash__in=titles).values_list("pk", "file_hash"))
    if not hashes:
        return {}
    uses = ResourceFile.objects.filter(document__in=hashes, page__in=others)
    published = uses.order_by("page_id").values_list("page_id", "document_id")[:MOST]
    found = {**_on_the_way(list(hashes), others), **dict(published)}
    return {page: titles[hashes[document]] for page, document in list(found.items())[:MOST]}


def _on_the_way(documents: list[int], others: QuerySet[ResourcePage]) -> dict[int, int]:
    """Return the pages in review whose revision has one of these files: rows are written on publication only."""
    waiting = Submission.objects.filter(stage__in=ON_THE_WAY, page__in=others)
    named = [f'"document": {document}{end}' for document in documents[:MOST] for end in ",}"]
    has_one = reduce(or_, (Q(content__contains=name) for name in named))
    written = waiting.annotate(content=Cast("revision__content", TextField())).filter(has_one)
    pattern = re.compile(rf'"document": ({"|".join(map(str, documents[:MOST]))})[,}}]')
    found = ((page, pattern.search(content)) for page, content in written.values_list("page_id", "content")[:MOST])
    return {page: int(match[1]) for page, match in found if match}
