"""An organisation is never left without a coordinator unnoticed."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from home.set_up import set_up_network
from network.joining.kinds import WITHOUT_COORDINATOR
from network.models import Notification, Role, User, Vacancy
from network.notifications.send import send_waiting
from network.organisations.found import found_organisation
from network.organisations.membership import admit_member
from network.organisations.noticing import note_vacancies
from tests.factories import CaseStudyFactory, UserFactory
from tests.library.moderation.stage import Network
from tests.smtp import Sink, text_of

pytestmark = pytest.mark.django_db


def close_account(person: User) -> None:
    person.is_active = False
    person.save()


def told() -> set[int]:
    """Return who is told, once each or the test fails."""
    recipients = list(Notification.objects.filter(kind="left-without-coordinator").values_list("recipient", flat=True))
    assert len(recipients) == len(set(recipients))
    return set(recipients)


def test_the_leader_of_the_nearest_region_is_told_once(network: Network) -> None:
    close_account(network.coordinator)
    note_vacancies()
    note_vacancies()
    assert told() == {network.leader_be.pk}
    assert Vacancy.objects.get().organisation == network.hospital


def test_the_mail_leads_to_the_people_where_one_can_be_chosen(network: Network, sink: Sink) -> None:
    close_account(network.coordinator)
    note_vacancies()
    send_waiting()
    (mail,) = sink.to(network.leader_be.email)
    assert mail["Subject"] == "Nobody coordinates North Hospital"
    assert reverse("organisation_people", args=[network.hospital.pk]) in text_of(mail)


def test_where_nobody_leads_editors_and_administrators_are_told(network: Network) -> None:
    admit_member(network.clinic, UserFactory())
    note_vacancies()
    assert told() == {network.editor.pk, network.administrator.pk}


def test_an_organisation_that_nobody_belongs_to_yet_is_no_news(network: Network) -> None:
    note_vacancies()
    assert told() == set()


def test_a_second_time_is_told_again(network: Network) -> None:
    close_account(network.coordinator)
    note_vacancies()
    second = UserFactory()
    admit_member(network.hospital, second, Role.COORDINATOR)
    note_vacancies()
    assert Vacancy.objects.get().until is not None
    close_account(second)
    note_vacancies()
    assert Vacancy.objects.filter(organisation=network.hospital).count() == 2
    assert Notification.objects.filter(kind="left-without-coordinator", recipient=network.leader_be).count() == 2


def test_nothing_is_mailed_about_what_was_filled_meanwhile(network: Network) -> None:
    close_account(network.coordinator)
    assert WITHOUT_COORDINATOR.may_know(network.leader_be, network.hospital)
    assert not WITHOUT_COORDINATOR.may_know(network.leader_eu, network.hospital)
    admit_member(network.hospital, network.author, Role.COORDINATOR)
    assert not WITHOUT_COORDINATOR.may_know(network.leader_be, network.hospital)


def test_looking_costs_two_queries_however_many_there_are(
    network: Network, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    directory = set_up_network().directory
    for number in range(5):
        organisation = found_organisation(directory, f"House {number}", home_region=network.regions["fr"])
        admit_member(organisation, UserFactory())
    note_vacancies()
    assert Vacancy.objects.count() == 5
    with django_assert_num_queries(2):
        note_vacancies()


def test_a_deleted_account_leaves_its_resources_behind(network: Network) -> None:
    page = CaseStudyFactory(parent=network.hospital, owner=network.author)
    network.author.delete()
    page.refresh_from_db()
    assert page.owner == network.coordinator


def test_the_deleted_account_of_the_last_member_is_noticed(network: Network) -> None:
    network.author.delete()
    network.coordinator.delete()
    assert told() == {network.leader_be.pk}


def test_accounts_deleted_together_leave_nothing_to_each_other(network: Network) -> None:
    page = CaseStudyFactory(parent=network.hospital, owner=network.author)
    User.objects.filter(pk__in=[network.author.pk, network.coordinator.pk]).delete()
    page.refresh_from_db()
    assert page.owner is None
    admit_member(network.hospital, network.editor, Role.COORDINATOR)
    page.refresh_from_db()
    assert page.owner == network.editor
