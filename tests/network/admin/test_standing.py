"""The standing of an organisation in the CMS: a page of its own, and nowhere else."""

import pytest
from django.test import Client
from django.urls import reverse

from network.models import OrganisationPage, StandingChange
from network.organisations.models import Trust
from network.organisations.standing import change_standing, keep_trust
from tests.library.moderation.stage import Network

pytestmark = pytest.mark.django_db

WANTED = {"tier": "member", "trust": "trusted", "reason": "Ten of ten were accepted."}


def standing(network: Network) -> str:
    return reverse("organisation_standing", args=[network.hospital.pk])


def test_an_editor_changes_it_with_a_reason_that_members_read(network: Network, client: Client) -> None:
    client.force_login(network.editor)
    client.post(standing(network), WANTED)
    assert OrganisationPage.objects.get(pk=network.hospital.pk).trust == Trust.TRUSTED
    assert "Ten of ten were accepted." in client.get(standing(network)).content.decode()
    client.force_login(network.author)
    people = reverse("organisation_people", args=[network.hospital.pk])
    assert "Ten of ten were accepted." in client.get(people).content.decode()


def test_without_a_reason_it_stays_and_the_form_says_so(network: Network, client: Client) -> None:
    client.force_login(network.editor)
    for reason in ("", "   "):
        assert "This field is required" in client.post(standing(network), WANTED | {"reason": reason}).content.decode()
    assert not StandingChange.objects.exists()


@pytest.mark.parametrize("name", ["author", "coordinator", "leader_be"])
def test_others_are_led_away(network: Network, client: Client, name: str) -> None:
    client.force_login(getattr(network, name))
    for response in (client.get(standing(network)), client.post(standing(network), WANTED)):
        assert response.status_code == 302
    assert not StandingChange.objects.exists()


@pytest.mark.parametrize("name", ["coordinator", "administrator"])
def test_the_form_of_the_page_does_not_change_it(network: Network, client: Client, name: str) -> None:
    client.force_login(getattr(network, name))
    edit = reverse("wagtailadmin_pages:edit", args=[network.hospital.pk])
    sent = {"title": "North", "slug": "north", "home_region": network.regions["be"].pk, "description": "null"}
    client.post(edit, {**sent, "trust": "trusted", "tier": "charter", "comments-TOTAL_FORMS": 0})
    latest = OrganisationPage.objects.get(pk=network.hospital.pk).get_latest_revision_as_object()
    assert (latest.tier, latest.trust) == ("applicant", "known")


def test_the_page_in_the_cms_shows_it_and_leads_to_where_it_is_changed(network: Network, client: Client) -> None:
    client.force_login(network.administrator)
    text = client.get(reverse("wagtailadmin_pages:edit", args=[network.hospital.pk])).content.decode()
    assert "Known" in text
    assert 'name="trust"' not in text
    assert standing(network) in text


def test_an_account_that_is_gone_leaves_its_line_in_the_history(network: Network, client: Client) -> None:
    change_standing(network.hospital, network.editor, "Twice sent back.", trust=Trust.NEW)
    network.editor.delete()
    client.force_login(network.administrator)
    text = client.get(standing(network)).content.decode()
    assert "an account that is gone" in text
    assert "Twice sent back." in text


def test_a_decision_to_leave_it_as_it_is_stands_in_the_history_too(network: Network, client: Client) -> None:
    keep_trust(network.hospital, network.editor, "Too few to say.")
    client.force_login(network.administrator)
    text = " ".join(client.get(standing(network)).content.decode().split())
    assert "Trust: kept at Known" in text
