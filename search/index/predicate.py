"""What is indexed: one predicate, shared by live updates, rebuilds, integrity checks and the database's own search."""

from django.db.models import QuerySet

from library.models import ResourcePage


def indexable_resources() -> QuerySet[ResourcePage]:
    """Return published resources; private ones too, since their documents carry their restrictions."""
    return ResourcePage.objects.live().filter(depth__gt=1)
