"""App configuration of the network: who and where."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    """Users, regions, organisations, memberships and leadership."""

    name = "network"
    verbose_name = _("Network")

    def ready(self) -> None:
        """Make known what people are told, and listen to accounts that are deleted."""
        from network.joining.kinds import register_kinds
        from network.organisations import departure

        register_kinds()
        departure.connect()
