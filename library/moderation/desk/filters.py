"""What the desk's lists can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from library.languages import language_choices
from library.models import RESOURCE_TYPES
from library.moderation.decisions import Decision
from library.moderation.routing import reviewable_by
from library.moderation.submissions import Submission, SubmissionRegion
from network.models import OrganisationPage, Region

WHOSE = (("mine", _("I have it")), ("nobody", _("Nobody has it")), ("others", _("Somebody else has it")))


def type_choices() -> list[tuple[str, Any]]:
    """Return the types of resources by name."""
    return [(key, model._meta.verbose_name) for key, model in RESOURCE_TYPES.items()]


def within(region: Region) -> set[int]:
    """Return the keys of a region and of everything below it; one SQL query."""
    parents = dict(Region.objects.order_by().values_list("pk", "parent_id"))
    found, before = {region.pk}, 0
    while len(found) > before:
        before = len(found)
        found |= {key for key, parent in parents.items() if parent in found}
    return found


def organisations_of(request: HttpRequest) -> Any:
    """Return the organisations that have sent something which somebody may decide on or has decided on."""
    user: Any = request.user  # the desk is for those who are logged in
    decided = Decision.objects.filter(by=user).values("submission")
    theirs = reviewable_by(user).order_by().values("organisation")
    sent = Submission.objects.filter(pk__in=decided).values("organisation")
    return OrganisationPage.objects.filter(Q(pk__in=theirs) | Q(pk__in=sent)).order_by("title")


class DeskFilterSet(WagtailFilterSet):
    """Filters of both lists of the desk."""

    organisation = django_filters.ModelChoiceFilter(queryset=organisations_of, label=_("Organisation"))
    type_key = django_filters.ChoiceFilter(choices=type_choices, label=_("Type"))
    language = django_filters.ChoiceFilter(choices=language_choices, label=_("Language"))
    region = django_filters.ModelChoiceFilter(
        queryset=Region.objects.prefetch_related("names").order_by("name"), label=_("Region"), method="in_region"
    )

    class Meta:
        model = Submission
        fields: list[str] = []

    def in_region(self, queryset: QuerySet[Submission], name: str, value: Region) -> QuerySet[Submission]:
        """Keep what concerns a region or anything below it."""
        concerned = SubmissionRegion.objects.filter(region__in=within(value))
        return queryset.filter(pk__in=concerned.values("submission"))


class QueueFilterSet(DeskFilterSet):
    """What waits can also be narrowed by who has it and whether it is overdue."""

    whose = django_filters.ChoiceFilter(choices=WHOSE, label=_("Who has it"), method="held_by")
    overdue = django_filters.BooleanFilter(label=_("Overdue"), method="is_overdue")

    def held_by(self, queryset: QuerySet[Submission], name: str, value: str) -> QuerySet[Submission]:
        """Keep what one has oneself, what nobody has, or what others have."""
        mine = queryset.filter(claimed_by=self.request.user)
        taken = queryset.filter(claimed_by__isnull=False).exclude(claimed_by=self.request.user)
        return {"mine": mine, "others": taken}.get(value, queryset.filter(claimed_by__isnull=True))

    def is_overdue(self, queryset: QuerySet[Submission], name: str, value: bool) -> QuerySet[Submission]:
        """Keep what is overdue, or what is not."""
        late = {"due_at__lt": timezone.now()}
        return queryset.filter(**late) if value else queryset.exclude(**late)
