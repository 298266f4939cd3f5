"""Founding organisations and giving them what is theirs."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from wagtail.models import Collection

from home.set_up import set_up_network
from network.models import OrganisationIndexPage, OrganisationPage
from network.organisations.found import found_organisation, provision_organisation
from tests.factories import OrganisationFactory, RegionFactory, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory() -> OrganisationIndexPage:
    return set_up_network().directory


def _found(directory: OrganisationIndexPage, title: str = "Aurora", **fields: Any) -> OrganisationPage:
    return found_organisation(directory, title, home_region=RegionFactory(code="be"), **fields)


def test_it_is_published_with_groups_and_a_collection(directory: OrganisationIndexPage) -> None:
    page = _found(directory)
    assert page.live
    assert (str(page.contributors), str(page.coordinators)) == (
        "Aurora (aurora): contributors",
        "Aurora (aurora): coordinators",
    )
    assert page.collection is not None
    assert page.collection.get_parent().name == "Organisations"


def test_an_address_that_is_taken_is_refused_in_words(directory: OrganisationIndexPage) -> None:
    _found(directory, slug="aurora")
    with pytest.raises(ValidationError, match="at this address already"):
        _found(directory, title="Other", slug="aurora")


def test_an_empty_name_is_refused(directory: OrganisationIndexPage) -> None:
    with pytest.raises(ValidationError, match="needs a name"):
        _found(directory, title=" ")


def test_two_of_the_same_name_have_groups_of_their_own(directory: OrganisationIndexPage) -> None:
    first, second = _found(directory), _found(directory)
    assert first.contributors != second.contributors
    assert first.collection != second.collection


def test_provisioning_again_changes_nothing(directory: OrganisationIndexPage) -> None:
    page = _found(directory)
    before = (Group.objects.count(), Collection.objects.count(), page.contributors, page.collection)
    provision_organisation(OrganisationPage.objects.get(pk=page.pk))
    assert (Group.objects.count(), Collection.objects.count(), page.contributors, page.collection) == before


def test_provisioning_puts_rights_right_again(directory: OrganisationIndexPage) -> None:
    page = _found(directory)
    assert page.contributors is not None
    page.contributors.page_permissions.all().delete()
    provision_organisation(page)
    codenames = page.contributors.page_permissions.values_list("permission__codename", flat=True)
    assert list(codenames) == ["add_page"]


def test_a_new_name_reaches_groups_and_collection_when_it_is_published(directory: OrganisationIndexPage) -> None:
    page = _found(directory)
    page.title = "Aurora Hospital"
    publish(page)
    again = OrganisationPage.objects.get(pk=page.pk)
    assert str(again.contributors) == "Aurora Hospital (aurora): contributors"
    assert str(again.collection) == "Aurora Hospital"


def test_a_page_made_in_the_cms_is_provisioned_when_it_is_published(directory: OrganisationIndexPage) -> None:
    page = OrganisationFactory(parent=directory, title="Borealis")
    publish(page)
    assert OrganisationPage.objects.get(pk=page.pk).collection is not None


def test_setting_up_twice_makes_everything_once(directory: OrganisationIndexPage) -> None:
    groups = Group.objects.count()
    assert set_up_network().directory == directory
    assert Group.objects.count() == groups
