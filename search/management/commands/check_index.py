"""Compare the database with the index."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engine import EngineError
from search.engines import get_store
from search.index.condition import reason_to_rebuild
from search.index.integrity import IntegrityReport, check_live_index
from search.index.register import leftovers


class Command(BaseCommand):
    """Exit 0 when every document is as it should be, 1 with a list when not."""

    help = "Compares the database with the live index; exits 1 and says what differs or has to be rebuilt."

    def handle(self, *args: Any, **options: Any) -> None:
        """Check and report."""
        store = get_store()
        try:
            reason = reason_to_rebuild(store, store.condition())
            report = None if reason and store.live() is None else check_live_index()
            orphans = leftovers(store)
        except EngineError as error:
            raise CommandError(str(error)) from error
        if report:
            self._list(report)
        if orphans:
            names = ", ".join(orphans)
            self.stdout.write(f"Generations that nobody needs, which the next rebuild deletes: {names}.")
        if reason:
            raise CommandError(f"{reason} Run rebuild_index.")
        if report and not report.clean:
            raise CommandError(f"The index differs from the database: {report.summary}. rebuild_index mends it.")
        self.stdout.write(self.style.SUCCESS("The index equals the database."))

    def _list(self, report: IntegrityReport) -> None:
        self.stdout.write(f"{report.documents} documents expected, {report.waiting} changes in the queue.")
        for name in ("missing", "extra", "outdated"):
            for page_id in getattr(report, name):
                self.stdout.write(f"{name}\tpage {page_id}")
