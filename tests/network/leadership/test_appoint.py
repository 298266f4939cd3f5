"""Leaders may review while they lead, and no longer."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from home.set_up import set_up_network
from network.leadership.appoint import appoint_leader, end_leadership
from network.models import Leadership, OrganisationPage, User
from network.rights import LEADERS
from tests.factories import OrganisationFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation() -> OrganisationPage:
    made: OrganisationPage = OrganisationFactory(parent=set_up_network().directory)
    return made


def leads(person: User) -> bool:
    return person.groups.filter(name=LEADERS).exists()


def test_whoever_is_appointed_may_review(organisation: OrganisationPage) -> None:
    person = UserFactory()
    appoint_leader(organisation, person, RegionFactory(code="be"))
    assert leads(person)


def test_appointing_twice_makes_one_leadership(organisation: OrganisationPage) -> None:
    person = UserFactory()
    for _time in range(2):
        appoint_leader(organisation, person, RegionFactory(code="be"))
    assert Leadership.objects.count() == 1


def test_who_leads_two_regions_still_leads_after_one_ends(organisation: OrganisationPage) -> None:
    person = UserFactory()
    first = appoint_leader(organisation, person, RegionFactory(code="be"))
    second = appoint_leader(organisation, person, RegionFactory(code="nl"))
    end_leadership(first)
    assert leads(person)
    end_leadership(second)
    assert not leads(person)


def test_a_leadership_of_the_past_gives_no_right(organisation: OrganisationPage) -> None:
    person, today = UserFactory(), timezone.localdate()
    appoint_leader(
        organisation, person, RegionFactory(code="be"), today - timedelta(days=30), today - timedelta(days=1)
    )
    assert not leads(person)


def test_an_end_before_the_beginning_is_refused(organisation: OrganisationPage) -> None:
    today = timezone.localdate()
    with pytest.raises(ValidationError, match="ends before it begins"):
        appoint_leader(organisation, UserFactory(), RegionFactory(code="be"), today, today - timedelta(days=1))
