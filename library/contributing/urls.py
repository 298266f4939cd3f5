"""Where one begins to share, in the CMS."""

from django.urls import URLPattern, path

from library.contributing.views.begin import begin_draft_view, begin_from_file_view, begin_view
from library.contributing.views.copying import adapt_view, copy_view


def contributing_urls() -> list[URLPattern]:
    """The addresses in the CMS."""
    begin = "share/begin/<int:organisation_id>/"
    return [
        path(begin, begin_view, name="begin"),
        path(f"{begin}file/<int:document_id>/", begin_from_file_view, name="begin_from_file"),
        path(f"{begin}draft/", begin_draft_view, name="begin_draft"),
        path("share/copy/<int:page_id>/", copy_view, name="copy_resource"),
        path("share/adapt/<int:page_id>/", adapt_view, name="adapt_resource"),
    ]
