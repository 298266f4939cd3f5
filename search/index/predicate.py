"""What is indexed: one predicate, shared by live updates, rebuilds, integrity checks and the database's own search."""

from wagtail.query import PageQuerySet

from library.models import ResourcePage


def indexable_resources() -> PageQuerySet:
    """Return published resources; private ones too, since their documents carry their restrictions."""
    published: PageQuerySet = ResourcePage.objects.live()
    return published
