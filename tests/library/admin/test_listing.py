"""The list of resources: what it can be narrowed by says nothing of what its reader may not know."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from network.models import OrganisationPage, User
from tests.clients import client_of
from tests.factories import UserFactory
from tests.library.moderation.stage import Network

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(network: Network) -> OrganisationPage:
    """The clinic, behind a login: nobody else's to know."""
    PageViewRestriction.objects.create(page=network.clinic, restriction_type=PageViewRestriction.LOGIN)
    return network.clinic


def offered(user: User) -> list[str]:
    response = client_of(user).get(reverse("resources:index"))
    field = response.context["filters"].form.fields["organisation"]
    return [organisation.title for organisation in field.queryset]


def test_organisations_behind_a_restriction_are_offered_to_their_own_people(
    network: Network, closed: OrganisationPage
) -> None:
    assert network.hospital.title in offered(network.author)
    assert closed.title not in offered(network.author)
    assert closed.title in offered(UserFactory(is_superuser=True))
    assert closed.title not in client_of(network.author).get(reverse("resources:index")).content.decode()


def test_nothing_is_narrowed_by_an_organisation_that_is_not_offered(network: Network, closed: OrganisationPage) -> None:
    network.draft(title="Of the hospital")
    address = reverse("resources:index")
    refused = client_of(network.author).get(f"{address}?organisation={closed.pk}")
    assert "organisation" in refused.context["filters"].form.errors
    mine = client_of(network.author).get(f"{address}?organisation={network.hospital.pk}")
    assert "Of the hospital" in mine.content.decode()
