"""Coming in by asking and by invitation, from the visitor's form to the editor."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from wagtail.models import PageViewRestriction

from library.upkeep.hand_over import hand_over_resource
from network.joining.ask import NewOrganisation, accept_join_request, ask_to_join, decline_join_request
from network.joining.forms import JoinForm, joinable_by
from network.joining.invite import accept_invitation, invite, withdraw_invitation
from network.models import Membership, Notification, OrganisationPage, Role
from network.organisations.membership import remove_member
from network.organisations.running import hand_over_organisation
from network.organisations.vacancies import without_coordinator
from tests.factories import UserFactory
from tests.library.moderation.stage import Network, after_commit

pytestmark = pytest.mark.django_db


def token_in_mail() -> str:
    found = re.search(r"/join/invitation/([^/\s]+)/", str(mail.outbox[-1].body))
    assert found is not None
    return found.group(1)


def test_a_visitor_asks_the_coordinator_accepts_and_the_editor_opens(network: Network) -> None:
    person, client, desk = UserFactory(), Client(), Client()
    client.force_login(person)
    client.post("/join/", {"organisation": network.hospital.pk, "words": "I film on wards."})
    request = person.join_requests.get()
    told = Notification.objects.filter(kind="join-request").values_list("recipient", flat=True)
    assert set(told) == {network.coordinator.pk, network.leader_be.pk}
    desk.force_login(network.coordinator)
    assert "I film on wards." in desk.get("/admin/join-requests/").content.decode()
    desk.post(f"/admin/join-requests/{request.pk}/decide/", {"accept": ""})
    assert client.get(f"/admin/pages/add/library/casestudypage/{network.hospital.pk}/").status_code == 200


def test_a_new_organisation_is_founded_with_who_asked_as_coordinator(network: Network) -> None:
    person = UserFactory()
    request = ask_to_join(person, NewOrganisation("River House", network.regions["be"]))
    made = accept_join_request(request, network.leader_be)
    assert (made.tier, made.trust, made.live) == ("applicant", "new", True)
    assert Membership.objects.get(organisation=made, person=person).role == Role.COORDINATOR


def test_declining_needs_a_reason_and_strangers_do_not_decide(network: Network) -> None:
    request = ask_to_join(UserFactory(), network.hospital)
    with pytest.raises(PermissionDenied):
        accept_join_request(request, network.author)
    with pytest.raises(ValidationError, match="Say why"):
        decline_join_request(request, network.coordinator, " ")
    decline_join_request(request, network.coordinator, "We do not know you.")
    with pytest.raises(ValidationError, match="already"):
        accept_join_request(request, network.coordinator)


def test_an_invitation_works_once_and_for_its_address(network: Network) -> None:
    after_commit(invite, network.hospital, network.coordinator, "ife@example.org")
    token, person = token_in_mail(), UserFactory(email="Ife@example.org")
    with pytest.raises(ValidationError, match="another address"):
        accept_invitation(token, UserFactory())
    assert accept_invitation(token, person).role == Role.CONTRIBUTOR
    with pytest.raises(ValidationError, match="used"):
        accept_invitation(token, UserFactory(), is_confirmed=True)


def test_a_withdrawn_invitation_is_worthless(network: Network) -> None:
    invitation = after_commit(invite, network.hospital, network.coordinator, "ife@example.org")
    withdraw_invitation(invitation, network.coordinator)
    with pytest.raises(ValidationError, match="withdrawn"):
        accept_invitation(token_in_mail(), UserFactory(email="ife@example.org"))


def test_the_last_coordinator_hands_over_first(network: Network) -> None:
    with pytest.raises(ValidationError, match="only coordinator"):
        remove_member(network.hospital, network.coordinator)
    hand_over_organisation(network.hospital, network.coordinator, network.author, stays=False)
    assert list(network.hospital.memberships.values_list("person", "role")) == [(network.author.pk, Role.COORDINATOR)]


def test_who_leaves_takes_no_resource_along(network: Network) -> None:
    page = network.draft()
    remove_member(network.hospital, network.author)
    page.refresh_from_db()
    assert page.owner == network.coordinator
    with pytest.raises(ValidationError, match="does not belong"):
        hand_over_resource(page, network.coordinator, network.author)


def test_an_organisation_whose_coordinator_closed_the_account_is_listed(network: Network) -> None:
    assert network.hospital not in without_coordinator()
    network.coordinator.is_active = False
    network.coordinator.save()
    assert network.hospital in list(OrganisationPage.objects.filter(pk__in=without_coordinator()))


def test_who_is_behind_a_restriction_is_offered_to_those_whom_it_lets_in(network: Network) -> None:
    visitor = UserFactory()
    assert network.hospital in joinable_by(visitor)
    restriction = PageViewRestriction.objects.create(page=network.hospital, restriction_type=PageViewRestriction.GROUPS)
    assert network.hospital not in joinable_by(visitor)
    circle = Group.objects.create(name="The circle")
    restriction.groups.add(circle)
    visitor.groups.add(circle)
    assert network.hospital in joinable_by(visitor)
    PageViewRestriction.objects.filter(pk=restriction.pk).update(restriction_type=PageViewRestriction.PASSWORD)
    assert network.hospital not in joinable_by(UserFactory())
    form = JoinForm({"organisation": network.hospital.pk}, person=UserFactory())
    assert "organisation" in form.errors
