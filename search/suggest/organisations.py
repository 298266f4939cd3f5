"""Which organisations a viewer may see, known without a query: names of hidden ones are not suggested."""

from wagtail.models import PageViewRestriction

from network.models import OrganisationPage
from search.access import Access
from search.vocabulary.kept import Kept
from search.vocabulary.snapshot import Vocabulary

Restrictions = dict[str, frozenset[int]]


def read_restrictions() -> Restrictions:
    """Return ids of the restrictions on each published organisation and the pages above it, by slug. Two queries."""
    above = list(PageViewRestriction.objects.values_list("pk", "page__path"))
    pages = OrganisationPage.objects.live().values_list("slug", "path")
    return {slug: frozenset(pk for pk, root in above if path.startswith(root)) for slug, path in pages}


_kept = Kept(read_restrictions)  # a change of any restriction or organisation raises the stamp


def may_see_organisation(slug: str, access: Access, vocabulary: Vocabulary) -> bool:
    """Tell whether an organisation may be seen; one that is not known here may not."""
    restrictions = _kept.get(vocabulary).get(slug)
    return restrictions is not None and access.allows(restrictions)
