"""App configuration of search: finding."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Index, query, engines, result pages."""

    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Listen to what changes the index."""
        from search import checks
        from search.index import signals
        from search.synonyms import signals as synonyms

        checks.connect()
        signals.connect()
        synonyms.connect()
