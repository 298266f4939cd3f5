"""Write what waits in the index queue to the index."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engine import EngineError
from search.index.drain import drain_queue
from search.index.models import IndexQueueEntry


class Command(BaseCommand):
    """Drains once; ``run_worker`` does it all the time."""

    help = "Writes what waits in the index queue to the index, once."

    def handle(self, *args: Any, **options: Any) -> None:
        """Drain and say how much; exit 1 with the reason when the engine does not answer."""
        try:
            report = drain_queue()
        except EngineError as error:
            waiting = IndexQueueEntry.objects.count()
            raise CommandError(f"{error} {waiting} changes wait and are kept.") from error
        self.stdout.write(f"{report.done} changes written, {report.refused} refused.")
