"""What a viewer may see, as a filter on pages in the database."""

from django.db.models import Q
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet

from search.access import Access


def visible(pages: PageQuerySet, access: Access) -> PageQuerySet:
    """Return the published pages outside of every subtree whose restriction the viewer does not pass. One query."""
    hidden = PageViewRestriction.objects.exclude(pk__in=access.passed).values_list("page__path", flat=True)
    subtrees = Q()
    for path in hidden:
        subtrees |= Q(path__startswith=path)
    found: PageQuerySet = pages.live().exclude(subtrees) if subtrees else pages.live()
    return found
