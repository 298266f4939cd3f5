"""find: the engine answers; when it cannot, the database does, within the same rights, and nobody waits in line."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
import time_machine
from wagtail.models import PageViewRestriction

from library.models import ResourceFile
from network.models import RegionKind
from search import reach, service
from search.access import VISITOR, Access
from search.breaker import PAUSE_SECONDS, CircuitBreaker, engine_breaker
from search.engine import Ask, EngineUnavailable, ResultPage
from search.fallback import search_database
from search.params import SearchParams
from search.vocabulary.snapshot import get_vocabulary
from tests.factories import (
    AudienceFactory,
    CaseStudyFactory,
    DocumentFactory,
    GuideFactory,
    OrganisationFactory,
    RegionFactory,
    TopicFactory,
)


@dataclass
class StubbornEngine:
    """An engine that is down until told otherwise, and counts its calls."""

    name: str = "stubborn"
    up: bool = False
    calls: list[SearchParams] = field(default_factory=list)

    def search(self, asks: Sequence[Ask], access: Access) -> tuple[ResultPage, ...]:
        self.calls += [ask.params for ask in asks]
        if not self.up:
            raise EngineUnavailable("no answer")
        return tuple(ResultPage(ask.params, total=1, hits=(), engine=self.name) for ask in asks)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> StubbornEngine:
    stubborn = StubbornEngine()
    monkeypatch.setattr(reach, "get_engine", lambda: stubborn)
    return stubborn


@pytest.mark.django_db
def test_a_dead_engine_is_asked_once_per_pause_and_found_again_without_a_restart(engine: StubbornEngine) -> None:
    with time_machine.travel("2026-01-01 12:00", tick=False):
        answers = [service.find(SearchParams(), VISITOR) for _ in range(5)]
    assert all(answer.limited for answer in answers)
    assert len(engine.calls) == 1
    engine.up = True
    assert engine_breaker.opened_at is not None
    engine_breaker.opened_at -= PAUSE_SECONDS
    assert not service.find(SearchParams(), VISITOR).limited
    assert not service.find(SearchParams(), VISITOR).limited
    assert len(engine.calls) == 3


def test_while_one_caller_tries_the_others_do_not() -> None:
    breaker = CircuitBreaker()
    breaker.failed()
    assert breaker.opened_at is not None
    breaker.opened_at -= PAUSE_SECONDS
    assert breaker.allows()
    assert not breaker.allows()
    breaker.succeeded()
    assert breaker.allows()


@pytest.mark.django_db
def test_the_database_finds_words_in_title_and_summary() -> None:
    found = GuideFactory.create(title="Asking for consent", summary="Before you film.")
    GuideFactory.create(title="Asking for money")
    page = search_database(SearchParams(q="CONSENT film"), VISITOR)
    assert [hit.document.page_id for hit in page.hits] == [found.pk]
    assert (page.total, page.limited, page.engine) == (1, True, "database")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ('"for consent"', {"Asking for consent"}),
        ("asking -money", {"Asking for consent"}),
        ("consent OR money", {"Asking for consent", "Asking for money"}),
        ("title:film", set()),
        ("film", {"Asking for consent"}),
        ("asking year:2020", {"Asking for money"}),
        ("topic:privacy", {"Asking for consent"}),
        ("asking -topic:privacy", {"Asking for money"}),
        ("asking (-money OR film)", {"Asking for consent"}),
        ("(the consent) OR (asking money)", {"Asking for consent", "Asking for money"}),
        ("???", set()),
        ("-asking", {"Asking for consent", "Asking for money"}),
    ],
)
def test_the_database_knows_the_query_language(query: str, titles: set[str]) -> None:
    privacy = TopicFactory.create(slug="privacy", name="Privacy")
    GuideFactory.create(title="Asking for consent", summary="Before you film.", topics=[privacy], year=2019)
    GuideFactory.create(title="Asking for money", summary="Before you buy.", year=2020)
    page = search_database(SearchParams(q=query), VISITOR, get_vocabulary())
    assert {hit.document.title for hit in page.hits} == titles


@pytest.mark.django_db
def test_the_database_respects_every_restriction_and_every_draft() -> None:
    closed, open_section = OrganisationFactory.create(), OrganisationFactory.create()
    GuideFactory.create(parent=closed)
    seen = GuideFactory.create(parent=open_section)
    GuideFactory.create(parent=open_section, live=False)
    restriction = PageViewRestriction.objects.create(page=closed, restriction_type="login")
    assert [hit.document.page_id for hit in search_database(SearchParams(), VISITOR).hits] == [seen.pk]
    assert search_database(SearchParams(), Access(frozenset({restriction.pk}))).total == 2


@pytest.mark.django_db
def test_the_database_knows_the_filters() -> None:
    europe = RegionFactory.create(code="europe", kind=RegionKind.CONTINENT)
    belgium = RegionFactory.create(code="be", parent=europe)
    privacy = TopicFactory.create(slug="privacy")
    consent = TopicFactory.create(slug="consent", parent=privacy)
    organisation = OrganisationFactory.create(slug="north")
    guide = GuideFactory.create(
        parent=organisation,
        language="nl",
        year=2020,
        regions=[belgium],
        topics=[consent],
        audiences=[AudienceFactory.create(slug="nurses")],
    )
    ResourceFile.objects.create(page=guide, document=DocumentFactory.create())
    CaseStudyFactory.create(language="en", year=2021)
    for facet, value in (
        ("type", "guide"),
        ("region", "europe"),
        ("topic", "privacy"),
        ("language", "nl"),
        ("audience", "nurses"),
        ("organisation", "north"),
        ("year", "2020"),
        ("files", "yes"),
    ):
        page = search_database(SearchParams().with_value(facet, value), VISITOR)
        assert [hit.document.page_id for hit in page.hits] == [guide.pk], facet
        unknown = search_database(SearchParams().with_value(facet, "1234" if facet == "year" else "no-such"), VISITOR)
        assert unknown.total == 0, facet


@pytest.mark.django_db
def test_the_database_sorts_and_pages() -> None:
    organisation = OrganisationFactory.create()
    for n in range(25):
        GuideFactory.create(parent=organisation, title=f"Guide {n:02}")
    second = search_database(SearchParams(sort="title", page=2), VISITOR)
    assert [hit.document.title for hit in second.hits] == [f"Guide {n}" for n in range(20, 25)]
    assert (second.total, second.pages) == (25, 2)
    assert search_database(SearchParams(page=500), VISITOR).hits == ()
