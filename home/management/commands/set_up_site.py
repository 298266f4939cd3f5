"""The ``set_up_site`` command."""

from typing import Any

from django.core.management.base import BaseCommand

from home.set_up import set_up_network


class Command(BaseCommand):
    """Makes what a fresh database lacks; changes nothing that is there, but puts rights right."""

    help = "Create the front page, the directory of organisations, the groups and the review, where they are missing."

    def handle(self, *args: Any, **options: Any) -> None:
        """Set up, and say where."""
        made = set_up_network()
        self.stdout.write(f"Front page: {made.front_page.title}; organisations: {made.directory.url}")
