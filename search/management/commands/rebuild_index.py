"""Build a new generation of the index and swap it in."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from search.engine import EngineError
from search.index.rebuild import has_live_index, rebuild_index
from search.index.register import RebuildError

WHAT_NOW = "The index in use was left as it is and serves on. Remove the reason, then run rebuild_index again."


class Command(BaseCommand):
    """The old index serves until the new one is complete and checked."""

    help = "Builds a new index beside the one in use, checks it and swaps it in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take ``--if-missing`` and ``--claimed``."""
        parser.add_argument("--if-missing", action="store_true", help="Do nothing when there is a live index.")
        parser.add_argument("--claimed", default="", help="The generation that was registered for this rebuild.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild with a progress bar; exit 1 with what to do when it fails."""
        try:
            if options["if_missing"] and has_live_index():
                self.stdout.write("The index is there.")
                return
            self._rebuild(options["claimed"])
        except (EngineError, RebuildError) as error:
            raise CommandError(f"{error} {WHAT_NOW}") from error

    def _rebuild(self, name: str) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, transient=False) as bar:
            task = bar.add_task("Indexing", total=None)
            generation = rebuild_index(lambda done, total: bar.update(task, completed=done, total=total), name)
        self.stdout.write(self.style.SUCCESS(f"{generation.documents} documents in {generation.name}."))
