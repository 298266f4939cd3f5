"""An administrator in the CMS over HTTP: a request that a kill has cut is sent again, an error of the site is one."""

import http.client
import http.cookiejar
import urllib.error
import urllib.parse
import urllib.request
from functools import partial

from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from tests.chaos.processes import PATIENCE
from tests.conditions import wait_until
from tests.factories import PASSWORD

CUT = (ConnectionError, TimeoutError, http.client.HTTPException)  # what a killed server leaves of a request
ANSWER_SECONDS = 20.0


class SaveFailed(Exception):
    """The site answered with an error, or forgot what it had confirmed."""


class Cms:
    """Edits pages through the forms of the CMS; each edit is in the database when its verb returns."""

    def __init__(self, address: str, email: str) -> None:
        """Log in."""
        self._address, self._cookies = address, http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._cookies), _Stay())
        login = reverse("login")
        self._send(login, None)
        self._send(login, {"login": email, "password": PASSWORD})

    def publish(self, page: Page) -> None:
        """Publish through the bulk action of the explorer."""
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        self._send(f"{address}?id={page.pk}", {})
        _confirm(page, Page.objects.filter(pk=page.pk, live=True).exists())

    def unpublish(self, page: Page) -> None:
        """Take off the site, with a reason."""
        self._send(reverse("take_off", args=[page.pk]), {"words": "Chaos reigns."})
        _confirm(page, Page.objects.filter(pk=page.pk, live=False).exists())

    def move(self, page: Page, target: Page) -> None:
        """Move below another page."""
        self._send(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk]), {})
        _confirm(page, Page.objects.get(pk=page.pk).get_parent().pk == target.pk)

    def delete(self, page: Page) -> None:
        """Delete."""
        self._send(reverse("wagtailadmin_pages:delete", args=[page.pk]), {})
        _confirm(page, not Page.objects.filter(pk=page.pk).exists())

    def set_privacy(self, page: Page, restriction: str) -> None:
        """Set ``none`` or ``login``."""
        self._send(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), {"restriction_type": restriction})
        _confirm(page, PageViewRestriction.objects.filter(page=page).exists() is (restriction != "none"))

    def _send(self, path: str, form: dict[str, str] | None) -> None:
        """Send a form, or fetch a page without one, until the site answers."""
        wait_until(partial(self._answered, path, form), PATIENCE)

    def _answered(self, path: str, form: dict[str, str] | None) -> bool:
        token = next((cookie.value or "" for cookie in self._cookies if cookie.name == "csrftoken"), "")
        body = None if form is None else urllib.parse.urlencode(form).encode()
        request = urllib.request.Request(self._address + path, body, {"X-CSRFToken": token})
        try:
            self._opener.open(request, timeout=ANSWER_SECONDS).close()
        except urllib.error.HTTPError as error:
            if error.code >= 400 and error.code != 404:  # of a request sent again, of which the first was carried out
                raise SaveFailed(f"{path} answered {error.code}: {error.read(500)!r}") from error
        except urllib.error.URLError as error:
            if not isinstance(error.reason, CUT):
                raise
            return False
        except CUT:
            return False
        return True


class _Stay(urllib.request.HTTPRedirectHandler):
    """Take a redirection for the answer."""

    def redirect_request(self, *_args: object) -> None:
        """Do not follow."""


def _confirm(page: Page, holds: bool) -> None:
    if not holds:
        raise SaveFailed(f"What the CMS confirmed of {page} is not in the database")
