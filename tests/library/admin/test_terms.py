"""Vocabularies in the CMS."""

import pytest
from django.test import Client
from django.urls import reverse

from library.models import Licence, Topic, TopicLabel
from network.models import Region, User
from tests.factories import (
    AudienceFactory,
    CaseStudyFactory,
    LicenceFactory,
    OrganisationFactory,
    RegionFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(admin_user: User) -> Client:
    client = Client()
    client.force_login(admin_user)
    return client


def topic_form(topic: Topic, **changes: str) -> dict[str, str]:
    return {
        "name": topic.name,
        "slug": topic.slug,
        "description": "",
        "parent": str(topic.parent_id or ""),
        "labels-TOTAL_FORMS": "0",
        "labels-INITIAL_FORMS": "0",
        "labels-MIN_NUM_FORMS": "0",
        "labels-MAX_NUM_FORMS": "1000",
        **changes,
    }


def test_topics_are_listed_as_a_tree(admin: Client) -> None:
    parent = TopicFactory(slug="z", name="Zebra")
    TopicFactory(slug="c", name="Child", parent=parent)
    TopicFactory(slug="a", name="Apple")
    html = admin.get(reverse("topics:index")).content.decode()
    assert html.index("Apple") < html.index("Zebra") < html.index("\u2003Child")


def test_the_list_takes_the_same_queries_for_more_topics(admin: Client) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries() -> int:
        admin.get(reverse("topics:index"))  # the first after a change renews what is kept in the process
        with CaptureQueriesContext(connection) as captured:
            admin.get(reverse("topics:index"))
        return len(captured)

    TopicFactory.create_batch(3)
    few = queries()
    TopicFactory.create_batch(20)
    assert queries() == few


def test_a_topic_is_found_by_a_label_in_any_language(admin: Client) -> None:
    consent, other = TopicFactory(slug="consent", name="Consent"), TopicFactory(slug="other", name="Other")
    TopicLabel.objects.create(topic=consent, language="nl", label="Toestemming")
    html = admin.get(reverse("topics:index"), {"q": "toestem"}).content.decode()
    assert reverse("topics:edit", args=[consent.pk]) in html
    assert reverse("topics:edit", args=[other.pk]) not in html


def test_the_count_leads_to_the_resources(admin: Client) -> None:
    topic = TopicFactory()
    CaseStudyFactory(title="Asking first", topics=[topic])
    CaseStudyFactory(title="Something else")
    url = f"{reverse('resources:index')}?topics={topic.pk}"
    assert url in admin.get(reverse("topics:index")).content.decode()
    html = admin.get(url).content.decode()
    assert "Asking first" in html
    assert "Something else" not in html


def test_a_topic_moves_with_its_parent(admin: Client) -> None:
    topic, parent = TopicFactory(), TopicFactory()
    admin.post(reverse("topics:edit", args=[topic.pk]), topic_form(topic, parent=str(parent.pk)))
    topic.refresh_from_db()
    assert topic.parent == parent


def test_a_topic_cannot_be_put_below_itself(admin: Client) -> None:
    top = TopicFactory(name="Top")
    below = TopicFactory(name="Below", parent=TopicFactory(parent=top))
    reply = admin.post(reverse("topics:edit", args=[top.pk]), topic_form(top, parent=str(below.pk)))
    assert "nothing can be a part of itself" in reply.content.decode()
    top.refresh_from_db()
    assert top.parent is None


def test_a_topic_in_use_is_not_deleted_and_says_why(admin: Client) -> None:
    topic = TopicFactory()
    CaseStudyFactory(topics=[topic])
    TopicFactory(parent=topic)
    url = reverse("topics:delete", args=[topic.pk])
    html = admin.get(url).content.decode()
    assert "1 resource" in html
    assert "1 topic below it" in html
    assert "Yes, delete" not in html
    assert admin.post(url).status_code == 409
    assert Topic.objects.filter(pk=topic.pk).exists()


def test_a_topic_that_nobody_uses_is_deleted(admin: Client) -> None:
    topic = TopicFactory()
    admin.post(reverse("topics:delete", args=[topic.pk]))
    assert not Topic.objects.filter(pk=topic.pk).exists()


def test_a_region_says_every_use(admin: Client) -> None:
    region = RegionFactory(code="be")
    CaseStudyFactory(parent=OrganisationFactory(home_region=region), regions=[region])
    html = admin.get(reverse("regions:delete", args=[region.pk])).content.decode()
    assert "1 resource" in html
    assert "1 organisation" in html
    assert Region.objects.filter(code="be").exists()


def test_a_licence_in_use_is_not_deleted(admin: Client) -> None:
    licence = LicenceFactory()
    CaseStudyFactory(licence=licence)
    assert admin.post(reverse("licences:delete", args=[licence.pk])).status_code == 409
    assert Licence.objects.exists()


@pytest.mark.parametrize("name", ["topics", "regions", "audiences", "licences", "memberships", "leaderships"])
def test_every_list_and_form_opens(name: str, admin: Client) -> None:
    AudienceFactory()
    for view in ("index", "add"):
        assert admin.get(reverse(f"{name}:{view}")).status_code == 200
