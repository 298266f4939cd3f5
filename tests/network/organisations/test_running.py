"""Looking after the people of an organisation: who may, and what is refused."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError

from network.models import Membership, Notification, Role, User
from network.notifications.compose import part_of
from network.organisations.membership import admit_member
from network.organisations.running import (
    change_role,
    coordinates,
    end_membership,
    hand_over_organisation,
    leave,
    may_run,
    may_see_people,
)
from network.rights import ADMINISTRATORS
from tests.factories import CaseStudyFactory, UserFactory
from tests.library.moderation.stage import Network

pytestmark = pytest.mark.django_db

WHO = ["author", "coordinator", "stranger", "leader_be", "leader_eu", "editor", "administrator", "closed"]
RUN = {"coordinator", "administrator"}
SEE = RUN | {"author", "editor"}


@pytest.fixture
def cast(network: Network) -> Callable[[str], User]:
    """People by name; the administrator is one by group, and somebody's account is closed."""
    administrator, closed = UserFactory(), UserFactory()
    administrator.groups.add(Group.objects.get(name=ADMINISTRATORS))
    admit_member(network.hospital, closed, Role.COORDINATOR)
    closed.is_active = False
    closed.save()
    own = {"administrator": administrator, "closed": closed, "stranger": UserFactory()}
    return lambda name: own.get(name) or getattr(network, name)


@pytest.mark.parametrize("name", WHO)
def test_who_runs_and_who_sees(network: Network, cast: Callable[[str], User], name: str) -> None:
    assert may_run(cast(name), network.hospital) == (name in RUN)
    assert may_see_people(cast(name), network.hospital) == (name in SEE)


@pytest.mark.parametrize("name", [name for name in WHO if name not in RUN])
def test_nobody_else_changes_who_belongs(network: Network, cast: Callable[[str], User], name: str) -> None:
    member = UserFactory()
    admit_member(network.hospital, member)
    with pytest.raises(PermissionDenied):
        change_role(network.hospital, cast(name), member, Role.COORDINATOR)
    with pytest.raises(PermissionDenied):
        end_membership(network.hospital, cast(name), member)
    with pytest.raises(PermissionDenied):
        hand_over_organisation(network.hospital, cast(name), member)
    assert Membership.objects.get(person=member).role == Role.CONTRIBUTOR


@pytest.mark.parametrize("name", sorted(RUN))
def test_who_runs_it_promotes_and_removes(network: Network, cast: Callable[[str], User], name: str) -> None:
    change_role(network.hospital, cast(name), network.author, Role.COORDINATOR)
    assert coordinates(network.author, network.hospital)
    end_membership(network.hospital, cast(name), network.author)
    assert not Membership.objects.filter(person=network.author).exists()


def test_a_coordinator_of_another_organisation_is_a_stranger_here(network: Network) -> None:
    other = UserFactory()
    admit_member(network.clinic, other, Role.COORDINATOR)
    assert not may_run(other, network.hospital)


def test_while_nobody_coordinates_the_leader_of_the_region_may(network: Network) -> None:
    admit_member(network.hospital, network.administrator)
    network.coordinator.is_active = False
    network.coordinator.save()
    assert may_run(network.leader_be, network.hospital)
    assert not may_run(network.leader_eu, network.hospital)  # the nearer one answers
    assert may_run(network.editor, network.clinic)  # nobody leads Africa
    change_role(network.hospital, network.leader_be, network.author, Role.COORDINATOR)
    assert not may_run(network.leader_be, network.hospital)


def test_strangers_are_neither_promoted_nor_removed(network: Network) -> None:
    stranger = UserFactory()
    with pytest.raises(ValidationError, match="does not belong"):
        change_role(network.hospital, network.coordinator, stranger, Role.COORDINATOR)
    with pytest.raises(ValidationError, match="does not belong"):
        end_membership(network.hospital, network.coordinator, stranger)
    with pytest.raises(ValidationError, match="does not belong"):
        leave(network.hospital, stranger)


def test_the_last_coordinator_neither_leaves_nor_steps_back(network: Network) -> None:
    with pytest.raises(ValidationError, match="only coordinator"):
        leave(network.hospital, network.coordinator)
    with pytest.raises(ValidationError, match="only coordinator"):
        change_role(network.hospital, network.coordinator, network.coordinator, Role.CONTRIBUTOR)
    with pytest.raises(ValidationError, match="only coordinator"):
        admit_member(network.hospital, network.coordinator, Role.CONTRIBUTOR)


def test_a_closed_account_does_not_count_as_second_coordinator(network: Network, cast: Callable[[str], User]) -> None:
    assert coordinates(cast("closed"), network.hospital)
    with pytest.raises(ValidationError, match="only coordinator"):
        leave(network.hospital, network.coordinator)


def test_resources_of_who_goes_are_passed_to_the_chosen_successor(network: Network) -> None:
    successor = UserFactory()
    admit_member(network.hospital, successor)
    page = CaseStudyFactory(parent=network.hospital, owner=network.author)
    leave(network.hospital, network.author, successor)
    page.refresh_from_db()
    assert page.owner == successor


def test_the_successor_that_a_resource_names_comes_first(network: Network) -> None:
    named, chosen = UserFactory(), UserFactory()
    admit_member(network.hospital, named)
    admit_member(network.hospital, chosen)
    page = CaseStudyFactory(parent=network.hospital, owner=network.author, successor=named)
    leave(network.hospital, network.author, chosen)
    page.refresh_from_db()
    assert page.owner == named


def test_a_successor_from_elsewhere_is_refused_and_nothing_happens(network: Network) -> None:
    with pytest.raises(ValidationError, match="among those who stay"):
        leave(network.hospital, network.author, UserFactory())
    with pytest.raises(ValidationError, match="among those who stay"):
        leave(network.hospital, network.author, network.author)
    assert Membership.objects.filter(person=network.author).exists()


def test_who_hands_over_and_stays_is_a_contributor(network: Network) -> None:
    hand_over_organisation(network.hospital, network.coordinator, network.author)
    roles = dict(network.hospital.memberships.values_list("person", "role"))
    assert roles == {network.author.pk: Role.COORDINATOR, network.coordinator.pk: Role.CONTRIBUTOR}


def test_a_new_coordinator_looks_after_what_is_nobodys(network: Network) -> None:
    page = CaseStudyFactory(parent=network.hospital, owner=None)
    change_role(network.hospital, network.coordinator, network.author, Role.COORDINATOR)
    page.refresh_from_db()
    assert page.owner == network.author


def told(person: User) -> list[str]:
    """Return the subjects of what somebody is told, as their mails will say it."""
    notifications = Notification.objects.filter(recipient=person, kind="membership-changed").order_by("pk")
    return [part.subject for each in notifications if (part := part_of(each))]


def test_who_is_promoted_or_removed_is_told_and_who_acts_is_not(network: Network) -> None:
    change_role(network.hospital, network.coordinator, network.author, Role.COORDINATOR)
    change_role(network.hospital, network.administrator, network.author, Role.COORDINATOR)  # what they were already
    end_membership(network.hospital, network.author, network.coordinator)
    assert told(network.author) == ["You coordinate North Hospital now"]
    assert told(network.coordinator) == ["You no longer belong to North Hospital"]
