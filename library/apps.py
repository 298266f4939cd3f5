"""App configuration of the library: what is shared."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    """Topics, resource pages, files, moderation and exchange."""

    name = "library"
    verbose_name = _("Library")

    def ready(self) -> None:
        """Listen to files that come and go, and to what is read."""
        from library.files import arrival
        from library.use import counting

        arrival.connect()
        counting.connect()
