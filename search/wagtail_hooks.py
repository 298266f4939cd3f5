"""What search adds to the CMS; everything it does stands in the concept packages."""

from wagtail import hooks

from search.coverage.views import coverage_menu_item, coverage_urls
from search.health.admin import health_menu_item, health_permissions, health_urls
from search.synonyms.viewset import SynonymsViewSet


def synonyms_views() -> SynonymsViewSet:
    """Synonyms."""
    return SynonymsViewSet()


hooks.register("register_admin_viewset", synonyms_views)
hooks.register("register_admin_urls", health_urls)
hooks.register("register_reports_menu_item", health_menu_item)
hooks.register("register_admin_urls", coverage_urls)
hooks.register("register_reports_menu_item", coverage_menu_item)
hooks.register("register_permissions", health_permissions)
