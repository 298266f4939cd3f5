"""What is indexed: one predicate, shared by live updates, rebuilds, integrity checks and the database's own search."""

from django.db.models import QuerySet
from wagtail.query import PageQuerySet

from library.models import ResourcePage


def indexable_resources() -> PageQuerySet:
    """Return published resources; private ones too, since their documents carry their restrictions."""
    published: PageQuerySet = ResourcePage.objects.live()
    return published


def indexable_ids() -> QuerySet[ResourcePage, int]:
    """Return the ids of ``indexable_resources``, in order."""
    ids: QuerySet[ResourcePage, int] = indexable_resources().order_by("pk").values_list("pk", flat=True)
    return ids
