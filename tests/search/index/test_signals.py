"""Every change of content arrives in the index with the commit that made it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction

from library.models import LabelKind, Licence, TopicLabel
from library.signals import resources_changed
from network.models import RegionKind, RegionName
from search.index.models import IndexQueueEntry
from tests.factories import (
    AudienceFactory,
    CaseStudyFactory,
    GuideFactory,
    LicenceFactory,
    OrganisationFactory,
    RegionFactory,
    TopicFactory,
    directory,
    publish,
)
from tests.fakes import MemoryStore

Committed = Callable[[], AbstractContextManager[object]]
pytestmark = pytest.mark.django_db


def test_a_published_resource_is_in_the_index(index: MemoryStore, committed: Committed) -> None:
    guide = GuideFactory.create(live=False)
    with committed():
        publish(guide)
    assert index.documents()[guide.pk].title == guide.title
    assert not IndexQueueEntry.objects.exists()


def test_a_draft_of_a_published_resource_changes_nothing_until_it_is_published(
    index: MemoryStore, committed: Committed
) -> None:
    guide = GuideFactory.create(title="Old", live=False)
    with committed():
        publish(guide)
    guide.title = "New"
    with committed():
        revision = guide.save_revision()
    assert index.documents()[guide.pk].title == "Old"
    with committed():
        revision.publish()
    assert index.documents()[guide.pk].title == "New"


def test_an_unpublished_resource_leaves_the_index(index: MemoryStore, committed: Committed) -> None:
    guide = GuideFactory.create()
    with committed():
        publish(guide)
    with committed():
        guide.unpublish()
    assert guide.pk not in index.documents()


def test_a_deleted_resource_leaves_the_index(index: MemoryStore, committed: Committed) -> None:
    guide = GuideFactory.create()
    with committed():
        publish(guide)
    pk = guide.pk
    with committed():
        guide.delete()
    assert pk not in index.documents()


def test_deleting_an_organisation_takes_its_resources_out(index: MemoryStore, committed: Committed) -> None:
    organisation = OrganisationFactory.create()
    guide = GuideFactory.create(parent=organisation)
    with committed():
        publish(guide)
    with committed():
        organisation.delete()
    assert index.documents() == {}


def test_a_moved_resource_belongs_to_its_new_organisation(index: MemoryStore, committed: Committed) -> None:
    guide = GuideFactory.create()
    elsewhere = OrganisationFactory.create(slug="elsewhere")
    with committed():
        publish(guide)
    with committed():
        guide.move(elsewhere, pos="last-child")
    document = index.documents()[guide.pk]
    assert document.organisation == "elsewhere"
    assert document.url.startswith("/organisations/elsewhere/")


def test_a_renamed_organisation_is_renamed_in_its_resources(index: MemoryStore, committed: Committed) -> None:
    organisation = OrganisationFactory.create(title="Old name", slug="old-name")
    guide = GuideFactory.create(parent=organisation)
    organisation.title, organisation.slug = "New name", "new-name"
    with committed():
        publish(organisation)
    document = index.documents()[guide.pk]
    assert (document.organisation, document.organisation_title) == ("new-name", "New name")
    assert document.url.startswith("/organisations/new-name/")


@pytest.mark.parametrize("level", ["resource", "organisation", "directory"])
def test_privacy_set_at_any_level_arrives_and_is_lifted(index: MemoryStore, committed: Committed, level: str) -> None:
    organisation = OrganisationFactory.create()
    guide = GuideFactory.create(parent=organisation)
    page = {"resource": guide, "organisation": organisation, "directory": directory()}[level]
    with committed():
        restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert index.documents()[guide.pk].restrictions == (restriction.pk,)
    with committed():
        restriction.delete()
    assert index.documents()[guide.pk].restrictions == ()


def test_a_new_word_for_a_topic_above_arrives(index: MemoryStore, committed: Committed) -> None:
    infection = TopicFactory.create(slug="infection", name="Infection")
    hospital = TopicFactory.create(slug="hospital-infection", name="Hospital infection", parent=infection)
    guide = GuideFactory.create(topics=[hospital])
    with committed():
        TopicLabel.objects.create(topic=infection, language="nl", kind=LabelKind.ALTERNATIVE, label="besmetting")
    document = index.documents()[guide.pk]
    assert "besmetting" in document.topic_labels
    assert document.topics == ("hospital-infection", "infection")
    assert document.topic_tags == ("hospital-infection",)


def test_a_topic_moved_below_another_rolls_up_there(index: MemoryStore, committed: Committed) -> None:
    topic, parent = TopicFactory.create(slug="consent"), TopicFactory.create(slug="privacy")
    guide = GuideFactory.create(topics=[topic])
    topic.parent = parent
    with committed():
        topic.save()
    assert index.documents()[guide.pk].topics == ("consent", "privacy")


def test_a_renamed_region_and_its_new_code_arrive(index: MemoryStore, committed: Committed) -> None:
    europe = RegionFactory.create(code="europe", name="Europe", kind=RegionKind.CONTINENT)
    belgium = RegionFactory.create(code="be", name="Belgium", parent=europe)
    guide = CaseStudyFactory.create(regions=[belgium])
    with committed():
        RegionName.objects.create(region=belgium, language="nl", name="België")
    assert index.documents()[guide.pk].region_names == ("Belgium", "België")
    assert index.documents()[guide.pk].regions == ("be", "europe", "world")
    europe.code = "europa"
    with committed():
        europe.save()
    assert index.documents()[guide.pk].regions == ("be", "europa", "world")


def test_audience_and_licence_codes_arrive(index: MemoryStore, committed: Committed) -> None:
    audience, licence = AudienceFactory.create(slug="nurses"), LicenceFactory.create()
    guide = GuideFactory.create(audiences=[audience], licence=licence)
    audience.slug = "nursing-staff"
    with committed():
        audience.save()
        Licence.objects.get(pk=licence.pk).save()
    assert index.documents()[guide.pk].audiences == ("nursing-staff",)
    assert index.documents()[guide.pk].licence == licence.spdx


def test_scheduled_publication_and_expiry_arrive(index: MemoryStore, committed: Committed) -> None:
    guide, now = GuideFactory.create(live=False), timezone.now()
    guide.go_live_at, guide.expire_at = now + timedelta(hours=1), now + timedelta(hours=2)
    with committed():
        publish(guide)
    assert guide.pk not in index.documents()
    for hours, expected in ((1.5, True), (2.5, False)):
        with time_machine.travel(now + timedelta(hours=hours)), committed():
            call_command("publish_scheduled", verbosity=0)
        assert (guide.pk in index.documents()) is expected


def test_bulk_writes_are_announced_by_the_library(index: MemoryStore, committed: Committed) -> None:
    guide = GuideFactory.create()
    with committed():
        resources_changed.send(sender=None, page_ids=[guide.pk])
    assert guide.pk in index.documents()


def test_nothing_is_queued_by_a_change_that_is_rolled_back(index: MemoryStore) -> None:
    guide = GuideFactory.create(live=False)
    waiting = IndexQueueEntry.objects.count()
    with transaction.atomic():
        publish(guide)
        assert IndexQueueEntry.objects.count() > waiting
        transaction.set_rollback(True)
    assert IndexQueueEntry.objects.count() == waiting
