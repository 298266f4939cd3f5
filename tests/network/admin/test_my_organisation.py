"""The page of an organisation's people: what each sees of it, and what its buttons do."""

from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from network.joining.ask import ask_to_join
from network.models import Invitation, Membership, Role, User
from network.organisations.membership import admit_member
from network.organisations.running import coordinates
from tests.factories import CaseStudyFactory, UserFactory
from tests.library.moderation.stage import Network, after_commit

pytestmark = pytest.mark.django_db


def browser_of(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def address(network: Network, name: str = "organisation_people", *args: int) -> str:
    return reverse(name, args=[network.hospital.pk, *args])


def is_refused(response: Any) -> bool:
    """Tell whether Wagtail has led somebody away from what they may not do."""
    return bool(response.status_code == 302 and response.headers["Location"] == reverse("wagtailadmin_home"))


def seen_by(network: Network, person: User) -> str:
    response = browser_of(person).get(address(network))
    assert response.status_code == 200
    return response.content.decode()


def test_a_coordinator_sees_people_invitations_and_requests(network: Network) -> None:
    asking = UserFactory(first_name="Ife", last_name="Obi")
    ask_to_join(asking, network.hospital, "I film on wards.")
    after_commit(browser_of(network.coordinator).post, address(network, "invite_member"), invitation("new@example.org"))
    text = seen_by(network, network.coordinator)
    for words in ("Author", "author@example.org", "Ife Obi", "I film on wards.", "new@example.org", "Make coordinator"):
        assert words in text


def test_a_contributor_reads_who_is_there_and_no_more(network: Network) -> None:
    ask_to_join(UserFactory(), network.hospital, "I film on wards.")
    text = seen_by(network, network.author)
    assert "Coordinator" in text
    for words in ("coordinator@example.org", "I film on wards.", "Make contributor", "Invite", "Hand over"):
        assert words not in text


@pytest.mark.parametrize("name", ["author", "coordinator", "editor", "administrator"])
def test_who_opens_it(network: Network, name: str) -> None:
    assert "Coordinator" in seen_by(network, getattr(network, name))


def test_who_leads_the_region_opens_it_while_nobody_coordinates(network: Network) -> None:
    client = browser_of(network.leader_be)
    assert is_refused(client.get(address(network)))
    network.coordinator.is_active = False
    network.coordinator.save()
    text = client.get(address(network)).content.decode()
    assert "Nobody coordinates this organisation" in text
    assert "Make coordinator" in text


def test_the_menu_leads_members_there_and_nobody_else(network: Network) -> None:
    entry = reverse("my_organisation")
    assert entry in browser_of(network.author).get("/admin/").content.decode()
    assert entry not in browser_of(network.leader_be).get("/admin/").content.decode()
    assert browser_of(network.author).get(entry).headers["Location"] == address(network)
    assert is_refused(browser_of(network.leader_be).get(entry))


def test_of_several_organisations_one_is_chosen(network: Network) -> None:
    admit_member(network.clinic, network.author)
    text = browser_of(network.author).get(reverse("my_organisation")).content.decode()
    assert "Lake Clinic" in text
    assert "North Hospital" in text


def invitation(email: str) -> dict[str, str]:
    return {"email": email, "role": "contributor"}


def test_an_invitation_is_sent_and_withdrawn(network: Network) -> None:
    client = browser_of(network.coordinator)
    after_commit(client.post, address(network, "invite_member"), invitation("new@example.org"))
    assert mail.outbox[-1].to == ["new@example.org"]
    made = Invitation.objects.get()
    client.post(address(network, "withdraw_invitation", made.pk))
    made.refresh_from_db()
    assert made.withdrawn_at is not None


def test_a_wrong_address_stays_in_the_form_with_what_is_wrong(network: Network) -> None:
    client = browser_of(network.coordinator)
    text = client.post(address(network, "invite_member"), invitation("nobody at all")).content.decode()
    assert "nobody at all" in text
    assert "Enter a valid email address" in text
    text = client.post(address(network, "invite_member"), invitation("author@example.org")).content.decode()
    assert "belongs to the organisation already" in text


def test_an_invitation_of_another_organisation_is_not_found(network: Network) -> None:
    after_commit(
        browser_of(network.administrator).post,
        f"/admin/organisations/{network.clinic.pk}/people/invite/",
        invitation("new@example.org"),
    )
    made = Invitation.objects.get(organisation=network.clinic)
    client = browser_of(network.coordinator)
    assert client.post(address(network, "withdraw_invitation", made.pk)).status_code == 404


def test_promoting_and_taking_it_back(network: Network) -> None:
    client, key = browser_of(network.coordinator), network.author.pk
    client.post(address(network, "promote_member", key))
    assert coordinates(network.author, network.hospital)
    client.post(address(network, "demote_member", key))
    assert not coordinates(network.author, network.hospital)


def test_removing_says_what_follows_and_asks_for_a_successor(network: Network) -> None:
    page = CaseStudyFactory(parent=network.hospital, owner=network.author)
    client, remove = browser_of(network.coordinator), address(network, "remove_member", network.author.pk)
    assert "stays with the organisation" in client.get(remove).content.decode()
    assert Membership.objects.filter(person=network.author).exists()
    client.post(remove, {"successor": network.coordinator.pk})
    page.refresh_from_db()
    assert page.owner == network.coordinator
    assert not Membership.objects.filter(person=network.author).exists()


def test_the_only_coordinator_is_told_to_hand_over_before_leaving(network: Network) -> None:
    client = browser_of(network.coordinator)
    assert "only coordinator" in client.post(address(network, "leave_organisation"), {}).content.decode()
    client.post(address(network, "hand_over_organisation"), {"successor": network.author.pk, "leaves": "on"})
    assert list(network.hospital.memberships.values_list("person", "role")) == [(network.author.pk, Role.COORDINATOR)]


def test_a_contributor_leaves_and_is_led_to_the_site(network: Network) -> None:
    response = browser_of(network.author).post(address(network, "leave_organisation"), {"successor": ""})
    assert response.headers["Location"] == reverse("share")


@pytest.mark.parametrize("name", ["invite_member", "hand_over_organisation"])
def test_a_contributor_does_none_of_it(network: Network, name: str) -> None:
    before = set(Membership.objects.values_list("person", "role"))
    response = browser_of(network.author).post(
        address(network, name), {"successor": network.author.pk, **invitation("new@example.org")}
    )
    assert is_refused(response)
    assert set(Membership.objects.values_list("person", "role")) == before
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("name", ["promote_member", "demote_member", "remove_member"])
def test_nor_to_anybody(network: Network, name: str) -> None:
    client = browser_of(network.author)
    assert is_refused(client.post(address(network, name, network.coordinator.pk)))
    assert coordinates(network.coordinator, network.hospital)


def test_opening_an_address_changes_nothing(network: Network) -> None:
    client = browser_of(network.coordinator)
    assert client.get(address(network, "promote_member", network.author.pk)).status_code == 405
    client.get(address(network, "leave_organisation"))
    assert network.hospital.memberships.count() == 2


def test_a_request_is_answered_on_the_page_and_leads_back_to_it(network: Network) -> None:
    asked = ask_to_join(UserFactory(), network.hospital)
    client = browser_of(network.coordinator)
    response = client.post(f"/admin/join-requests/{asked.pk}/decide/", {"accept": "", "from_organisation": "1"})
    assert response.headers["Location"] == address(network)
    assert network.hospital.memberships.count() == 3


@pytest.mark.parametrize("reason", ["", "   ", "No\x00", "x" * 1001])
def test_declining_without_a_usable_reason_is_refused_in_words(network: Network, reason: str) -> None:
    asked = ask_to_join(UserFactory(), network.hospital)
    client = browser_of(network.coordinator)
    client.post(f"/admin/join-requests/{asked.pk}/decide/", {"reason": reason, "from_organisation": "1"})
    asked.refresh_from_db()
    assert asked.at is None
    assert 'class="error"' in client.get(address(network)).content.decode()


def test_the_number_of_somebodys_resources_leads_to_them_alone(network: Network) -> None:
    CaseStudyFactory(parent=network.hospital, owner=network.author, title="By the author")
    CaseStudyFactory(parent=network.hospital, owner=network.coordinator, title="By the coordinator")
    listed = f"{reverse('wagtailadmin_explore', args=[network.hospital.pk])}?owner={network.author.pk}"
    assert listed in seen_by(network, network.coordinator)
    text = browser_of(network.coordinator).get(listed).content.decode()
    assert "By the author" in text
    assert "By the coordinator" not in text


def test_the_number_of_queries_does_not_grow_with_the_people(network: Network) -> None:
    client = browser_of(network.coordinator)
    client.get(address(network))
    with CaptureQueriesContext(connection) as before:
        client.get(address(network))
    for number in range(8):
        person = UserFactory()
        admit_member(network.hospital, person)
        CaseStudyFactory(parent=network.hospital, owner=person)
        ask_to_join(UserFactory(), network.hospital)
        client.post(address(network, "invite_member"), invitation(f"person-{number}@elsewhere.example"))
    client.get(address(network))  # shows the messages about invitations
    with CaptureQueriesContext(connection) as after:
        client.get(address(network))
    assert len(after) == len(before)
