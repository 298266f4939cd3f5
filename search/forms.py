"""SearchForm: the search box and what it carries along; reads any address without an error."""

from collections.abc import Iterator

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from search.params import MAX_QUERY_CHARACTERS, SearchParams


class SearchForm(forms.Form):
    """The words of a question as a field, everything else that was chosen as hidden fields.

    The form has no errors: ``SearchParams.from_query`` cuts or leaves out what does not fit.
    """

    q = forms.CharField(
        label=_("Search the library"),
        required=False,
        widget=forms.TextInput(
            attrs={
                "type": "search",
                "maxlength": MAX_QUERY_CHARACTERS,
                "placeholder": _("Search the library"),
                "autocomplete": "off",
                "dir": "auto",
            }
        ),
    )

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
