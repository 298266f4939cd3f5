"""Where one begins to share, in the CMS."""

from django.urls import URLPattern, path

from library.contributing.views.copying import adapt_view, copy_view


def contributing_urls() -> list[URLPattern]:
    """The addresses in the CMS."""
    return [
        path("share/copy/<int:page_id>/", copy_view, name="copy_resource"),
        path("share/adapt/<int:page_id>/", adapt_view, name="adapt_resource"),
    ]
