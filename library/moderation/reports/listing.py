"""What desks and reports share: rows fetched together for what is shown, and exports that no spreadsheet executes."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from wagtail.admin.views.reports import ReportView

from library.exchange.spreadsheets import as_text
from network.models import User


class Listing(ReportView):
    """A list in the CMS with filters, sorting, pages and export; ``may_see`` says for whom.

    ``list_export`` names attributes of rows; ``export_headings`` says what they are called.
    """

    paginate_by = 25
    is_export = False
    custom_value_preprocess: Any = {
        **ReportView.custom_value_preprocess,
        (str, Promise): {"csv": as_text},
    }

    @property
    def person(self) -> User:
        """Who looks; Wagtail lets nobody in who is not logged in."""
        return cast("User", self.request.user)

    def may_see(self) -> bool:
        """Tell whether the person who looks may."""
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask for the right before anything else."""
        if not self.may_see():
            raise PermissionDenied
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    def get_base_queryset(self) -> Any:
        """Return what is listed, before it is narrowed and sorted."""
        raise NotImplementedError

    def rows_of(self, shown: Any) -> list[Any]:
        """Return what is shown of each; as it is, unless there is more to fetch."""
        return list(shown)

    def get_filtered_queryset(self) -> Any:
        """Narrow and sort what is listed."""
        return self.get_queryset()

    def get_table(self, object_list: Any) -> Any:
        """Build the table from rows; they are kept for the export."""
        self.rows = self.rows_of(object_list)
        return super().get_table(self.rows)

    def decorate_paginated_queryset(self, object_list: Any) -> list[Any]:
        """Return the same rows."""
        return self.rows

    def get_heading(self, queryset: Any, field: str) -> str:
        """Return what a column is called; every one that is exported has a name."""
        return str(self.export_headings[field])
