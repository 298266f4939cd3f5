"""The list "Before you send": the checks on what is on the screen, within the rights of whoever writes."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from library.models import CheckSetting, ResourcePage
from library.moderation.checks import link_memory
from library.moderation.checks.link_states import LinkState
from network.models import User
from tests.clients import client_of
from tests.factories import DocumentFactory, LicenceFactory, TopicFactory
from tests.library.moderation.checks.admin.forms import form, rich, with_file, with_link
from tests.library.moderation.stage import Network

AJAX = {"X-Requested-With": "XMLHttpRequest"}


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keep the addresses that are asked; every one is gone."""
    cache.clear()
    asked: list[str] = []

    def ask(url: str) -> LinkState:
        asked.append(url)
        return LinkState.GONE

    monkeypatch.setattr(link_memory, "state_of", ask)
    return asked


def look(user: User, page: ResourcePage, **fields: str) -> str:
    response = client_of(user).post(reverse("look_at_draft", args=[page.pk]), form(**fields), headers=AJAX)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def look_new(user: User, parent: int, **fields: str) -> str:
    response = client_of(user).post(reverse("look_at_new", args=["case-study", parent]), form(**fields), headers=AJAX)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_a_new_page_is_told_what_is_missing_before_it_is_saved(network: Network) -> None:
    shown = look_new(network.author, network.hospital.pk, title="Asking first", summary="What we learned.")
    assert "6 things are missing before it can be sent." in shown
    assert "“Language” is empty." in shown
    assert "“Title” is empty." not in shown
    assert not ResourcePage.objects.exists()


def test_a_new_page_is_told_what_it_repeats(network: Network) -> None:
    sent = network.draft(title="Asking before the camera comes")
    network.send(sent)
    same = {
        "summary": sent.summary,
        "setting": rich("A ward with twenty beds."),
        "approach": rich("We asked everybody in the room, and again the day after."),
        "outcome": rich("Nine of ten said yes, and nobody felt pressed."),
    }
    shown = look_new(network.author, network.hospital.pk, title=sent.title, **same)
    assert "Another resource has nearly the same title" in shown


def test_what_is_on_the_screen_counts_and_nothing_is_saved(network: Network) -> None:
    page = network.draft(title="Kept")
    assert "“Summary” is empty." in look(network.author, page, title="Changed", summary="")
    complete = {
        "title": "Changed",
        "summary": "What we learned about asking.",
        "language": "en",
        "topics": str(TopicFactory().pk),
        "regions": str(network.regions["be"].pk),
        "licence": str(LicenceFactory().pk),
        "approach": rich("We asked."),
        "outcome": rich("They said yes."),
    }
    assert "Nothing is missing: it can be sent." in look(network.author, page, **complete)
    page.refresh_from_db()
    assert (page.title, page.draft_title, page.revisions.count()) == ("Kept", "Kept", 1)


def test_a_title_that_was_taken_out_is_missed(network: Network) -> None:
    assert "“Title” is empty." in look(network.author, network.draft(), title="")


def test_rows_are_looked_at_before_they_are_saved(network: Network) -> None:
    file = DocumentFactory(title="Locked.pdf", uploaded_by_user=network.author, collection=network.hospital.collection)
    type(file).objects.filter(pk=file.pk).update(state="password")
    shown = look(network.author, network.draft(), title="A", **with_file(file.pk))
    assert "“Locked.pdf”: " in shown


def test_files_of_others_tell_nothing(network: Network) -> None:
    file = DocumentFactory(title="Secret.pdf", collection=network.clinic.collection)
    page = network.draft()
    response = client_of(network.author).post(
        reverse("look_at_draft", args=[page.pk]), form(title="A", **with_file(file.pk)), headers=AJAX
    )
    assert response.status_code == 403


