"""Compare the database with the index."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engine import EngineError
from search.index.integrity import IntegrityReport, check_live_index


class Command(BaseCommand):
    """Exit 0 when every document is as it should be, 1 with a list when not."""

    help = "Compares the database with the live index; exits 1 and lists the pages that differ."

    def handle(self, *args: Any, **options: Any) -> None:
        """Check and report."""
        try:
            report = check_live_index()
        except EngineError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{report.documents} documents expected, {report.waiting} changes in the queue.")
        if not report.clean:
            self._list(report)
            raise CommandError(f"The index differs from the database: {report.summary}. rebuild_index mends it.")
        self.stdout.write(self.style.SUCCESS("The index equals the database."))

    def _list(self, report: IntegrityReport) -> None:
        for name in ("missing", "extra", "outdated"):
            for page_id in getattr(report, name):
                self.stdout.write(f"{name}\tpage {page_id}")
