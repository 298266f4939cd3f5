"""A report for administrators over everything, and for leaders over their regions."""

from functools import cached_property
from typing import Any

from django.urls import URLPattern, path, reverse_lazy
from wagtail.admin.menu import MenuItem

from library.moderation.reports.listing import Listing
from library.moderation.reports.scope import Scope, scope_of, sees_everything, sees_reports


class Report(Listing):
    """A list of what somebody sees in their scope; who has none is refused."""

    url_name: str
    page_title: Any

    @cached_property
    def scope(self) -> Scope:
        """What the person who looks sees."""
        return scope_of(self.person)

    def may_see(self) -> bool:
        """Let in who has a scope; finding it raises ``PermissionDenied`` for who has none."""
        return bool(self.scope)

    def get_index_url(self) -> str:
        """Return the address of the report."""
        return str(reverse_lazy(self.url_name))

    def get_index_results_url(self) -> str:
        """Return the address of its list alone, for Wagtail's filters."""
        return str(reverse_lazy(f"{self.url_name}_results"))

    @classmethod
    def urls(cls) -> list[URLPattern]:
        """The addresses of both."""
        address = f"reports/{cls.url_name.removeprefix('report_').replace('_', '-')}/"
        return [
            path(address, cls.as_view(), name=cls.url_name),
            path(f"{address}results/", cls.as_view(results_only=True), name=f"{cls.url_name}_results"),
        ]


class ReportMenuItem(MenuItem):
    """An entry of the menu for who leads or administers."""

    def is_shown(self, request: Any) -> bool:
        """Ask whether there is anything for them."""
        return sees_reports(request.user)


class NetworkMenuItem(MenuItem):
    """An entry of the menu for who administers."""

    def is_shown(self, request: Any) -> bool:
        """Ask whether they look after the whole network."""
        return sees_everything(request.user)
