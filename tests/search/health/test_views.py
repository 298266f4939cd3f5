"""The page "Search health": what it says in each state, who may see it, and its two buttons."""

import re
from collections.abc import Sequence
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home.set_up import set_up_network
from network.models import User
from network.rights import EDITORS, LEADERS
from search.breaker import engine_breaker
from search.index import condition
from search.index.models import IndexGeneration, IndexQueueEntry
from search.index.rebuild import rebuild_index
from search.index.register import claim
from tests.factories import GuideFactory, UserFactory
from tests.fakes import MemoryStore

State = IndexGeneration.State
pytestmark = pytest.mark.django_db
URL = "/admin/reports/search-health/"


def page(client: Client) -> str:
    """Return the page's text without its markup and the furniture before it."""
    html = client.get(URL).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html[html.index('id="health"') :]))


def markup(client: Client) -> str:
    """Return the page as it is sent."""
    return client.get(URL).content.decode()


def test_a_healthy_search(index: MemoryStore, administrator: Client) -> None:
    GuideFactory.create_batch(2)
    rebuild_index()
    said = page(administrator)
    assert "Server Memory 1.0" in said
    assert f"Generation in use {index.pointer}" in said
    assert "Fields and analysis Up to date" in said
    assert "Documents 2" in said
    assert "Nothing waits" in said
    assert "and wrote 2 documents" in said
    assert "does not answer" not in said
    assert "has to be rebuilt" not in said


def test_the_page_stands_among_the_reports(index: MemoryStore, administrator: Client) -> None:
    assert URL in administrator.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("group", ["", EDITORS, LEADERS])
@pytest.mark.parametrize("address", ["search_health", "search_health_rebuild", "search_health_try_again"])
def test_others_see_and_start_nothing(
    index: MemoryStore, launched: list[Sequence[str]], group: str, address: str
) -> None:
    set_up_network()
    person: User = UserFactory()
    client = Client()
    if group:
        person.groups.add(Group.objects.get(name=group))
        client.force_login(person)
        assert URL not in client.get(reverse("wagtailadmin_home")).content.decode()
    answer = client.get(reverse(address)) if address == "search_health" else client.post(reverse(address))
    assert answer.status_code == 302
    assert launched == []


def test_a_superuser_sees_it(index: MemoryStore) -> None:
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    assert "Rebuild now" in page(client)


@pytest.mark.parametrize("address", ["search_health_rebuild", "search_health_try_again"])
def test_a_link_starts_nothing(index: MemoryStore, administrator: Client, address: str) -> None:
    assert administrator.get(reverse(address)).status_code == 405


def test_while_the_engine_is_away_the_page_says_so_and_asks_it_once(index: MemoryStore, administrator: Client) -> None:
    GuideFactory.create()
    rebuild_index()
    index.down = True
    said = page(administrator)
    assert "The search engine does not answer. The memory is out." in said
    assert "limited search from the database" in said
    assert "1 at the last rebuild" in said
    assert "asked again after 5 seconds" in page(administrator)
    index.down = False
    engine_breaker.succeeded()
    assert "does not answer" not in page(administrator)


def test_a_reason_to_rebuild_is_said_with_what_to_do(index: MemoryStore, administrator: Client) -> None:
    index.signature = "another stemmer"
    said = page(administrator)
    assert "The index has to be rebuilt. The fields or the analysis of texts have changed" in said
    assert "Press “Rebuild now”, or run rebuild_index." in said
    assert "Fields and analysis Rebuild needed" in said


