"""Send the mails that wait, once."""

from typing import Any

from django.core.management.base import BaseCommand

from network.notifications.send import send_waiting


class Command(BaseCommand):
    """Sends what is due and says how many mails that were."""

    help = "Sends the mails that are due. The worker does this by itself; nothing is sent twice."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send."""
        self.stdout.write(f"{send_waiting()} mails dealt with")
