"""The mail of an invitation through a real mail server, and without one."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from network.joining.invite import invite
from network.joining.mails import InvitationNotMailed
from tests.library.moderation.stage import Network, after_commit
from tests.smtp import Sink, free_port, html_of, mailers_of, text_of


def test_it_carries_the_link_in_text_and_html(network: Network, sink: Sink) -> None:
    after_commit(invite, network.hospital, network.coordinator, "new@example.org")
    mail = sink.to("new@example.org")[0]
    assert mail["Subject"] == "Invitation to North Hospital"
    link = "http://127.0.0.1:8000/join/invitation/"
    assert link in text_of(mail)
    assert f'class="button" href="{link}' in html_of(mail)
    assert '<html lang="en">' in html_of(mail)


def test_without_a_mail_server_the_coordinator_is_told(
    network: Network, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MAILERS = mailers_of(free_port())
    with pytest.raises(InvitationNotMailed):
        after_commit(invite, network.hospital, network.coordinator, "new@example.org")

    def fail(*args: object) -> None:
        raise InvitationNotMailed

    monkeypatch.setattr("network.admin.my_organisation.actions.invite", fail)
    client = Client()
    client.force_login(network.coordinator)
    address = reverse("invite_member", args=[network.hospital.pk])
    answer = client.post(address, {"email": "new@example.org", "role": "contributor"})
    assert answer.status_code == 200
    assert "so nothing was sent" in answer.content.decode()
