"""What every reader needs, and what each type does."""

from typing import Any

import pytest
from django.utils import timezone

from library.models import ResourceLink, ResourcePage
from library.moderation.checks.complete import PartsOfType, RequiredFields
from library.moderation.checks.licence import LicenceChosen
from tests.factories import (
    CaseStudyFactory,
    EventFactory,
    GuideFactory,
    LicenceFactory,
    RegionFactory,
    TopicFactory,
    TrainingFactory,
)
from tests.library.moderation.checks.looking import look
from tests.makes import Makes

pytestmark = pytest.mark.django_db


def draft(factory: "Makes[Any]" = CaseStudyFactory, **fields: Any) -> ResourcePage:
    whole = dict[str, Any](live=False, first_published_at=None, licence=LicenceFactory())
    whole |= {"topics": [TopicFactory()], "regions": [RegionFactory()]}
    page: ResourcePage = factory(**{**whole, **fields})
    return page


def fields_of(page: ResourcePage) -> list[str]:
    return [found.field_name for found in look(RequiredFields(), page)]


def test_a_whole_page_lacks_nothing() -> None:
    assert fields_of(draft()) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", " "), ("summary", ""), ("summary", "\xa0 "), ("language", "und"), ("topics", []), ("regions", [])],
)
def test_each_empty_field_is_named(name: str, value: Any) -> None:
    page = draft()
    setattr(page, name, value)
    assert fields_of(page) == [name]


def test_what_was_published_without_a_topic_or_licence_may_stay_so() -> None:
    page = CaseStudyFactory()
    assert page.first_published_at is not None
    assert fields_of(page) == []
    assert look(LicenceChosen(), page) == []


def test_what_is_published_with_a_licence_may_not_lose_it() -> None:
    page = draft(first_published_at=timezone.now())
    page.licence = None
    page.topics = []
    assert fields_of(page) == ["topics"]
    assert [found.field_name for found in look(LicenceChosen(), page)] == ["licence"]


@pytest.mark.parametrize(
    ("factory", "changes", "missing"),
    [
        (CaseStudyFactory, {"approach": "<p>Asked.</p>", "outcome": "<p></p>"}, ["outcome"]),
        (CaseStudyFactory, {"approach": "<p>Asked.</p>", "outcome": "<p>Yes.</p>"}, []),
        (CaseStudyFactory, {}, ["approach", "outcome"]),
        (TrainingFactory, {}, ["files"]),
        (TrainingFactory, {"links": [ResourceLink(url="https://example.org")]}, []),
        (TrainingFactory, {"body": [("paragraph", "Ask first.")]}, []),
        (GuideFactory, {}, ["recommendations"]),
        (EventFactory, {"start_date": None}, ["start_date"]),
        (EventFactory, {}, []),
    ],
)
def test_each_type_says_what_it_needs(factory: "Makes[Any]", changes: dict[str, Any], missing: list[str]) -> None:
    page = draft(factory)
    for name, value in changes.items():
        setattr(page, name, value)
    assert [found.field_name for found in look(PartsOfType(), page)] == missing
