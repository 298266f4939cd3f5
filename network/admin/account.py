"""One's account in the CMS: which mails one gets, in the place of Wagtail's switches for mails that are not sent."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import (
    AccountView,
    BaseSettingsPanel,
    NotificationsSettingsPanel,
    notifications_tab,
)

from network.notifications.forms import ChoicesForm


class MailsPanel(BaseSettingsPanel):
    """The same choices as on the page that mails lead to."""

    name = "mails"
    title: Any = _("Which mails you get, and when")
    tab = notifications_tab
    order = 100

    def get_form(self) -> ChoicesForm:
        """Return the form, with what was sent."""
        data = self.request.POST if self.request.method == "POST" else None
        return ChoicesForm(self.user, data, prefix=self.name)


class Account(AccountView):
    """Wagtail's page, with our panel for mails."""

    def get_panels(self) -> list[Any]:
        """Return the panels."""
        panels: list[Any] = super().get_panels()
        kept = [panel for panel in panels if not isinstance(panel, NotificationsSettingsPanel)]
        return [*kept, MailsPanel(self.request, self.request.user, None)]


def account_urls() -> list[URLPattern]:
    """The address of Wagtail's page, which goes before it."""
    return [path("admin/account/", require_admin_access(Account.as_view()))]
