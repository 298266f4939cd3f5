"""What uses a term of a vocabulary: why it cannot be deleted, and where to look."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import ngettext

from library.models import Audience, Licence, ResourceAudience, ResourcePage, ResourceRegion, ResourceTopic, Topic
from network.models import Leadership, OrganisationPage, Region

# Which rows tie resources to a term, by which of their fields, and what the list of resources calls the term.
RESOURCE_TIES: dict[type[Model], tuple[type[Model], str, str]] = {
    Topic: (ResourceTopic, "topic", "topics"),
    Region: (ResourceRegion, "region", "regions"),
    Audience: (ResourceAudience, "audience", "audiences"),
    Licence: (ResourcePage, "licence", "licence"),
}


@dataclass(frozen=True, slots=True)
class Use:
    """So many things of one kind use a term; ``words`` says it in the editor's language, ``url`` lists them."""

    count: int
    words: str
    url: str


def with_resource_count(terms: QuerySet[Any]) -> QuerySet[Any]:
    """Annotate terms with ``resource_count``, drafts included, in the same query."""
    model, field, _parameter = RESOURCE_TIES[terms.model]
    tied = model._default_manager.filter(**{field: OuterRef("pk")}).order_by().values(field)
    counted = Subquery(tied.annotate(total=Count("pk")).values("total"), output_field=IntegerField())
    counted_terms: QuerySet[Any] = terms.annotate(resource_count=Coalesce(counted, 0))
    return counted_terms


def resources_url(term: Model) -> str:
    """Return the address in the CMS of the list of resources that use a term."""
    parameter = RESOURCE_TIES[type(term)][2]
    return f"{reverse('resources:index')}?{parameter}={term.pk}"


def uses_of(term: Model) -> list[Use]:
    """Return what uses a term; an empty list means that it can be deleted."""
    model, field, _parameter = RESOURCE_TIES[type(term)]
    count = model._default_manager.filter(**{field: term.pk}).count()
    uses = [Use(count, ngettext("%d resource", "%d resources", count) % count, resources_url(term))]
    if isinstance(term, Topic | Region):
        uses.append(_uses_below(term))
    if isinstance(term, Region):
        uses += _uses_in_network(term)
    return [use for use in uses if use.count]


def _uses_below(term: Topic | Region) -> Use:
    count = term.children.count()
    if isinstance(term, Topic):
        return Use(count, ngettext("%d topic below it", "%d topics below it", count) % count, reverse("topics:index"))
    return Use(count, ngettext("%d region below it", "%d regions below it", count) % count, reverse("regions:index"))


def _uses_in_network(region: Region) -> list[Use]:
    based = OrganisationPage.objects.filter(home_region=region).count()
    led = Leadership.objects.filter(region=region).count()
    return [
        Use(based, ngettext("%d organisation", "%d organisations", based) % based, reverse("organisations:index")),
        Use(led, ngettext("%d leadership", "%d leaderships", led) % led, reverse("leaderships:index")),
    ]
