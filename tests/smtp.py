"""A real mail server on the loopback, which keeps what it is given, or refuses it as a test says."""

import asyncio
import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Event
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from pytest_django.fixtures import Settings


class Sink:
    """What has arrived. ``answer`` is what the server says to a message; ``refused`` are addresses nobody has.

    While ``quick`` is not set it takes a message and does not say so; ``held`` is how many it has taken in that way.
    """

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.answer = "250 Taken"
        self.refused: set[str] = set()
        self.quick = Event()
        self.quick.set()
        self.held = 0
        self.port = free_port()

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802  # aiosmtpd's name
        if address in self.refused:
            return "550 Nobody of this name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802  # aiosmtpd's name
        if self.answer.startswith("250"):
            self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        if not self.quick.is_set():
            self.held += 1
            await asyncio.to_thread(self.quick.wait)
        return self.answer

    def to(self, address: str) -> list[EmailMessage]:
        """Return what somebody got."""
        return [mail for mail in self.mails if mail["To"] == address]

    def subjects(self) -> dict[str, list[str]]:
        """Return the subjects by address."""
        addresses = sorted({str(mail["To"]) for mail in self.mails})
        return {address: sorted(str(mail["Subject"]) for mail in self.to(address)) for address in addresses}


def text_of(mail: EmailMessage) -> str:
    """Return the plain text of a mail."""
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def html_of(mail: EmailMessage) -> str:
    """Return the HTML of a mail."""
    part = mail.get_body(("html",))
    assert part is not None
    return str(part.get_content())


def mailers_of(port: int) -> dict[str, Any]:
    """Return the setting that sends mail to a server on this port."""
    options = {"host": "127.0.0.1", "port": port, "timeout": 20}
    return {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture
def sink(settings: Settings) -> Iterator[Sink]:
    """A mail server to which the site sends."""
    kept = Sink()
    controller = Controller(kept, hostname="127.0.0.1", port=kept.port)
    controller.start()
    settings.MAILERS = mailers_of(kept.port)
    yield kept
    kept.quick.set()
    controller.stop()
