"""App configuration of the library: what is shared."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    """Topics, resource pages, files, moderation and exchange."""

    name = "library"
    verbose_name = _("Library")

    def ready(self) -> None:
        """Listen to files that come and go, to what is read, and to what happens in the review."""
        from library.files import arrival
        from library.moderation import listening
        from library.resources import hand_over
        from library.upkeep import listening as upkeep
        from library.use import counting

        arrival.connect()
        counting.connect()
        hand_over.connect()
        listening.connect()
        upkeep.connect()
