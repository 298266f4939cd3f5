"""The review as the editor of a page shows it."""

from django.test import Client
from django.urls import reverse

from network.models import User
from tests.library.moderation.stage import Network


def button_to(address: str) -> str:
    return f'<a class="button" href="{address}">'


def editor_of(user: User, page_key: int) -> str:
    client = Client()
    client.force_login(user)
    return str(client.get(reverse("wagtailadmin_pages:edit", args=[page_key])).content.decode())


def test_whoever_decides_is_led_to_the_review_page(network: Network) -> None:
    page = network.draft()
    submission = network.send(page)
    address = reverse("review_submission", args=[submission.pk])
    assert button_to(address) in " ".join(editor_of(network.leader_be, page.pk).split())


def test_the_author_reads_where_it_stands_and_can_take_it_back(network: Network) -> None:
    page = network.draft()
    submission = network.send(page)
    shown = editor_of(network.author, page.pk)
    assert "In review since" in shown
    assert "with nobody yet" in shown
    assert "Take it back" in shown
    assert button_to(reverse("review_submission", args=[submission.pk])) not in " ".join(shown.split())
