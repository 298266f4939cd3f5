"""Tier and trust: changed by those who may, with a reason, and never by a revision."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError

from network.models import OrganisationPage, StandingChange
from network.organisations.membership import admit_member
from network.organisations.models import Tier, Trust
from network.organisations.standing import change_standing, may_set_standing
from network.rights import ADMINISTRATORS
from tests.factories import UserFactory
from tests.library.moderation.stage import Network

pytestmark = pytest.mark.django_db


def test_a_change_is_kept_with_who_when_and_why(network: Network) -> None:
    change_standing(network.hospital, network.editor, "Ten accepted.", tier=Tier.MEMBER, trust=Trust.TRUSTED)
    lines = [(each.aspect, each.before, each.after, each.by, each.reason) for each in StandingChange.objects.all()]
    assert sorted(lines, key=str) == [
        ("tier", "applicant", "member", network.editor, "Ten accepted."),
        ("trust", "known", "trusted", network.editor, "Ten accepted."),
    ]
    assert StandingChange.objects.filter(aspect="trust").get().words_after == "Trusted"


def test_what_stays_as_it_is_is_no_change(network: Network) -> None:
    assert change_standing(network.hospital, network.editor, "", trust=Trust.KNOWN) == []


def test_a_change_needs_a_reason(network: Network) -> None:
    with pytest.raises(ValidationError, match="Say why"):
        change_standing(network.hospital, network.editor, "  ", trust=Trust.TRUSTED)


@pytest.mark.parametrize("name", ["author", "coordinator", "leader_be"])
def test_others_do_not_change_it(network: Network, name: str) -> None:
    with pytest.raises(PermissionDenied):
        change_standing(network.hospital, getattr(network, name), "We are good.", trust=Trust.TRUSTED)


def test_nobody_changes_the_standing_of_their_own_organisation(network: Network) -> None:
    administrator = UserFactory()
    administrator.groups.add(Group.objects.get(name=ADMINISTRATORS))
    assert may_set_standing(administrator, network.hospital)
    admit_member(network.hospital, administrator)
    assert not may_set_standing(administrator, network.hospital)
    assert may_set_standing(administrator, network.clinic)


def test_neither_a_draft_nor_an_old_version_brings_an_old_standing_back(network: Network) -> None:
    old = network.hospital.save_revision()
    change_standing(network.hospital, network.editor, "Sent back twice.", trust=Trust.NEW)
    old.publish()
    assert OrganisationPage.objects.get(pk=network.hospital.pk).trust == Trust.NEW
    assert network.hospital.get_latest_revision_as_object().trust == Trust.NEW


def test_a_copy_of_an_organisation_begins_as_new_with_groups_of_its_own(network: Network) -> None:
    copy = network.hospital.copy(update_attrs={"title": "Second", "slug": "second"})
    assert copy.trust == Trust.NEW
    assert copy.contributors != network.hospital.contributors
    assert not copy.people.exists()
