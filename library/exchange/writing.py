"""Writing a batch of new pages in bulk: what Wagtail does for one page on "publish", done for hundreds at once.

Django's ``bulk_create`` refuses models that inherit their table from another. Three layers are therefore written one
after the other: ``wagtailcore_page`` by ``bulk_create`` (which gives the keys), then each type's tables by Django's
``InsertQuery``, the class that ``bulk_create`` itself uses; it is not part of the documented API, and the only such
thing beside two methods of Wagtail's reference index (see ``_write_references``). Nothing sends model signals, so the
caller tells the library's own listeners.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import batched, groupby
from operator import attrgetter
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connections, router
from django.db.models import CharField, Model, OuterRef, Subquery
from django.db.models.functions import Cast
from django.db.models.sql import InsertQuery
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backends

from library.models import ResourceAudience, ResourceLink, ResourcePage, ResourcePerson, ResourceRegion, ResourceTopic


def write_pages(pages: Sequence[ResourcePage], now: datetime) -> None:
    """Write unsaved pages with their revisions, tags, people, links, history, references and admin search entries.

    A constant number of queries, whatever the number of pages (as far as one INSERT holds them). Must run inside a
    transaction. The pages carry their places in the tree (``library/exchange/slots.py``) and get their keys here.
    """
    Page.objects.bulk_create(pages)
    for page in pages:
        key = Page._meta.pk.value_from_object(page)
        for model in (ResourcePage, type(page)):  # their rows have the key of the page
            setattr(page, model._meta.pk.attname, key)
    _insert_rows(ResourcePage, pages)
    for model, group in _by_type(pages):
        _insert_rows(model, group)
    _write_children(pages)
    _write_revisions(pages, now)
    _write_references(pages)
    for model, group in _by_type(pages):
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(model, group)


def _by_type(pages: Iterable[ResourcePage]) -> list[tuple[type[ResourcePage], list[ResourcePage]]]:
    ordered = sorted(pages, key=attrgetter("type_key"))
    return [
        (type(group[0]), group) for group in (list(items) for _key, items in groupby(ordered, attrgetter("type_key")))
    ]


def _insert_rows(model: type[Model], instances: Sequence[Model]) -> None:
    """Insert the rows of one table of an inheritance chain; the tables above are written already."""
    alias = router.db_for_write(model)
    fields = model._meta.local_concrete_fields
    size = max(connections[alias].ops.bulk_batch_size(fields, instances), 1)
    for part in batched(instances, size):
        query = InsertQuery(model)
        query.insert_values(fields, list(part))
        query.get_compiler(using=alias).execute_sql()


def _write_children(pages: Sequence[ResourcePage]) -> None:
    people, links = list[ResourcePerson](), list[ResourceLink]()
    for page in pages:
        people += page.people.all()
        links += page.links.all()
        children: list[ResourcePerson | ResourceLink] = [*page.people.all(), *page.links.all()]
        for child in children:
            child.page = page
    ResourcePerson.objects.bulk_create(people)
    ResourceLink.objects.bulk_create(links)
    ResourceTopic.objects.bulk_create(
        ResourceTopic(resource_id=page.pk, topic_id=topic.pk) for page in pages for topic in page.topics.all()
    )
    ResourceRegion.objects.bulk_create(
        ResourceRegion(resource_id=page.pk, region_id=region.pk) for page in pages for region in page.regions.all()
    )
    ResourceAudience.objects.bulk_create(
        ResourceAudience(resource_id=page.pk, audience_id=audience.pk)
        for page in pages
        for audience in page.audiences.all()
    )


def _write_revisions(pages: Sequence[ResourcePage], now: datetime) -> None:
    """Give each page the revision that the editor opens, and the first lines of its history."""
    base = ContentType.objects.get_for_model(Page)
    revisions = Revision.objects.bulk_create(
        Revision(
            content_type_id=page.content_type_id,
            base_content_type=base,
            object_id=str(page.pk),
            created_at=now,
            object_str=str(page),
            content=page.serializable_data(),
        )
        for page in pages
    )
    own = Revision.objects.filter(base_content_type=base, object_id=Cast(OuterRef("pk"), CharField()))
    latest = Subquery(own.order_by("-pk").values("pk")[:1])
    keys = [page.pk for page in pages]
    Page.objects.filter(pk__in=keys).update(latest_revision_id=latest)
    Page.objects.filter(pk__in=keys, live=True).update(live_revision_id=latest)
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            page_id=page.pk,
            content_type_id=page.content_type_id,
            label=page.title,
            action=action,
            timestamp=now,
            revision=revision,
            content_changed=True,
        )
        for page, revision in zip(pages, revisions, strict=True)
        for action in (("wagtail.create", "wagtail.publish") if page.live else ("wagtail.create",))
    )


def _write_references(pages: Sequence[ResourcePage]) -> None:
    """Write what each page refers to, so that the CMS can say where a licence is used.

    The public ``create_or_update_for_object`` asks the database twice for each page; new pages have no rows to compare.
    """
    rows: list[Any] = []
    base = ContentType.objects.get_for_model(Page)
    for page in pages:
        for content_type_id, object_id, model_path, content_path in set(
            ReferenceIndex._extract_references_from_object(page)
        ):
            row = ReferenceIndex(
                content_type_id=page.content_type_id,
                base_content_type=base,
                object_id=str(page.pk),
                to_content_type_id=content_type_id,
                to_object_id=object_id,
                model_path=model_path,
                content_path=content_path,
                content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
            )
            rows.append(row)
    ReferenceIndex.objects.bulk_create(rows)
