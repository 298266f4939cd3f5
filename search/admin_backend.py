"""The search inside the CMS."""

from wagtail.search.backends.database import SearchBackend as DatabaseSearchBackend


class AdminSearchBackend(DatabaseSearchBackend):
    """Wagtail's database search."""
