"""Building documents: pages in, documents out, in a constant number of queries however many pages."""

import logging
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC
from operator import attrgetter

from django.contrib.contenttypes.models import ContentType
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from library.models import RESOURCE_TYPES, EventPage, LibraryImage, ResourcePage, TrainingMaterialPage
from network.models import OrganisationPage
from search.document import ResourceDocument
from search.index.predicate import indexable_resources
from search.index.relations import Relations
from search.vocabulary.snapshot import Vocabulary

logger = logging.getLogger(__name__)

COVER_FILTER = "fill-480x270|format-webp|webpquality-75"


def build_documents(page_ids: Iterable[int]) -> list[ResourceDocument]:
    """Return the documents of those pages that are to be indexed, in the order of their ids."""
    pages = sorted(_specific_pages(set(page_ids)), key=attrgetter("pk"))
    relations = Relations.of(pages)
    built = ((page, relations.organisation_of(page)) for page in pages)
    return [build_document(page, organisation, relations) for page, organisation in built if organisation]


def _specific_pages(page_ids: Collection[int]) -> Iterator[ResourcePage]:
    """Yield pages as their own types, each asked for its own ids alone: Django looks at every id of a condition."""
    ids: dict[int, list[int]] = defaultdict(list)
    for pk, content_type in indexable_resources().filter(pk__in=page_ids).values_list("pk", "content_type"):
        ids[content_type].append(pk)
    for model in RESOURCE_TYPES.values():
        if own := ids.get(ContentType.objects.get_for_model(model).pk):
            pages = model._default_manager.filter(pk__in=own).select_related("licence", "cover")
            yield from pages.prefetch_related(*model.part_relations, "cover__renditions")


def build_document(page: ResourcePage, organisation: OrganisationPage, related: Relations) -> ResourceDocument:
    """Return the document of one fetched page. Reads nothing but what was fetched, and a missing cover size."""
    vocabulary = related.vocabulary
    topics = related.topics.get(page.pk, ())
    regions = related.regions.get(page.pk, ())
    files = related.files.get(page.pk, ())
    all_topics = vocabulary.with_ancestors("topic", topics)
    published = page.first_published_at or page.last_published_at
    return ResourceDocument(
        page_id=page.pk,
        type=page.type_key,
        title=page.title,
        summary=page.summary,
        body=plain_body(page),
        parts="\n".join(part for part in (*page.parts(), *(file.title for file in files)) if part),
        language=page.language,
        url=page.get_url() or "",
        organisation=organisation.slug,
        organisation_title=organisation.title,
        topics=all_topics,
        topic_tags=topics,
        topic_labels=_words_of(vocabulary, "topic", all_topics),
        regions=vocabulary.with_ancestors("region", regions),
        region_tags=regions,
        region_names=_words_of(vocabulary, "region", regions),
        audiences=related.audiences.get(page.pk, ()),
        levels=tuple(page.levels) if isinstance(page, TrainingMaterialPage) else (),
        people=related.people.get(page.pk, ()),
        licence=page.licence.spdx if page.licence else "",
        year=page.year,
        published_at=published.astimezone(UTC).isoformat(timespec="microseconds") if published else "",
        starts_on=page.start_date.isoformat() if isinstance(page, EventPage) and page.start_date else "",
        files=len(files),
        uses=related.uses.get(page.pk, 0),
        cover_url=cover_url(page.cover),
        restrictions=related.restrictions_on(page),
        passages=tuple(passage for file in files for passage in file.passages),
        original=page.adapted_from_id or page.pk,
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
