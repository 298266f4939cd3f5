"""The administrator's desk: what asks for somebody, with numbers that are those of where they lead."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home.admin.concerns import Concern, concerns_of_machinery, concerns_of_people, concerns_of_review
from home.admin.network_desk import NetworkDesk
from library.models import FileState, LibraryDocument, Submission
from network.leadership.territory import Territories
from network.models import Leadership, Notification, NotificationState, Role, User
from network.organisations.membership import admit_member
from search.models import IndexGeneration, IndexQueueEntry
from tests.factories import DocumentFactory
from tests.library.moderation.stage import Network, switch_off_checks

pytestmark = pytest.mark.django_db


def every_concern() -> dict[str, Concern]:
    found = [*concerns_of_review(), *concerns_of_people(Territories.read()), *concerns_of_machinery()]
    return {str(concern.words): concern for concern in found}


def get(person: User, address: str) -> str:
    client = Client()
    client.force_login(person)
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.fixture
def late(network: Network) -> Submission:
    switch_off_checks()
    submission = network.send(network.draft(title="Late one"))
    Submission.objects.filter(pk=submission.pk).update(due_at=timezone.now() - timedelta(days=3))
    return submission


def test_what_waits_is_counted_with_its_age(network: Network, late: Submission) -> None:
    network.send(network.draft(title="Punctual one"))
    concerns = every_concern()
    assert (concerns["Waiting for review"].count, concerns["Past due"].count) == (2, 1)
    overdue_since = concerns["Past due"].waiting.since
    assert overdue_since
    assert (timezone.now() - overdue_since).days == 3
    assert "Late one" in get(network.administrator, concerns["Past due"].url)
    assert "Punctual one" not in get(network.administrator, concerns["Past due"].url)


def test_checks_count_when_they_do_not_end(network: Network, late: Submission) -> None:
    words = "Automatic checks that did not end within an hour"
    Submission.objects.filter(pk=late.pk).update(stage="checks")
    assert every_concern()[words].count == 0
    Submission.objects.filter(pk=late.pk).update(stage_since=timezone.now() - timedelta(hours=2))
    assert every_concern()[words].count == 1


def test_vacancies_and_organisations_without_coordinator_are_counted(network: Network) -> None:
    concerns = every_concern()
    assert concerns["Regions that nobody leads"].count == 1
    assert concerns["Organisations without a coordinator"].count == 2  # clinic and bridge
    assert "Africa" in get(network.administrator, concerns["Regions that nobody leads"].url)
    admit_member(network.clinic, network.author, Role.COORDINATOR)
    assert every_concern()["Organisations without a coordinator"].count == 1


def test_a_leadership_that_ends_soon_is_told_before_it_is_a_vacancy(network: Network) -> None:
    words = "Leaderships that end within a month"
    assert every_concern()[words].count == 0
    Leadership.objects.filter(person=network.leader_eu).update(until=timezone.localdate() + timedelta(days=9))
    concern = every_concern()[words]
    assert concern.count == 1
    assert "Leader_Eu" in get(network.administrator, concern.url)


def test_what_the_site_could_not_do_is_counted(network: Network) -> None:
    document = DocumentFactory(title="Scanned leaflet")
    LibraryDocument.objects.filter(pk=document.pk).update(state=FileState.NO_TEXT)
    IndexQueueEntry.objects.all().delete()
    IndexQueueEntry.objects.create(page_id=1, attempts=2)
    IndexGeneration.objects.create(engine="embedded", name="lost", state=IndexGeneration.State.FAILED)
    Notification.objects.create(
        recipient=network.author,
        kind="x",
        key="x",
        about_type_id=1,
        about_id=1,
        state=NotificationState.FAILED,
    )
    concerns = {str(concern.words): concern for concern in concerns_of_machinery()}
    assert [concern.count for concern in concerns.values()] == [1, 0, 1, 1, 1]
    assert network.author.email in get(network.administrator, concerns["Mails that the mail server refused"].url)
    report = concerns["Files of which the search finds the title only"].url
    assert "Scanned leaflet" in get(network.administrator, report)


def test_files_without_text_are_not_for_leaders(network: Network) -> None:
    client = Client()
    client.force_login(network.leader_be)
    assert client.get(reverse("report_files")).status_code in {302, 403}


def test_the_desk_says_what_is_well_and_where_things_wait(network: Network, late: Submission) -> None:
    html = get(network.administrator, reverse("wagtailadmin_home"))
    assert "What asks for somebody" in html
    assert "None at the moment" in html
    europe = f"{reverse('report_submissions')}?overdue=true&amp;region=europe"
    assert f'<a href="{europe}">1</a>' in html
    assert "Vacant" in html


def test_it_takes_the_same_queries_however_much_there_is(network: Network, late: Submission) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            NetworkDesk().get_context_data()
        return len(captured)

    queries()
    few = queries()
    for number in range(4):
        network.send(network.draft(title=f"More {number}", regions=[network.regions["ke"]]))
    assert queries() == few
