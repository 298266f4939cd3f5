"""Membership rows and group membership stay in step."""

import pytest
from django.core.exceptions import ValidationError

from home.set_up import set_up_network
from network.models import Membership, OrganisationPage, Role, User
from network.organisations.found import found_organisation
from network.organisations.membership import admit_member, remove_member
from tests.factories import CaseStudyFactory, OrganisationFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation() -> OrganisationPage:
    return found_organisation(set_up_network().directory, "Aurora", home_region=RegionFactory(code="be"))


@pytest.fixture
def person() -> User:
    made: User = UserFactory()
    return made


def test_a_contributor_is_in_the_contributors_group(organisation: OrganisationPage, person: User) -> None:
    admit_member(organisation, person)
    assert list(person.groups.all()) == [organisation.contributors]
    assert Membership.objects.get().role == Role.CONTRIBUTOR


def test_a_promotion_changes_the_row_and_the_group(organisation: OrganisationPage, person: User) -> None:
    admit_member(organisation, person)
    admit_member(organisation, person, Role.COORDINATOR)
    assert list(person.groups.all()) == [organisation.coordinators]
    assert Membership.objects.get().role == Role.COORDINATOR


def test_leaving_takes_both(organisation: OrganisationPage, person: User) -> None:
    admit_member(organisation, person)
    remove_member(organisation, person)
    assert not person.groups.exists()
    assert not Membership.objects.exists()


def test_leaving_one_keeps_the_other(organisation: OrganisationPage, person: User) -> None:
    parent = organisation.get_parent().specific
    other = found_organisation(parent, "Borealis", home_region=RegionFactory(code="be"))
    admit_member(organisation, person)
    admit_member(other, person)
    remove_member(organisation, person)
    assert list(person.groups.all()) == [other.contributors]


def test_removing_a_stranger_does_nothing(organisation: OrganisationPage, person: User) -> None:
    remove_member(organisation, person)
    assert not person.groups.exists()


def test_a_closed_account_is_refused_in_words(organisation: OrganisationPage) -> None:
    with pytest.raises(ValidationError, match="closed"):
        admit_member(organisation, UserFactory(is_active=False))


def test_an_organisation_without_groups_gets_them_first(person: User) -> None:
    page = OrganisationFactory(parent=set_up_network().directory)
    admit_member(page, person)
    assert list(person.groups.all()) == [page.contributors]


def test_whoever_leaves_takes_no_resource_along(organisation: OrganisationPage) -> None:
    leaving, coordinator = UserFactory(), UserFactory()
    admit_member(organisation, leaving)
    admit_member(organisation, coordinator, Role.COORDINATOR)
    page = CaseStudyFactory(parent=organisation, owner=leaving)
    remove_member(organisation, leaving)
    page.refresh_from_db()
    assert page.owner == coordinator


def test_a_stranger_who_is_removed_keeps_what_is_theirs(organisation: OrganisationPage) -> None:
    stranger, coordinator = UserFactory(), UserFactory()
    admit_member(organisation, coordinator, Role.COORDINATOR)
    page = CaseStudyFactory(parent=organisation, owner=stranger)
    remove_member(organisation, stranger)
    page.refresh_from_db()
    assert page.owner == stranger
