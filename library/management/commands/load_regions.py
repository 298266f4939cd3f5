"""Loads the regions of the world; what is there already stays."""

from typing import Any

from django.core.management.base import BaseCommand

from library.signals import vocabulary_changed
from network.regions.loading import load_regions


class Command(BaseCommand):
    """``manage.py load_regions``; may be run at any time."""

    help = "Creates the regions of the world that are missing."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and tell whoever listens. The command stands here because the network does not know the library."""
        created = load_regions()
        if created:
            vocabulary_changed.send(sender=type(self))
        self.stdout.write(f"{created} regions created")
