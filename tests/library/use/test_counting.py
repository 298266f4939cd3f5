"""What counts as use, and what does not."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from library.models import LibraryDocument, ResourcePage, ResourceUse
from library.use.people import is_robot
from tests.factories import CaseStudyFactory, DocumentFactory, GuideFactory, UserFactory
from tests.library.use.conftest import FIREFOX, Figures

pytestmark = pytest.mark.django_db

Counted = Callable[[], Figures]

NO_READING: dict[str, dict[str, str]] = {
    "a search engine": {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
    "a robot that looks like a browser": {"user-agent": FIREFOX + " HeadlessChrome/142.0.0.0"},
    "a program": {"user-agent": "python-requests/2.32"},
    "a program without a name": {"user-agent": ""},
    "a page fetched ahead": {"sec-purpose": "prefetch"},
    "a page drawn ahead": {"sec-purpose": "prefetch;prerender"},
    "a page fetched ahead by an older browser": {"purpose": "prefetch"},
    "a page fetched ahead by an old Firefox": {"x-moz": "prefetch"},
    "a part of a page": {"hx-request": "true"},
}


@pytest.fixture
def page() -> ResourcePage:
    return GuideFactory()


@pytest.fixture
def file() -> LibraryDocument:
    return DocumentFactory()


def download(client: Client, file: LibraryDocument, **headers: str) -> int:
    """Fetch a file to its end, which closes it; return the status."""
    reply: Any = client.get(file.url, headers=headers)
    if reply.streaming:
        b"".join(reply.streaming_content)
    return int(reply.status_code)


def test_every_opening_of_a_page_is_a_view(browser: Client, page: ResourcePage, counted: Counted) -> None:
    browser.get(page.get_url())
    browser.get(page.get_url())
    assert counted() == {page.pk: (2, 0)}
    browser.get(page.get_url())
    assert counted() == {page.pk: (3, 0)}


@pytest.mark.parametrize("headers", NO_READING.values(), ids=NO_READING)
def test_what_nobody_reads_is_no_view(
    browser: Client, page: ResourcePage, counted: Counted, headers: dict[str, str]
) -> None:
    assert browser.get(page.get_url(), headers=headers).status_code == 200
    assert counted() == {}


@pytest.mark.parametrize("headers", NO_READING.values(), ids=NO_READING)
def test_what_nobody_reads_is_no_download(
    browser: Client, file: LibraryDocument, counted: Counted, headers: dict[str, str]
) -> None:
    CaseStudyFactory(documents=[file])
    assert download(browser, file, **headers) == 200
    assert counted() == {}


def test_asking_only_for_the_head_is_no_use(browser: Client, file: LibraryDocument, counted: Counted) -> None:
    page = CaseStudyFactory(documents=[file])
    assert browser.head(page.get_url()).status_code == 200
    head: Any = browser.head(file.url)
    assert (head.status_code, b"".join(head.streaming_content)) == (200, b"")
    assert counted() == {}


def test_a_page_that_is_not_there_has_no_views(browser: Client, counted: Counted) -> None:
    draft = GuideFactory(live=False)
    assert browser.get(draft.get_url()).status_code == 404
    assert counted() == {}


def test_an_editors_look_at_a_draft_is_no_view(browser: Client, page: ResourcePage, counted: Counted) -> None:
    page.save_revision()
    browser.force_login(UserFactory(is_superuser=True))
    preview = browser.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert page.title in preview.content.decode()
    assert counted() == {}


@pytest.mark.parametrize("restriction", ["login", "password", "groups"])
def test_being_asked_who_one_is_is_no_view(
    browser: Client, page: ResourcePage, counted: Counted, restriction: str
) -> None:
    made = PageViewRestriction.objects.create(page=page, restriction_type=restriction, password="open sesame")
    member = UserFactory()
    if restriction == "groups":
        made.groups.add(group := Group.objects.create(name="Board"))
        member.groups.add(group)
    assert page.summary not in browser.get(page.get_url()).content.decode()
    assert counted() == {}
    browser.force_login(member)
    if restriction == "password":
        session = browser.session
        session["passed_page_view_restrictions"] = [made.pk]
        session.save()
    assert page.summary in browser.get(page.get_url()).content.decode()
    assert counted() == {page.pk: (1, 0)}


def test_a_download_counts_for_every_published_resource_with_the_file(
    browser: Client, file: LibraryDocument, counted: Counted
) -> None:
    pages = [CaseStudyFactory(documents=[file]), GuideFactory(documents=[file])]
    GuideFactory(documents=[file], live=False)
    GuideFactory(documents=[DocumentFactory(title="Another")])
    assert download(browser, file) == 200
    assert counted() == {page.pk: (0, 1) for page in pages}


def test_a_file_that_is_linked_in_the_text_counts_for_its_page(
    browser: Client, file: LibraryDocument, counted: Counted
) -> None:
    page = CaseStudyFactory(setting=f'<p><a linktype="document" id="{file.pk}">The form</a></p>')
    download(browser, file)
    assert counted() == {page.pk: (0, 1)}


def test_a_download_in_pieces_is_one(browser: Client, file: LibraryDocument, counted: Counted) -> None:
    page = CaseStudyFactory(documents=[file])
    for pieces in ("bytes=0-3", "bytes=4-7", "bytes=8-"):
        download(browser, file, range=pieces)
    assert counted() == {page.pk: (0, 1)}


def test_a_file_that_the_browser_has_kept_is_not_downloaded_again(
    browser: Client, file: LibraryDocument, counted: Counted
) -> None:
    page = CaseStudyFactory(documents=[file])
    first: Any = browser.get(file.url)
    b"".join(first.streaming_content)
    assert download(browser, file, **{"if-none-match": first["ETag"]}) == 304
    assert counted() == {page.pk: (0, 1)}


def test_a_file_that_is_refused_is_not_downloaded(browser: Client, file: LibraryDocument, counted: Counted) -> None:
    page = CaseStudyFactory(documents=[file])
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert download(browser, file) == 302
    assert counted() == {}
    browser.force_login(UserFactory())
    assert download(browser, file) == 200
    assert counted() == {page.pk: (0, 1)}


def test_a_request_costs_no_query_and_sets_no_cookie(browser: Client, file: LibraryDocument, counted: Counted) -> None:
    page = CaseStudyFactory(documents=[file])
    robot = Client(headers={"user-agent": "curl/8.5"})
    spent = []
    for client in (robot, robot, browser):  # the first warms what is kept in the process
        with CaptureQueriesContext(connection) as captured:
            reply = client.get(page.get_url())
            download(client, file)
        spent.append(len(captured))
        assert set(reply.cookies) <= {"csrftoken"}  # of the forms in the header, for everybody
    assert spent[1] == spent[2]
    assert counted() == {page.pk: (1, 1)}


def test_nothing_is_kept_of_who_it_was() -> None:
    assert {field.name for field in ResourceUse._meta.get_fields()} == {"id", "resource", "day", "views", "downloads"}


@pytest.mark.parametrize(
    "name",
    [
        FIREFOX,
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
        "Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 13; CUBOT X50) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile "
        "Safari/537.36",
        "Mozilla/5.0 (Linux; Android 15; CPH2557; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
        "Chrome/142.0.7444.142 Mobile Safari/537.36 Instagram 406.0.0.58.159 Android",
        "Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; nl) Presto/2.12.423 Version/12.16",
    ],
)
def test_browsers_of_people_are_no_robots(name: str) -> None:
    assert not is_robot(name)


def test_a_very_long_name_is_judged_by_its_beginning() -> None:
    assert not is_robot(FIREFOX + " " * 500 + "Googlebot/2.1")
    assert is_robot("Googlebot/2.1 " + "x" * 100_000)
