"""Where the health page stands in the CMS: its addresses, its place among the reports, its rights."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from search.health.views import MAY_SEE, HealthView, RebuildView, TryAgainView


class HealthMenuItem(MenuItem):
    """Shown to those who may see the page."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the right."""
        return bool(request.user.has_perm(MAY_SEE))


def health_urls() -> list[URLPattern]:
    """The page and its buttons."""
    return [
        path("reports/search-health/", HealthView.as_view(), name="search_health"),
        path("reports/search-health/rebuild/", RebuildView.as_view(), name="search_health_rebuild"),
        path("reports/search-health/try-again/", TryAgainView.as_view(), name="search_health_try_again"),
    ]


def health_menu_item() -> MenuItem:
    """The entry among the reports."""
    label = _("Search health")
    return HealthMenuItem(label, reverse_lazy("search_health"), name="search-health", icon_name="search", order=1200)


def health_permissions() -> QuerySet[Permission]:
    """The rights, for the page on which groups are edited."""
    codenames = ("view_indexgeneration", "change_indexgeneration")
    return Permission.objects.filter(content_type__app_label="search", codename__in=codenames)
