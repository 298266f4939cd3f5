"""App configuration of the site's shell."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Front page, standing pages, site settings, navigation, health check."""

    name = "home"
    verbose_name = _("Site")

    def ready(self) -> None:
        """Listen to what changes the shell."""
        from home import shell

        shell.connect()
