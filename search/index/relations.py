"""What belongs to a batch of pages, read as plain rows: one query for each relation, no objects made."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Model
from wagtail.models import Page, PageViewRestriction

from library.models import ResourceAudience, ResourcePerson, ResourceRegion, ResourceTopic
from library.use.figures import uses_of
from network.models import OrganisationPage
from search.index.attachments import Attachment, attachments_of
from search.vocabulary.snapshot import Vocabulary, get_vocabulary

Values = Mapping[int, tuple[str, ...]]  # by page id


@dataclass(frozen=True)
class Relations:
    """Codes, names and counts by page id; organisations by path; restrictions by the path they stand on."""

    vocabulary: Vocabulary
    topics: Values
    regions: Values
    audiences: Values
    people: Values
    files: Mapping[int, tuple[Attachment, ...]]
    organisations: Mapping[str, OrganisationPage]
    restrictions: tuple[tuple[str, int], ...]
    uses: Mapping[int, int]

    @classmethod
    def of(cls, pages: Collection[Page]) -> "Relations":
        """Read everything for a batch. Ten queries, and what the vocabulary needs after a change."""
        ids = [page.pk for page in pages]
        return cls(
            vocabulary=get_vocabulary(),
            topics=_tags(ResourceTopic, "topic__slug", ids),
            regions=_tags(ResourceRegion, "region__code", ids),
            audiences=_tags(ResourceAudience, "audience__slug", ids),
            people=_children(ResourcePerson, "name", ids),
            files=attachments_of(ids),
            organisations=_organisations_above(pages),
            restrictions=tuple(PageViewRestriction.objects.values_list("page__path", "pk")),
            uses=uses_of(ids),
        )

    def organisation_of(self, page: Page) -> OrganisationPage | None:
        """Return the published organisation directly above a page, if there is one."""
        return self.organisations.get(parent_path(page))

    def restrictions_on(self, page: Page) -> tuple[int, ...]:
        """Return the ids of the restrictions on a page and on the pages above it."""
        return tuple(sorted(pk for path, pk in self.restrictions if page.path.startswith(path)))


def parent_path(page: Page) -> str:
    """Return the path of the page above."""
    path: str = page.path
    return path[: -Page.steplen]


def _tags(model: type[Model], column: str, ids: Collection[int]) -> Values:
    """Return the codes that pages are tagged with, in alphabetical order."""
    rows = model._default_manager.filter(resource__in=ids).order_by(column)
    return _by_page(rows.values_list("resource_id", column))


def _children(model: type[Model], column: str, ids: Collection[int]) -> Values:
    """Return a column of pages' child rows, in the order they were given."""
    rows = model._default_manager.filter(page__in=ids).order_by("sort_order", "pk")
    return _by_page(rows.values_list("page_id", column))


def _by_page(rows: Iterable[tuple[int, str]]) -> Values:
    values: dict[int, list[str]] = defaultdict(list)
    for page_id, value in rows:
        values[page_id].append(value)
    return {page_id: tuple(items) for page_id, items in values.items()}


def _organisations_above(pages: Collection[Page]) -> dict[str, OrganisationPage]:
    organisations = OrganisationPage.objects.live().filter(path__in={parent_path(page) for page in pages})
    return {organisation.path: organisation for organisation in organisations}
