"""Every address of the site; Wagtail's pages come last."""

from django.conf import settings
from django.urls import include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from home.views import enter_cms
from library.admin.known import known_urls
from network.admin.account import account_urls

urlpatterns = [
    path("admin/login/", enter_cms),  # in place of Wagtail's own login, and reversed by its name
    *account_urls(),
    *known_urls(),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include("library.files.urls")),
    path("documents/", include(wagtaildocs_urls)),
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include("library.upkeep.urls")),
    path("account/notifications/", include("network.notifications.urls")),
    path("", include("home.urls")),
    path("", include("search.urls")),
    # Pictures in the sizes that pages show, and nothing else: files and originals are served by Wagtail, within rights.
    path("media/images/<path:path>", serve, {"document_root": settings.MEDIA_ROOT / "images"}),
    path("", include(wagtail_urls)),
]
