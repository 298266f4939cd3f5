"""Pages in a real browser that remember whatever went wrong in them: errors of scripts, refused content, 5xx."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, ViewportSize

from network.models import User

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 15_000  # milliseconds; a machine that runs every test at once is slow
SIZES: dict[str, ViewportSize] = {"phone": {"width": 320, "height": 720}, "desk": {"width": 1280, "height": 900}}


@dataclass
class Visits:
    """Opens windows, each as somebody else, on one server."""

    browser: Browser
    address: str
    problems: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)
    expected: set[int] = field(default_factory=set)

    def open(self, user: User | None = None, **options: Any) -> Page:
        """Return a new window, logged in as ``user`` without the form; options are those of a browser context.

        Motion is reduced, so that axe meets no colour on its way from light to dark.
        """
        usual = {"base_url": self.address, "locale": "en-GB", "viewport": SIZES["desk"], "reduced_motion": "reduce"}
        context = self.browser.new_context(**{**usual, **options})
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        if user is not None:
            context.add_cookies([{"name": "sessionid", "value": session_of(user), "url": self.address}])
        page = context.new_page()
        self._watch(page)
        return page

    @contextmanager
    def expecting(self, status: int) -> Iterator[None]:
        """Let pages be answered with this status, which browsers report as an error."""
        self.expected.add(status)
        yield
        self.expected.discard(status)

    def _watch(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: {error}"))
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        text = message.text.lower().replace("status: ", "status of ")
        told_of_status = any(f"status of {status}" in text for status in self.expected)
        where = message.location["url"]  # nothing for what axe does, which sets inline styles to measure with
        if message.type == "error" and where and not told_of_status:
            self.problems.append(f"{where}: {message.text}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self.problems.append(f"{response.url}: {response.status}")

    def close(self) -> None:
        """Close every window."""
        for context in self.contexts:
            context.close()


def session_of(user: User) -> str:
    """Return the key of a new session of somebody."""
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value
