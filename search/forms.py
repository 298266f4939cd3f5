"""SearchForm: the search box and what it carries along; reads any address without an error."""

from collections.abc import Iterator
from html import escape
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from search.params import MAX_QUERY_CHARACTERS, SearchParams


class SearchInput(forms.TextInput):
    """A search field, written here since every page has one and Django's templates for it take twenty times as long."""

    HTML = (
        '<input type="search" name="{name}"{value} id="{id}" maxlength="{most}" placeholder="{placeholder}"'
        ' autocomplete="off" dir="auto">'
    )

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        """Return the field as HTML."""
        return SafeString(
            self.HTML.format(
                name=name,
                value=f' value="{escape(value)}"' if value else "",
                id=escape((attrs or {}).get("id", "")),
                most=MAX_QUERY_CHARACTERS,
                placeholder=escape(gettext("Search the library")),
            )
        )


class SearchForm(forms.Form):
    """The words of a question as a field, everything else that was chosen as hidden fields.

    The form has no errors: ``SearchParams.from_query`` cuts or leaves out what does not fit.
    """

    q = forms.CharField(label=_("Search the library"), required=False, widget=SearchInput)

    def __init__(self, params: SearchParams, *, prefix_id: str = "search") -> None:
        super().__init__(initial={"q": params.q}, auto_id=f"{prefix_id}-%s")
        self.params = params

    @classmethod
    def from_request(cls, request: HttpRequest) -> "SearchForm":
        """Return the form filled with what an address asks for."""
        return cls(SearchParams.from_query(request.GET))

    def carried(self) -> Iterator[tuple[str, str]]:
        """Yield name and value of every hidden field: the filters, how they combine, and an unusual order."""
        yield from self.params.filters
        yield from (("every", facet) for facet in self.params.every)
        if self.params.sort != "relevance":
            yield "sort", self.params.sort
