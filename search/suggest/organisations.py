"""Which organisations a viewer may see, known without a query: names of hidden ones are not suggested."""

from dataclasses import dataclass, field
from threading import Lock

from wagtail.models import PageViewRestriction

from network.models import OrganisationPage
from search.access import Access
from search.vocabulary.snapshot import Vocabulary

Restrictions = dict[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Privacy:
    """Ids of the restrictions on each published organisation and the pages above it, by slug, as of a vocabulary."""

    vocabulary: Vocabulary | None = None
    restrictions: Restrictions = field(default_factory=dict)

    def allows(self, slug: str, access: Access) -> bool:
        """Tell whether an organisation may be seen; one that is not known here may not."""
        known = self.restrictions.get(slug)
        return known is not None and access.allows(known)


class _Memo:
    """The latest state in this process; a change of any restriction or organisation makes another vocabulary."""

    def __init__(self) -> None:
        self.privacy = Privacy()
        self.lock = Lock()

    def get(self, vocabulary: Vocabulary) -> Privacy:
        known = self.privacy
        if known.vocabulary is not vocabulary:
            with self.lock:
                known = self.privacy = read_privacy(vocabulary)
        return known


_memo = _Memo()


def organisation_privacy(vocabulary: Vocabulary) -> Privacy:
    """Return the state as of a vocabulary. No query; two after a change."""
    return _memo.get(vocabulary)


def read_privacy(vocabulary: Vocabulary) -> Privacy:
    """Read it afresh; the vocabulary must have been read before, so that a later change is noticed."""
    above = list(PageViewRestriction.objects.values_list("pk", "page__path"))
    pages = OrganisationPage.objects.live().values_list("slug", "path")
    known = {slug: frozenset(pk for pk, root in above if path.startswith(root)) for slug, path in pages}
    return Privacy(vocabulary, known)
