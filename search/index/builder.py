"""Building documents: pages in, documents out, in a constant number of queries however many pages."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page, PageViewRestriction

from library.models import RESOURCE_TYPES, EventPage, LibraryImage, ResourcePage, TrainingMaterialPage
from network.models import OrganisationPage
from search.document import ResourceDocument
from search.index.predicate import indexable_resources
from search.vocabulary.snapshot import Vocabulary, get_vocabulary

logger = logging.getLogger(__name__)

RELATIONS = ("topics", "regions", "audiences", "people", "files")
COVER_FILTER = "fill-480x270|format-webp|webpquality-75"


def build_documents(page_ids: Iterable[int]) -> list[ResourceDocument]:
    """Return the documents of those pages that are to be indexed, in the order of their ids."""
    wanted = sorted(set(page_ids))
    context = BuildContext.read()
    pages = list(_specific_pages(wanted))
    organisations = _organisations_above(pages)
    documents = (
        build_document(page, organisations[page.path[: -Page.steplen]], context)
        for page in sorted(pages, key=lambda page: page.pk)
        if page.path[: -Page.steplen] in organisations
    )
    return list(documents)


@dataclass(frozen=True)
class BuildContext:
    """What every document of a batch needs: the vocabulary and the restrictions by path."""

    vocabulary: Vocabulary
    restrictions: tuple[tuple[str, int], ...]

    @classmethod
    def read(cls) -> "BuildContext":
        """Read it afresh."""
        rows = PageViewRestriction.objects.values_list("page__path", "pk")
        return cls(get_vocabulary(), tuple(rows))

    def restrictions_on(self, page: Page) -> tuple[int, ...]:
        """Return the ids of the restrictions on a page and on the pages above it."""
        return tuple(sorted(pk for path, pk in self.restrictions if page.path.startswith(path)))


def _specific_pages(page_ids: Sequence[int]) -> Iterator[ResourcePage]:
    indexable = set(indexable_resources().filter(pk__in=page_ids).values_list("pk", flat=True))
    for model in RESOURCE_TYPES.values():
        pages = model._default_manager.filter(pk__in=indexable).select_related("licence", "cover")
        yield from pages.prefetch_related(*RELATIONS, *model.part_relations, "cover__renditions")


def _organisations_above(pages: Sequence[ResourcePage]) -> dict[str, OrganisationPage]:
    paths = {page.path[: -Page.steplen] for page in pages}
    return {page.path: page for page in OrganisationPage.objects.live().filter(path__in=paths)}


def build_document(page: ResourcePage, organisation: OrganisationPage, context: BuildContext) -> ResourceDocument:
    """Return the document of one fetched page. Reads nothing but what was prefetched, and a missing cover size."""
    vocabulary = context.vocabulary
    topics = tuple(sorted(topic.slug for topic in page.topics.all()))
    regions = tuple(sorted(region.code for region in page.regions.all()))
    all_topics = vocabulary.with_ancestors("topic", topics)
    all_regions = vocabulary.with_ancestors("region", regions)
    published = page.first_published_at or page.last_published_at
    return ResourceDocument(
        page_id=page.pk,
        type=page.type_key,
        title=page.title,
        summary=page.summary,
        body=plain_body(page),
        parts="\n".join(part for part in page.parts() if part),
        language=page.language,
        url=page.get_url() or "",
        organisation=organisation.slug,
        organisation_title=organisation.title,
        topics=all_topics,
        topic_tags=topics,
        topic_labels=_words_of(vocabulary, "topic", all_topics),
        regions=all_regions,
        region_tags=regions,
        region_names=_words_of(vocabulary, "region", regions),
        audiences=tuple(sorted(audience.slug for audience in page.audiences.all())),
        levels=tuple(page.levels) if isinstance(page, TrainingMaterialPage) else (),
        people=tuple(person.name for person in page.people.all()),
        licence=page.licence.spdx if page.licence else "",
        year=page.year,
        published_at=published.astimezone(UTC).isoformat(timespec="microseconds") if published else "",
        starts_on=page.start_date.isoformat() if isinstance(page, EventPage) and page.start_date else "",
        files=len(page.files.all()),
        cover_url=cover_url(page.cover),
        restrictions=context.restrictions_on(page),
    )


def plain_body(page: ResourcePage) -> str:
    """Return the free text without markup; pictures, embedded media and other blocks without words give nothing."""
    texts = (str(text) for block in page.body for text in block.block.get_searchable_content(block.value))
    return "\n".join(text for text in texts if text)


def cover_url(cover: LibraryImage | None) -> str:
    """Return the address of a cover in the size of result lists; empty without one or where its file is lost."""
    try:
        return str(cover.get_rendition(COVER_FILTER).url) if cover else ""
    except (SourceImageIOError, InvalidFilterSpecError):
        logger.warning("Cover %s cannot be read", cover)
        return ""


def _words_of(vocabulary: Vocabulary, facet: str, codes: Iterable[str]) -> tuple[str, ...]:
    terms = vocabulary.terms(facet)
    return tuple(dict.fromkeys(word for code in codes if code in terms for word in terms[code].all_words()))
