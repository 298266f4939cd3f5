"""Suggestions for what is typed so far, as the inside of a listbox."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie

from search.access import access_for
from search.params import clean_text
from search.suggest.markup import suggestions_html
from search.suggest.suggestions import suggestions
from search.vocabulary.kept import vocabulary_of

KEPT_SECONDS = 60  # in the browser: whoever deletes a letter sees at once what was there before


@require_safe
@cache_control(private=True, max_age=KEPT_SECONDS)
@vary_on_cookie
def suggest(request: HttpRequest) -> HttpResponse:
    """Answer with the groups of suggestions that fit ``q``."""
    text = clean_text(request.GET.get("q", ""))
    return HttpResponse(suggestions_html(suggestions(text, access_for(request), vocabulary_of(request))))
