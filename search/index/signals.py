"""What makes a document out of date: each change queues the pages it touches, in its own transaction."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from library.models import (
    Audience,
    AudienceLabel,
    LibraryDocument,
    LibraryImage,
    Licence,
    ResourceAudience,
    ResourceFile,
    ResourcePage,
    ResourceRegion,
    ResourceTopic,
    Topic,
    TopicLabel,
)
from library.signals import resources_changed, vocabulary_changed
from network.models import OrganisationPage, Region, RegionName
from search.index.queue import queue_pages
from search.vocabulary.models import VocabularyStamp
from search.vocabulary.snapshot import get_vocabulary


def connect() -> None:
    """Connect every receiver; called once when the app is ready."""
    for signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
        signal.connect(page_changed)
    post_delete.connect(resource_deleted, sender=ResourcePage)
    post_delete.connect(organisation_deleted, sender=OrganisationPage)
    for model, receiver in (
        (PageViewRestriction, privacy_changed),
        (Topic, topic_changed),
        (TopicLabel, topic_changed),
        (Region, region_changed),
        (RegionName, region_changed),
        (Audience, audience_changed),
        (AudienceLabel, audience_changed),
        (Licence, licence_changed),
        (LibraryImage, image_changed),
    ):
        post_save.connect(receiver, sender=model)
        post_delete.connect(receiver, sender=model)
    post_save.connect(file_changed, sender=LibraryDocument)
    resources_changed.connect(resources_written)
    vocabulary_changed.connect(vocabulary_written)


def page_changed(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Published, unpublished, moved or renamed: the page and everything below it."""
    if issubclass(sender, OrganisationPage):
        VocabularyStamp.raise_number()
    queue_subtree(instance)


def queue_subtree(page: Page) -> None:
    """Queue the resources at or below a page."""
    queue_pages(ResourcePage.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True))


def resource_deleted(sender: type[Model], instance: ResourcePage, **kwargs: Any) -> None:
    """A deleted page leaves the index."""
    queue_pages([instance.pk])


def organisation_deleted(sender: type[Model], **kwargs: Any) -> None:
    """A deleted organisation leaves the vocabulary; its resources are deleted one by one."""
    VocabularyStamp.raise_number()


def privacy_changed(sender: type[Model], instance: PageViewRestriction, **kwargs: Any) -> None:
    """A restriction was set, changed or lifted: everything below carries other restrictions."""
    VocabularyStamp.raise_number()  # whose names may be suggested is kept by it
    queue_subtree(instance.page)


def topic_changed(sender: type[Model], instance: Topic | TopicLabel, **kwargs: Any) -> None:
    """Labels of a topic are in the documents of its resources and of those below it."""
    topic_id = instance.topic_id if isinstance(instance, TopicLabel) else instance.pk
    VocabularyStamp.raise_number()
    slugs = _codes_below("topic", Topic.objects.filter(pk=topic_id).values_list("slug", flat=True))
    queue_pages(ResourceTopic.objects.filter(topic__slug__in=slugs).values_list("resource_id", flat=True))


def region_changed(sender: type[Model], instance: Region | RegionName, **kwargs: Any) -> None:
    """Names and ancestors of a region are in the documents of its resources and of those below it."""
    region_id = instance.region_id if isinstance(instance, RegionName) else instance.pk
    VocabularyStamp.raise_number()
    codes = _codes_below("region", Region.objects.filter(pk=region_id).values_list("code", flat=True))
    queue_pages(ResourceRegion.objects.filter(region__code__in=codes).values_list("resource_id", flat=True))


def audience_changed(sender: type[Model], instance: Audience | AudienceLabel, **kwargs: Any) -> None:
    """The short name of an audience is in the documents; its names are looked up when they are shown."""
    VocabularyStamp.raise_number()
    if isinstance(instance, Audience):
        queue_pages(ResourceAudience.objects.filter(audience=instance).values_list("resource_id", flat=True))


def licence_changed(sender: type[Model], instance: Licence, **kwargs: Any) -> None:
    """The identifier of a licence is in the documents."""
    queue_pages(ResourcePage.objects.filter(licence=instance).values_list("pk", flat=True))


def image_changed(sender: type[Model], instance: LibraryImage, **kwargs: Any) -> None:
    """The address of a cover is in the documents."""
    queue_pages(ResourcePage.objects.filter(cover_id=instance.pk).values_list("pk", flat=True))


def file_changed(sender: type[Model], instance: LibraryDocument, **kwargs: Any) -> None:
    """The title of a file and what it says are in the documents; a replaced one waits to be read.

    One that a page uses cannot be deleted.
    """
    queue_pages(ResourceFile.objects.filter(document_id=instance.pk).values_list("page_id", flat=True))


def resources_written(sender: object, page_ids: Iterable[int], **kwargs: Any) -> None:
    """Resources were written in bulk."""
    queue_pages(page_ids)


def vocabulary_written(sender: object, **kwargs: Any) -> None:
    """Topics, audiences, regions or organisations were written in bulk."""
    VocabularyStamp.raise_number()


def _codes_below(facet: str, codes: Iterable[str]) -> list[str]:
    """Return codes and everything below them, as of now; a deleted one gives nothing."""
    vocabulary, wanted = get_vocabulary(), set(codes)
    return [code for code in vocabulary.terms(facet) if wanted.intersection(vocabulary.ancestors(facet, code))]
