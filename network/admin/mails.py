"""In the CMS, for administrators: which mails wait, were sent or failed, and sending again what did not arrive."""

from typing import Any

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from network.notifications.kinds import all_kinds
from network.notifications.models import Notification, NotificationState
from network.notifications.states import BY_HAND, send_again
from network.organisations.models import MAY_SET_STANDING
from network.users.models import User

KEYS_AT_ONCE = 1000


def looks_after_mails(user: Any) -> bool:
    """Tell whether somebody administers the network."""
    return isinstance(user, User) and user.is_active and user.has_perm(MAY_SET_STANDING)


class MailFilterSet(WagtailFilterSet):
    """What mails can be narrowed by."""

    state = django_filters.ChoiceFilter(choices=NotificationState.choices, label=_("State"))

    class Meta:
        model = Notification
        fields: list[str] = []


def group_of(notification: Notification) -> str:
    """Return what a mail is about, in the words in which people choose; never what it says."""
    labels = {kind.name: kind.group_label for kind in all_kinds()}
    return str(labels.get(notification.kind, notification.kind))


def again_button(notification: Notification) -> str:
    """Return the button that sends it again, where only a person may say so; its form stands above the list."""
    if notification.state not in BY_HAND:
        return ""
    button = '<button type="submit" form="mails-again" name="key" value="{}" class="button button-small">{}</button>'
    return format_html(button, notification.pk, _g("Try again"))


class MailsReport(ReportView):
    """Every mail, the latest first."""

    page_title: Any = _("Mails")
    header_icon = "mail"
    template_name = "network/admin/mails.html"
    results_template_name = "network/admin/mails_results.html"
    index_url_name = "mails"
    index_results_url_name = "mails_results"
    filterset_class = MailFilterSet
    is_searchable = True
    search_fields = ("recipient__email", "error")
    default_ordering = "-made_at"
    paginate_by = 25
    columns = [
        Column("recipient", label=_("To"), accessor="recipient.email", sort_key="recipient__email"),
        Column("about", label=_("About"), accessor=group_of),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        DateColumn("made_at", label=_("Made"), sort_key="made_at"),
        DateColumn("sent_at", label=_("Sent"), sort_key="sent_at"),
        Column("attempts", label=_("Attempts"), sort_key="attempts"),
        Column("error", label=_("What the mail server said")),
        Column("again", label=_("Try again"), accessor=again_button),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask for the right before anything else."""
        if not looks_after_mails(request.user):
            raise PermissionDenied
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    def get_base_queryset(self) -> Any:
        """Return all of them."""
        return Notification.objects.select_related("recipient")

    def order_queryset(self, queryset: Any) -> Any:
        """Sort, by key among equals."""
        return queryset.order_by(self.ordering, "-pk")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add how many are in each state."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        found = dict(Notification.objects.order_by().values_list("state").annotate(Count("pk")))
        counts = [(state, label, found.get(state, 0)) for state, label in NotificationState.choices]
        return context | {"counts": counts, "stuck": sum(found.get(state, 0) for state in BY_HAND)}


@require_POST
def again_view(request: HttpRequest) -> HttpResponse:
    """Send again what is named, or all that failed or is unclear."""
    if not looks_after_mails(request.user):
        raise PermissionDenied
    keys = [int(key) for key in request.POST.getlist("key")[:KEYS_AT_ONCE] if key.isdecimal() and len(key) < 19]
    if "all" in request.POST:
        keys = list(Notification.objects.filter(state__in=BY_HAND).values_list("pk", flat=True)[:KEYS_AT_ONCE])
    count = send_again(keys)
    said = ngettext("%d mail waits to be sent again.", "%d mails wait to be sent again.", count) % count
    (messages.success if count else messages.warning)(request, said)
    return redirect("mails")


class MailsMenuItem(MenuItem):
    """The entry among the reports, for administrators."""

    def __init__(self) -> None:
        super().__init__(_("Mails"), reverse_lazy("mails"), name="mails", icon_name="mail", order=120)

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to those who may open it."""
        return looks_after_mails(request.user)


def mails_urls() -> list[URLPattern]:
    """The addresses of the list, of its rows for Wagtail's filters, and of sending again."""
    return [
        path("reports/mails/", MailsReport.as_view(), name="mails"),
        path("reports/mails/results/", MailsReport.as_view(results_only=True), name="mails_results"),
        path("reports/mails/again/", again_view, name="mails_again"),
    ]
