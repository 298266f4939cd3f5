"""Access: which restrictions a visitor, a member, a group and a superuser pass."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from network.models import User
from search.access import VISITOR, Access, access_for, access_of
from tests.factories import UserFactory, home_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def restrictions() -> dict[str, int]:
    group = Group.objects.create(name="Consent reviewers")
    made = {
        kind: PageViewRestriction.objects.create(page=home_page(), restriction_type=kind, password="pass")
        for kind in ("login", "password", "groups")
    }
    made["groups"].groups.add(group)
    return {kind: restriction.pk for kind, restriction in made.items()}


def request_of(user: User | AnonymousUser, passed: list[int] | None = None) -> HttpRequest:
    request = RequestFactory().get("/search/")
    request.user = user
    session = SessionBase()
    if passed is not None:
        request.COOKIES["sessionid"] = "x"
        session[PageViewRestriction.passed_view_restrictions_session_key] = passed
    request.session = session
    return request


def test_a_visitor_passes_nothing_and_costs_no_query(
    restrictions: dict[str, int], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert access_for(request_of(AnonymousUser())) == VISITOR


def test_a_member_passes_login(restrictions: dict[str, int], django_assert_num_queries: DjangoAssertNumQueries) -> None:
    member = UserFactory.create()
    with django_assert_num_queries(1):
        assert access_for(request_of(member)).passed == {restrictions["login"]}


def test_a_member_of_a_group_passes_what_is_for_the_group(restrictions: dict[str, int]) -> None:
    member = UserFactory.create()
    member.groups.add(Group.objects.get(name="Consent reviewers"))
    assert access_of(member).passed == {restrictions["login"], restrictions["groups"]}


def test_a_superuser_passes_groups_but_no_password(restrictions: dict[str, int]) -> None:
    boss = UserFactory.create(is_superuser=True)
    assert access_of(boss).passed == {restrictions["login"], restrictions["groups"]}


def test_a_password_that_was_typed_in_this_session_is_passed(restrictions: dict[str, int]) -> None:
    access = access_for(request_of(AnonymousUser(), passed=[restrictions["password"]]))
    assert access.passed == {restrictions["password"]}


def test_a_forged_session_list_does_not_pass_other_kinds(restrictions: dict[str, int]) -> None:
    assert access_for(request_of(AnonymousUser(), passed=list(restrictions.values()))).passed == {
        restrictions["password"]
    }


def test_every_restriction_must_be_passed() -> None:
    assert Access(frozenset({1, 2})).allows((1,))
    assert not Access(frozenset({1})).allows((1, 2))
    assert VISITOR.allows(())
    assert not VISITOR.allows((9,))
