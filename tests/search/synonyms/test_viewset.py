"""Synonyms in the CMS: who edits them, how mistakes are answered, what a query becomes."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from home.set_up import set_up_network
from network.models import User
from network.rights import ADMINISTRATORS, EDITORS, LEADERS
from search.models import SynonymKind, SynonymSet
from tests.factories import TopicFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(admin_user: User) -> Client:
    client = Client()
    client.force_login(admin_user)
    return client


def member_of(group: str) -> Client:
    set_up_network()
    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def add(client: Client, words: str, stands_for: str = "", kind: str = "equivalent", language: str = "en") -> Any:
    form = {"language": language, "kind": kind, "words": words, "stands_for": stands_for}
    return client.post(reverse("synonyms:add"), form)


@pytest.mark.parametrize(("group", "may"), [(EDITORS, True), (ADMINISTRATORS, True), (LEADERS, False)])
@pytest.mark.parametrize("view", ["synonyms:index", "synonyms:add", "synonyms:preview"])
def test_editors_and_administrators_look_after_them(group: str, may: bool, view: str) -> None:
    assert (member_of(group).get(reverse(view)).status_code == 200) is may


def test_a_set_is_added_listed_changed_and_deleted(admin: Client) -> None:
    assert add(admin, "hand hygiene\r\nhand  washing\r\n").status_code == 302
    kept = SynonymSet.objects.get()
    assert (kept.language, kept.kind, kept.words) == ("en", SynonymKind.EQUIVALENT, "hand hygiene\nhand washing")
    listed = admin.get(reverse("synonyms:index")).content.decode()
    assert "hand hygiene, hand washing" in listed
    assert "English" in listed
    assert reverse("synonyms:preview") in listed
    changed = {"language": "", "kind": "one_way", "words": "gloves", "stands_for": "hand protection"}
    assert admin.post(reverse("synonyms:edit", args=[kept.pk]), changed).status_code == 302
    assert "gloves → hand protection" in admin.get(reverse("synonyms:index") + "?q=protection").content.decode()
    assert "Every language" in admin.get(reverse("synonyms:index")).content.decode()
    assert admin.post(reverse("synonyms:delete", args=[kept.pk])).status_code == 302
    assert not SynonymSet.objects.exists()


def test_mistakes_stand_beside_the_field(admin: Client) -> None:
    page = add(admin, "hand\nthe of").content.decode()
    assert "“the of” has only words that the search leaves out." in page
    page = add(admin, "hand", kind="one_way").content.decode()
    assert "Say what the words above also find." in page
    assert not SynonymSet.objects.exists()


def previewed(client: Client, **query: str) -> str:
    return " ".join(client.get(reverse("synonyms:preview"), query).content.decode().split())


def test_the_preview_says_what_a_query_becomes(admin: Client) -> None:
    TopicFactory(slug="privacy", name="Privacy")
    SynonymSet.objects.create(language="en", words="hand hygiene\nhand washing")
    query = 'hand hygiene nurses -video "in short" (a1 OR b1) topic:privacy year:2019..2024 title:ward type:guide'
    page = previewed(admin, q=query)
    for expected in (
        "All of these words",
        '<span class="w-status w-status--primary" dir="auto">hand hygiene</span> or <span',
        '<span class="w-status" dir="auto">hand washing</span>',
        '<li dir="auto">“in short”</li>',
        '<li dir="auto">(a1 or b1)</li>',
        '<li dir="auto">Topic: Privacy</li>',
        '<li dir="auto">Year: 2019–2024</li>',
        '<li dir="auto">in the title: ward</li>',
        '<li dir="auto">video</li>',
        "English",
    ):
        assert expected in page


def test_the_preview_asks_in_the_language_that_is_chosen(admin: Client) -> None:
    SynonymSet.objects.create(language="fi", words="ward\nosasto")
    assert "osasto" not in previewed(admin, q="the ward is in the hospital")
    assert "osasto" in previewed(admin, q="the ward is in the hospital", language="fi")
    assert "Any of these words" in previewed(admin, q="one two three four five", language="<script>")


def test_the_preview_of_nothing_is_an_empty_form(admin: Client) -> None:
    assert "of these words" not in previewed(admin)


def test_groups_and_exclusions_inside_them_are_read_out(admin: Client) -> None:
    page = previewed(admin, q="((nurses care) OR -video)")
    assert "((nurses and care) or not video)" in page


def test_the_list_takes_the_same_queries_for_more_sets(
    admin: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(15):
        SynonymSet.objects.create(words=f"w{number}\nv{number}")
    admin.get(reverse("synonyms:index"))
    with django_assert_max_num_queries(15):
        admin.get(reverse("synonyms:index"))
