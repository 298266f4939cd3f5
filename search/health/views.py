"""The page "Search health" and its two buttons."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from search.engine import EngineError
from search.health.report import health_report
from search.health.start_rebuild import start_rebuild
from search.index.drain import drain_quietly, try_again
from search.index.models import IndexQueueEntry
from search.index.register import RebuildError

MAY_SEE = "search.view_indexgeneration"
MAY_REBUILD = "search.change_indexgeneration"
REFRESH_SECONDS = 3  # while a rebuild runs; a batch of documents takes about as long


@method_decorator(permission_required(MAY_SEE), name="dispatch")
class HealthView(WagtailAdminTemplateMixin, View):
    """Engine, index, queue and rebuilds; the page asks for itself again while a rebuild runs."""

    template_name = "search/health/page.html"
    page_title: Any = gettext_lazy("Search health")
    header_icon = "search"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the reports' place in the menu."""
        return [*super().get_breadcrumbs_items(), {"url": reverse_lazy("search_health"), "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Look at everything."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        may_rebuild = self.request.user.has_perm(MAY_REBUILD)
        return context | {"health": health_report(), "may_rebuild": may_rebuild, "refresh_seconds": REFRESH_SECONDS}

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the page."""
        response: HttpResponse = self.render_to_response(self.get_context_data())
        return response


@method_decorator(permission_required(MAY_REBUILD), name="dispatch")
class RebuildView(View):
    """The button "Rebuild now"."""

    def post(self, request: HttpRequest) -> HttpResponse:
        """Start a rebuild and go back to watch it."""
        try:
            start_rebuild()
        except (RebuildError, EngineError) as error:
            messages.error(request, str(error))
        else:
            messages.success(request, gettext("The rebuild has begun. The index in use serves until it is done."))
        return redirect(reverse("search_health"))


@method_decorator(permission_required(MAY_REBUILD), name="dispatch")
class TryAgainView(View):
    """The button "Try again"."""

    def post(self, request: HttpRequest) -> HttpResponse:
        """Give changes that were refused a new chance."""
        count = try_again()
        drain_quietly()
        refused = IndexQueueEntry.objects.filter(attempts__gt=0).count()
        tried = ngettext("%(count)s change was tried again.", "%(count)s changes were tried again.", count)
        messages.success(request, tried % {"count": count})
        if refused:
            still = ngettext("%(count)s was refused again.", "%(count)s were refused again.", refused)
            messages.warning(request, still % {"count": refused})
        return redirect(reverse("search_health"))
