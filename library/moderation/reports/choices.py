"""Filters that several reports share."""

from typing import Any

import django_filters

from library.moderation.reports.scope import Scope, about_regions, below, scope_of
from library.moderation.submissions import Submission
from network.leadership.territory import Territories
from network.models import OrganisationPage, Region


def places_of(request: Any) -> Any:
    """Return the regions that somebody may choose."""
    return scope_of(request.user).places().prefetch_related("names").order_by("name")


class AboutFilter(django_filters.ModelChoiceFilter):
    """Keeps what is about a region or a part of it."""

    def __init__(self, *args: Any, key: str = "pk", **kwargs: Any) -> None:
        super().__init__(*args, queryset=places_of, to_field_name="code", **kwargs)
        self.key = key

    def filter(self, qs: Any, value: Region | None) -> Any:
        """Narrow by the tree of regions."""
        if value is None:
            return qs
        return qs.filter(about_regions(below(frozenset({value.pk}), Territories.read()), self.key))


def organisations_of(request: Any) -> Any:
    """Return the organisations that have sent something which somebody sees."""
    scope: Scope = scope_of(request.user)
    sent = Submission.objects.filter(scope.of_submissions()).values("organisation")
    return OrganisationPage.objects.filter(pk__in=sent).order_by("title")
