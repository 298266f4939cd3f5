"""What repeats another resource: shown beside it to those who may see the other, and to nobody else."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from library.models import CheckSetting, Finding, LibraryDocument, ResourcePage
from network.models import User
from tests.clients import client_of
from tests.factories import DocumentFactory
from tests.library.moderation.stage import Network

TITLE = "Asking before filming"


def list_for(user: User, page: ResourcePage) -> str:
    response = client_of(user).get(reverse("before_sending", args=[page.pk]))
    return " ".join(response.content.decode().split())


def of_the_clinic(network: Network, *, live: bool) -> ResourcePage:
    other = network.draft(network.clinic, title=TITLE, owner=network.editor)
    if live:
        other.get_latest_revision().publish()
    else:
        network.send(other)
    return other


def test_what_is_published_stands_beside_it_in_the_contributors_list(network: Network) -> None:
    other = of_the_clinic(network, live=True)
    shown = list_for(network.author, network.draft(title=TITLE))
    assert "Side by side" in shown
    assert "Lake Clinic" in shown
    assert f'href="{other.url}"' in shown


@pytest.mark.parametrize("restriction", [None, PageViewRestriction.PASSWORD])
def test_what_a_contributor_may_not_see_is_not_told_of(network: Network, restriction: str | None) -> None:
    other = of_the_clinic(network, live=restriction is not None)
    if restriction:
        PageViewRestriction.objects.create(page=other, restriction_type=restriction, password="between us")
    shown = list_for(network.author, network.draft(title=TITLE))
    assert "Another resource" not in shown
    assert "Lake Clinic" not in shown


def test_what_holds_it_up_is_said_but_not_which_one_it_is(network: Network) -> None:
    of_the_clinic(network, live=False)
    CheckSetting.objects.create(check_id="duplicate", level="block")
    shown = list_for(network.author, network.draft(title=TITLE))
    assert "Another resource has nearly the same title" in shown
    assert "not yours to see" in shown
    assert "Lake Clinic" not in shown


@pytest.mark.parametrize(
    ("who", "told", "named"),
    [("author", False, False), ("leader_be", True, False), ("administrator", True, True)],
)
def test_the_review_page_tells_reviewers_and_names_it_to_those_who_see_it(
    network: Network, who: str, told: bool, named: bool
) -> None:
    of_the_clinic(network, live=False)
    submission = network.send(network.draft(title=TITLE))
    assert Finding.objects.filter(submission=submission, check_id="duplicate").exists()
    shown = client_of(getattr(network, who)).get(reverse("review_submission", args=[submission.pk])).content.decode()
    assert ("Another resource has nearly the same title" in shown, "Lake Clinic" in shown) == (told, named)


def test_two_that_wait_for_the_same_leader_stand_side_by_side(network: Network) -> None:
    network.send(network.draft(title=TITLE, owner=network.coordinator))
    submission = network.send(network.draft(title=TITLE))
    shown = client_of(network.leader_be).get(reverse("review_submission", args=[submission.pk])).content.decode()
    assert "Side by side" in shown
    assert "Here already" in shown


def test_a_file_that_is_in_review_elsewhere_is_found_though_its_row_is_not_written(network: Network) -> None:
    mine, theirs = DocumentFactory(title="Mine.pdf"), DocumentFactory(title="Theirs.pdf")
    LibraryDocument.objects.filter(pk__in=[mine.pk, theirs.pk]).update(file_hash="abc", state="read")
    other, page = network.draft(title="Quite another title"), network.draft(title="Something else")
    for each, document in ((other, theirs), (page, mine)):
        each.files.add(each.files.model(document=document))
        each.save_revision()
    network.send(other)
    found = Finding.objects.filter(submission=network.send(page), check_id="duplicate")
    assert [(each.data["page"], each.data["file"]) for each in found] == [(other.pk, "Mine.pdf")]


def test_titles_of_drafts_are_read_as_they_were_sent(network: Network) -> None:
    other = network.draft(title="Untitled")
    other.title = TITLE
    other.save_revision()
    network.send(other)
    found = Finding.objects.filter(submission=network.send(network.draft(title=TITLE)), check_id="duplicate")
    assert [each.data["page"] for each in found] == [other.pk]
