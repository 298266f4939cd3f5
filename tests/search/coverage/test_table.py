"""Coverage: every number is what the search it leads to finds, holes are seen, and nobody looks beyond their region."""

import csv
from collections.abc import Callable
from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from network.models import User
from search.access import Access, access_of
from search.coverage import axes
from search.coverage.axes import Asked, By
from search.coverage.table import Cell, Coverage, coverage_of
from search.fallback import search_database
from search.params import SearchParams
from search.vocabulary.snapshot import get_vocabulary
from tests.clients import client_of
from tests.factories import CaseStudyFactory, TopicFactory
from tests.library.moderation.stage import Network

pytestmark = pytest.mark.django_db


@pytest.fixture
def share(network: Network) -> Callable[..., None]:
    """What publishes something about topics and places; Privacy has two parts, Rumours none."""
    privacy = TopicFactory(slug="privacy", name="Privacy")
    topics = {
        "privacy": privacy,
        "consent": TopicFactory(slug="consent", name="Consent", parent=privacy),
        "names": TopicFactory(slug="names", name="Names", parent=privacy),
        "rumours": TopicFactory(slug="rumours", name="Rumours"),
    }

    def publish(about: str, where: str, **fields: object) -> None:
        CaseStudyFactory(
            parent=network.hospital,
            topics=[topics[slug] for slug in about.split()],
            regions=[network.regions[code] for code in where.split()],
            **fields,
        )

    return publish


def table(viewer: User, region: str = "europe", topic: str = "", by: By = "region") -> Coverage:
    return coverage_of(Asked(region, topic, by), access_of(viewer), get_vocabulary())


def numbers(coverage: Coverage) -> dict[str, list[int]]:
    return {line.value.code: [cell.count for cell in line.cells] for line in coverage.lines}


def every_cell(coverage: Coverage) -> list[Cell]:
    inside = [cell for line in coverage.lines for cell in (*line.cells, line.total)]
    return [*inside, *coverage.totals, coverage.total]


def found(cell: Cell, access: Access) -> int:
    params = SearchParams.from_query(QueryDict(urlsplit(cell.url).query))
    return search_database(params, access, get_vocabulary()).total


def test_parts_of_a_region_by_topic_with_what_is_below_both(network: Network, share: Callable[..., None]) -> None:
    share("consent", "be")
    share("consent names", "be fr")
    share("rumours", "ke")
    share("privacy", "west", live=False)
    coverage = table(network.leader_eu, "western-europe")
    assert numbers(coverage) == {"privacy": [2, 1], "rumours": [0, 0]}
    assert coverage.across.codes == ("be", "fr")
    assert [line.total.count for line in coverage.lines] == [2, 0]
    assert (coverage.holes, coverage.size, coverage.total.count) == (2, 4, 2)
    assert numbers(table(network.leader_eu, "western-europe", topic="privacy")) == {"consent": [2, 1], "names": [1, 1]}


@pytest.mark.parametrize("by", ["region", "language"])
@pytest.mark.parametrize("topic", ["", "privacy"])
@pytest.mark.parametrize("region", ["world", "europe", "be"])
def test_every_number_is_what_its_search_finds(
    network: Network, share: Callable[..., None], by: By, topic: str, region: str
) -> None:
    share("consent", "be", language="nl")
    share("consent names rumours", "be fr", language="en")
    share("privacy", "west", language="fr")
    share("rumours", "ke", language="nl")
    hidden = CaseStudyFactory(parent=network.hospital, regions=[network.regions["be"]], topics=[])
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.PASSWORD, password="x")
    coverage = table(network.leader_eu, region, topic=topic, by=by)
    access = access_of(network.leader_eu)
    cells = every_cell(coverage)
    assert [cell.count for cell in cells] == [found(cell, access) for cell in cells]
    assert coverage.total.count > 0


def test_the_longer_side_goes_down_and_neither_has_more_than_fit(
    network: Network, share: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        TopicFactory(slug=f"t{number}", name=f"T{number}")
    assert table(network.leader_eu, "western-europe").down.facet == "topic"
    assert table(network.leader_eu, "western-europe", topic="rumours").down.facet == "region"
    monkeypatch.setattr(axes, "MOST", 3)
    coverage = table(network.leader_eu, "western-europe")
    assert (len(coverage.down.values), coverage.down.left_out) == (3, 3)


def test_it_takes_the_same_queries_however_much_there_is(network: Network, share: Callable[..., None]) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            table(network.leader_eu)
        return len(captured)

    share("consent", "be")
    queries()
    few = queries()
    for _each in range(5):
        share("names rumours", "fr be")
    assert queries() == few


def test_a_leader_sees_their_own_region_and_no_other(network: Network, share: Callable[..., None]) -> None:
    address = reverse("report_coverage")
    html = client_of(network.leader_be).get(address, {"region": "africa"}).content.decode()
    assert "Belgium" in html
    assert "Kenya" not in html
    assert "Africa" in client_of(network.administrator).get(address, {"region": "africa"}).content.decode()
    for stranger in (network.author, network.coordinator, network.editor):
        assert client_of(stranger).get(address).status_code in {302, 403}


def test_any_address_is_answered(network: Network, share: Callable[..., None]) -> None:
    for query in ({"topic": "none"}, {"by": "moon"}, {"region": "\0"}, {"export": "exe"}):
        assert client_of(network.leader_eu).get(reverse("report_coverage"), query).status_code == 200


def test_the_file_says_the_same_and_executes_nothing(network: Network, share: Callable[..., None]) -> None:
    TopicFactory(slug="formula", name="=1+1")
    share("consent", "be")
    answer = client_of(network.leader_eu).get(reverse("report_coverage"), {"region": "western-europe", "export": "csv"})
    rows = list(csv.reader(StringIO(answer.content.decode())))
    assert rows[0] == ["", "Belgium", "France", "All"]
    assert ["Privacy", "1", "0", "1"] in rows
    assert ["'=1+1", "0", "0", "0"] in rows