@pytest.mark.parametrize(
    ("who", "status"), [("author", 200), ("coordinator", 200), ("editor", 200), ("leader_be", 403), ("leader_eu", 403)]
)
def test_only_who_may_edit_it_asks(network: Network, who: str, status: int) -> None:
    page, client = network.draft(), client_of(getattr(network, who))
    now = client.post(reverse("look_at_draft", args=[page.pk]), form(title="A"), headers=AJAX)
    saved = client.get(reverse("before_sending", args=[page.pk]), headers=AJAX)
    assert (now.status_code, saved.status_code) == (status, status)


def test_nobody_asks_for_a_new_page_in_another_section_or_of_no_type(network: Network) -> None:
    client = client_of(network.author)
    for arguments, status in (
        (("case-study", network.clinic.pk), 403),
        (("nonsense", network.hospital.pk), 404),
        (("case-study", 0), 404),
    ):
        address = reverse("look_at_new", args=arguments)
        assert client.post(address, form(), headers=AJAX).status_code == status


@pytest.mark.parametrize(
    ("hostile", "status"),
    [
        ({"topics": "x", "year": "9" * 400, "cover": "0", "licence": "-1"}, 200),
        ({"files-TOTAL_FORMS": "many", "links-TOTAL_FORMS": "-5"}, 200),
        ({"setting": "{"}, 400),
        ({"setting": "7"}, 400),
        ({"body-count": "many"}, 400),
    ],
)
def test_hostile_forms_are_answered(network: Network, hostile: dict[str, str], status: int) -> None:
    client = client_of(network.author)
    for address in (
        reverse("look_at_draft", args=[network.draft().pk]),
        reverse("look_at_new", args=["case-study", network.hospital.pk]),
    ):
        assert client.post(address, form(**hostile), headers=AJAX).status_code == status


def test_links_are_asked_when_a_field_is_left_and_remembered(network: Network, asked: list[str]) -> None:
    page, link = network.draft(), with_link("https://example.org/gone")
    assert "Links are tried when you leave their field." in look(network.author, page, title="A", **link)
    assert asked == []
    for _look in range(3):
        shown = look(network.author, page, title="A", **{**link, "ask-links": "yes"})
        assert "https://example.org/gone leads to a page that is not there." in shown
    assert "is not there" in look(network.author, page, title="A", **link)
    assert asked == ["https://example.org/gone"]


def test_the_editor_shows_the_list_of_the_last_save_and_asks_no_link(network: Network, asked: list[str]) -> None:
    page = network.draft(third_party_material="See https://example.org/gone")
    shown = client_of(network.author).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Nothing is missing: it can be sent." in shown
    assert f'href="{reverse("before_sending", args=[page.pk])}"' in shown
    assert asked == []


def test_without_scripts_a_page_has_the_whole_list(network: Network, asked: list[str]) -> None:
    page = network.draft(third_party_material="See https://example.org/gone")
    shown = client_of(network.author).get(reverse("before_sending", args=[page.pk])).content.decode()
    assert "leads to a page that is not there" in shown
    assert asked == ["https://example.org/gone"]


def test_a_check_that_is_switched_off_says_nothing(network: Network) -> None:
    CheckSetting.objects.create(check_id="required", level="block", is_on=False)
    assert "is empty." not in look(network.author, network.draft(), title="")


def test_under_review_there_is_no_list(network: Network) -> None:
    page = network.draft()
    network.send(page)
    shown = client_of(network.author).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "data-before-sending" not in shown


def queries_with(network: Network, *, files: int = 0, links: int = 0) -> int:
    page = network.draft(title=f"With {files} files and {links} links")
    page.files.add(*(page.files.model(document=DocumentFactory()) for _file in range(files)))
    page.links.add(*(page.links.model(url=f"https://example.org/{number}") for number in range(links)))
    page.save_revision()
    client, address = client_of(network.author), reverse("before_sending", args=[page.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_a_row_costs_no_more_queries_than_reading_its_revision(network: Network) -> None:
    """Wagtail looks up what each row of a revision belongs to, and its file; the checks add none."""
    assert queries_with(network, links=9) - queries_with(network, links=1) <= 8
    few, many = queries_with(network, files=1), queries_with(network, files=5)
    assert many - few <= 8
    assert many < MOST_QUERIES


MOST_QUERIES = 60
