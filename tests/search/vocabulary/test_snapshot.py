"""Vocabulary: one snapshot per change, labels in the reader's language, paths to the root."""

import pytest
from pytest_django import DjangoAssertNumQueries

from library.models import AudienceLabel, LabelKind, TopicLabel
from network.models import RegionName
from search.vocabulary.snapshot import get_vocabulary
from tests.factories import AudienceFactory, OrganisationFactory, RegionFactory, TopicFactory

pytestmark = pytest.mark.django_db


def test_it_costs_one_query_until_something_changes(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    TopicFactory.create(slug="consent")
    get_vocabulary()
    with django_assert_num_queries(1):
        get_vocabulary()
    TopicFactory.create(slug="privacy")
    assert set(get_vocabulary().topics) == {"consent", "privacy"}


def test_labels_are_in_the_readers_language_else_in_english_else_the_code() -> None:
    topic = TopicFactory.create(slug="consent", name="Consent")
    TopicLabel.objects.create(topic=topic, language="nl", kind=LabelKind.PREFERRED, label="Toestemming")
    TopicLabel.objects.create(topic=topic, language="nl", kind=LabelKind.ALTERNATIVE, label="Akkoord")
    region = RegionFactory.create(code="be", name="Belgium")
    RegionName.objects.create(region=region, language="nl", name="België")
    audience = AudienceFactory.create(slug="nurses", name="Nurses")
    AudienceLabel.objects.create(audience=audience, language="nl", label="Verpleegkundigen")
    vocabulary = get_vocabulary()
    assert vocabulary.label("topic", "consent", "nl-be") == "Toestemming"
    assert vocabulary.label("topic", "consent", "fr") == "Consent"
    assert vocabulary.label("topic", "gone", "nl") == "gone"
    assert vocabulary.label("region", "be", "nl") == "België"
    assert vocabulary.label("audience", "nurses", "nl") == "Verpleegkundigen"
    assert vocabulary.label("year", "2020", "nl") == "2020"
    assert vocabulary.topics["consent"].all_words() == ["Consent", "Toestemming", "Akkoord"]


def test_paths_lead_to_the_root() -> None:
    privacy = TopicFactory.create(slug="privacy")
    TopicFactory.create(slug="consent", parent=privacy)
    vocabulary = get_vocabulary()
    assert vocabulary.ancestors("topic", "consent") == ("consent", "privacy")
    assert vocabulary.ancestors("topic", "gone") == ()
    assert [term.code for term in vocabulary.children("topic", "privacy")] == ["consent"]
    assert [term.code for term in vocabulary.children("topic", None)] == ["privacy"]
    assert vocabulary.with_ancestors("topic", ["consent", "privacy"]) == ("consent", "privacy")


def test_drafts_of_organisations_are_not_in_it() -> None:
    OrganisationFactory.create(slug="north")
    OrganisationFactory.create(slug="secret", live=False)
    assert set(get_vocabulary().organisations) == {"north"}
