"""What a contributor reads about each of their resources, fetched together for as many as are shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Sum

from library.moderation.checks.models import Finding, Level
from library.moderation.decisions import Decision, DecisionKind
from library.moderation.mine.standing import Standing
from library.moderation.submissions import Submission
from library.resources.base import ResourcePage
from library.use.figures import first_day
from library.use.models import ResourceUse

# Decisions that tell the contributor what to do; the last of them is shown.
TELLING = (DecisionKind.CHECKS_BLOCK, DecisionKind.CHANGES, DecisionKind.DECLINE, DecisionKind.UNPUBLISH)


@dataclass(frozen=True, slots=True)
class OwnResource:
    """A resource on its contributor's desk. ``said`` is the last decision that tells them something.

    ``views`` and ``downloads`` are those of the last year; ``to_mend`` counts what the automatic checks insist on.
    """

    page: ResourcePage
    standing: Standing
    submission: Submission | None = None
    said: Decision | None = None
    to_mend: int = 0
    views: int = 0
    downloads: int = 0

    @property
    def pk(self) -> int:
        """The key of the page."""
        return int(self.page.pk)

    @property
    def freshen_by(self) -> date | None:
        """When somebody should look whether it is still right; only of what readers see."""
        return self.page.review_by if self.page.live else None

    @property
    def is_open_to_appeal(self) -> bool:
        """Tell whether the last word can be appealed against; the page of the appeal knows whether it still can."""
        kinds = {Standing.DECLINED: DecisionKind.DECLINE, Standing.UNPUBLISHED: DecisionKind.UNPUBLISH}
        return self.said is not None and self.said.kind == kinds.get(self.standing)

    @property
    def asked(self) -> list[str]:
        """What was asked for: reasons, words, and what was said about each field."""
        if self.said is None:
            return []
        notes = (f"{_label(self.page, name)}: {note}" for name, note in self.said.field_notes.items() if note)
        return [*map(str, self.said.reasons.all()), *filter(None, [self.said.words]), *notes]


def own_rows(pages: Iterable[Any]) -> list[OwnResource]:
    """Return the rows for pages of ``own_resources``, in their order; five SQL queries beside that of the pages."""
    shown = list(pages)
    keys = [page.submission_key for page in shown if page.submission_key]
    submissions = Submission.objects.select_related("claimed_by").in_bulk(keys)
    said, to_mend = _said(keys), _to_mend(keys)
    used = _used([page.pk for page in shown])
    return [
        OwnResource(
            page,
            Standing(page.standing),
            submissions.get(page.submission_key),
            said.get(page.submission_key),
            to_mend.get(page.submission_key, 0),
            *used.get(page.pk, (0, 0)),
        )
        for page in shown
    ]


def _said(submissions: list[int]) -> dict[int, Decision]:
    decisions = Decision.objects.filter(submission__in=submissions, kind__in=TELLING)
    in_order = decisions.select_related("by").prefetch_related("reasons").order_by("at", "pk")
    return {decision.submission_id: decision for decision in in_order}


def _to_mend(submissions: list[int]) -> dict[int, int]:
    found = Finding.objects.filter(submission__in=submissions, level=Level.BLOCK).order_by()
    return dict(found.values_list("submission_id").annotate(Count("pk")))


def _used(pages: list[int]) -> Mapping[int, tuple[int, int]]:
    rows = ResourceUse.objects.filter(resource__in=pages, day__gte=first_day()).order_by().values_list("resource_id")
    return {page: (views, downloads) for page, views, downloads in rows.annotate(Sum("views"), Sum("downloads"))}


def _label(page: ResourcePage, name: str) -> str:
    model = page.cached_content_type.model_class() or ResourcePage
    field = next((field for field in model._meta.get_fields() if field.name == name), None)
    return str(getattr(field, "verbose_name", name)).capitalize()
