"""Places in the page tree for many pages at once: treebeard's paths, slugs that are free, and counts of children.

``add_child`` does this for one page with a query for each step. Here it is three queries for a batch, whatever the
number of pages below an organisation: the last path by an index, slugs by another.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Case, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Concat
from django.utils.text import slugify
from django.utils.translation import gettext as _g
from treebeard.numconv import NumConv
from wagtail.models import Page

from library.exchange.record import Record

SLUG_LENGTH = 80  # of 255: an address that can be read out


@dataclass(frozen=True, slots=True)
class Slot:
    """What a new page needs to stand in the tree, as keyword arguments for it."""

    path: str
    depth: int
    slug: str
    url_path: str
    locale_id: int

    def as_fields(self) -> dict[str, Any]:
        """Return the slot as fields of a page."""
        return {
            "path": self.path,
            "depth": self.depth,
            "slug": self.slug,
            "url_path": self.url_path,
            "locale_id": self.locale_id,
            "numchild": 0,
        }


def take_slots(records: Sequence[tuple[Record, int]]) -> list[Slot]:
    """Return a slot for each ``(record, key of its organisation)`` and count the children that are to come.

    Raises ``ValidationError`` where one of the organisations is no longer there.

    Must run inside a transaction: the organisations' rows stay locked until it ends, as in ``add_child``.
    """
    parents = {page.pk: page for page in _locked(parent for _record, parent in records)}
    if any(parent not in parents for _record, parent in records):
        raise ValidationError(_g("An organisation was deleted meanwhile; run the same command again to continue."))
    steps = {pk: _last_step(page) for pk, page in parents.items()}
    taken = _taken_slugs(parents, [slug for record, _parent in records for slug in slug_candidates(record)])
    slots = []
    for record, pk in records:
        parent, steps[pk] = parents[pk], steps[pk] + 1
        slug = next(slug for slug in slug_candidates(record) if (parent.path, slug) not in taken)
        taken.add((parent.path, slug))
        path = parent.path + _step(steps[pk])
        slots.append(Slot(path, parent.depth + 1, slug, f"{parent.url_path}{slug}/", parent.locale_id))
    _count_children(Counter(parent for _record, parent in records))
    return slots


def slug_candidates(record: Record) -> tuple[str, ...]:
    """Return slugs from the nicest to one that nobody else has: by title, with the year, with a hash of the id.

    No counting of ``-2``, ``-3``: with a title that repeats a thousand times, each would cost more than the last.
    """
    base = slugify(record.title, allow_unicode=True)[:SLUG_LENGTH].strip("-_") or "resource"
    digest = hashlib.sha256(record.identifier.encode()).hexdigest()
    dated = (f"{base}-{record.year}",) if record.year else ()
    return (base, *dated, f"{base}-{digest[:8]}", f"{base}-{digest}")


def _locked(keys: Iterable[int]) -> list[Any]:
    """Return the organisations' pages, locked in the order of their keys, each with the path of its last child."""
    within = Q(
        path__gt=OuterRef("path"), path__lte=Concat(OuterRef("path"), Value(_step_limit())), depth=OuterRef("depth") + 1
    )
    last = Page.objects.filter(within).order_by("-path").values("path")[:1]
    pages = Page.objects.filter(pk__in=set(keys)).order_by("pk").select_for_update(of=("self",))
    return list(pages.annotate(last_child_path=Subquery(last)))


def _last_step(page: Any) -> int:
    numbers = NumConv(Page.alphabet)
    return numbers.str2int(page.last_child_path[-Page.steplen :]) if page.last_child_path else 0


def _step(number: int) -> str:
    step = NumConv(Page.alphabet).int2str(number).rjust(Page.steplen, Page.alphabet[0])
    if len(step) > Page.steplen:
        raise OverflowError("No more pages fit below this organisation.")
    return step


def _step_limit() -> str:
    return str(Page.alphabet[-1] * Page.steplen)


def _taken_slugs(parents: Mapping[int, Any], slugs: Iterable[str]) -> set[tuple[str, str]]:
    """Return ``(path of the parent, slug)`` for those that are in use; found by the index on slugs."""
    depths = {page.depth + 1 for page in parents.values()}
    rows = Page.objects.filter(slug__in=set(slugs), depth__in=depths).values_list("path", "slug")
    return {(path[: -Page.steplen], slug) for path, slug in rows}


def _count_children(added: Mapping[int, int]) -> None:
    more = Case(*(When(pk=pk, then=Value(number)) for pk, number in added.items()), output_field=IntegerField())
    Page.objects.filter(pk__in=list(added)).update(numchild=F("numchild") + more)