def test_an_outgrown_engine_is_said(index: MemoryStore, administrator: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(condition, "MANY_DOCUMENTS", 0)
    monkeypatch.setattr(index, "engine", "embedded")
    assert "outgrown the embedded engine" in page(administrator)


def test_the_queue_and_what_was_refused(index: MemoryStore, administrator: Client) -> None:
    guide = GuideFactory.create(title="Odd guide")
    IndexQueueEntry.objects.create(page_id=guide.pk, attempts=3, error="field [year] <b>")
    IndexQueueEntry.objects.create(page_id=987_654, attempts=1, error="too odd")
    IndexQueueEntry.objects.create(page_id=guide.pk)
    IndexQueueEntry.objects.update(queued_at=timezone.now() - timedelta(hours=2))
    said = page(administrator)
    assert "3 changes wait to be written, the oldest since 2 hours ago" in said
    assert "2 changes were refused" in said
    assert "Odd guide field [year] &lt;b&gt; 3" in said
    assert "Deleted page 987654" in said


def test_try_again_gives_a_new_chance(index: MemoryStore, administrator: Client) -> None:
    fine, odd = GuideFactory.create(), GuideFactory.create()
    for guide in (fine, odd):
        IndexQueueEntry.objects.create(page_id=guide.pk, attempts=20, error="too odd")
    index.refuses = {odd.pk}
    answer = administrator.post(reverse("search_health_try_again"), follow=True)
    said = answer.content.decode()
    assert "2 changes were tried again." in said
    assert "1 was refused again." in said
    assert IndexQueueEntry.objects.get().attempts == 1
    assert fine.pk in index.documents()


def test_rebuild_now_starts_a_process_and_shows_how_far_it_is(
    index: MemoryStore, administrator: Client, launched: list[Sequence[str]]
) -> None:
    answer = administrator.post(reverse("search_health_rebuild"), follow=True)
    assert "The rebuild has begun" in answer.content.decode()
    generation = IndexGeneration.objects.get(state=State.STARTING)
    assert [list(command[1:]) for command in launched] == [
        ["-m", "django", "rebuild_index", "--claimed", generation.name]
    ]
    assert "The rebuild is starting." in page(administrator)
    IndexGeneration.objects.filter(pk=generation.pk).update(state=State.BUILDING, documents=1500, total=4000)
    html = markup(administrator)
    assert re.search(r'max="4000"\s+value="1500"', html)
    assert "1,500 of 4,000 documents are written." in page(administrator)
    assert "Rebuild now" not in html


def test_while_a_rebuild_runs_the_page_refreshes_itself_with_and_without_scripts(
    index: MemoryStore, administrator: Client
) -> None:
    assert "hx-trigger" not in markup(administrator)
    claim(index)
    html = markup(administrator)
    assert re.search(r'<noscript>\s*<meta http-equiv="refresh" content="3">\s*</noscript>', html)
    assert 'hx-get="/admin/reports/search-health/" hx-trigger="every 3s"' in html
    assert "django_htmx/htmx-2" in html


def test_two_rebuilds_at_once_are_refused_with_a_reason(
    index: MemoryStore, administrator: Client, launched: list[Sequence[str]]
) -> None:
    for _ in range(2):
        answer = administrator.post(reverse("search_health_rebuild"), follow=True)
    assert "Another rebuild is under way" in answer.content.decode()
    assert len(launched) == 1


def test_a_silent_rebuild_can_be_replaced(index: MemoryStore, administrator: Client) -> None:
    claim(index)
    IndexGeneration.objects.filter(state=State.STARTING).update(heartbeat_at=timezone.now() - timedelta(minutes=3))
    said = page(administrator)
    assert "no sign of life" in said
    assert "Rebuild now" in said


def test_a_failed_rebuild_is_told_with_its_reason(
    index: MemoryStore, administrator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.refuses = {GuideFactory.create().pk}
    with pytest.raises(Exception, match="refused"):
        rebuild_index()
    said = page(administrator)
    assert "and failed after" in said
    assert "1 documents were refused" in said
    assert "left as it is" in said


def test_a_site_that_was_never_indexed(index: MemoryStore, administrator: Client) -> None:
    IndexGeneration.objects.all().delete()
    index.pointer = None
    said = page(administrator)
    assert "There is no index yet." in said
    assert "The index was never built." in said


def test_the_number_of_queries_is_constant(index: MemoryStore, administrator: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            page(administrator)
        return len(captured)

    guides = GuideFactory.create_batch(5)
    IndexQueueEntry.objects.create(page_id=guides[0].pk, attempts=2, error="too odd")
    queries()
    one = queries()
    for _ in guides:
        rebuild_index()
    for guide in guides:
        IndexQueueEntry.objects.create(page_id=guide.pk, attempts=2, error="too odd")
    assert queries() == one <= 20
