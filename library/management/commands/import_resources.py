"""Imports records from a file; ``docs/importing.md`` describes columns, mapping and report."""

from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError
from django.utils.translation import gettext as _g
from django.utils.translation import ngettext
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from library.exchange.importing import import_file
from library.exchange.matching import Options
from library.exchange.reporting import Counts, Report
from library.signals import vocabulary_changed
from network.regions.loading import load_regions


class Command(BaseCommand):
    """``manage.py import_resources FILE``; exits with 1 when a record was refused."""

    help = "Imports resources from JSONL, or from CSV with the same columns; may be stopped and run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the file and what to do with it."""
        parser.add_argument("file", type=Path, help="a .csv file, or one JSON object per line")
        parser.add_argument("--dry-run", action="store_true", help="write nothing, only report")
        parser.add_argument("--report", type=Path, help="CSV file for what was changed or refused, and why")
        parser.add_argument("--strict", action="store_true", help="refuse what names an unknown topic or organisation")
        parser.add_argument("--as-drafts", action="store_true", help="do not publish new pages")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, then say what was done; raise ``CommandError`` when not everything went in."""
        chosen = Options(strict=options["strict"], as_drafts=options["as_drafts"], dry_run=options["dry_run"])
        if not chosen.dry_run and load_regions():
            vocabulary_changed.send(sender=type(self))
        try:
            counts = self._import(options["file"], options["report"], chosen, quiet=options["verbosity"] == 0)
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except IntegrityError as error:
            message = _g(
                "Somebody made the same word or organisation meanwhile. Run the same command again to continue."
            )
            raise CommandError(f"{message} ({error})") from error
        except KeyboardInterrupt as interrupt:
            message = _g("Stopped. What was done stays; run the same command again to continue.")
            raise CommandError(message, returncode=130) from interrupt
        self._say(counts, dry_run=chosen.dry_run)
        if counts.refused:
            message = ngettext("%(number)s record was refused.", "%(number)s records were refused.", counts.refused) % {
                "number": counts.refused
            }
            raise CommandError(message)

    def _import(self, path: Path, report: Path | None, options: Options, *, quiet: bool) -> Counts:
        with ExitStack() as stack:
            size = path.stat().st_size
            file: IO[str] | None = None
            if report:
                file = stack.enter_context(report.open("w", encoding="utf-8", newline=""))
            bar = stack.enter_context(_progress_bar(quiet=quiet))
            task = bar.add_task(path.name, total=size)
            return import_file(path, options, Report(file), lambda position: bar.update(task, completed=position))

    def _say(self, counts: Counts, *, dry_run: bool) -> None:
        if dry_run:
            self.stdout.write(_g("A dry run: nothing was written."))
        for name in ("read", "created", "updated", "unchanged", "refused", "noted"):
            self.stdout.write(f"{getattr(counts, name):>8,} {_LABELS[name]}")
        for name in ("organisations", "topics", "audiences", "licences"):
            if number := getattr(counts, name):
                self.stdout.write(f"{number:>8,} {_LABELS[name]}")
        for reason, number in counts.reasons.most_common():
            self.stdout.write(f"{number:>8,}   {reason.label}")


_LABELS = {
    "read": "records read",
    "created": "resources created",
    "updated": "resources updated",
    "unchanged": "records unchanged",
    "refused": "records refused",
    "noted": "records that lost something or were guessed at",
    "organisations": "organisations created",
    "topics": "topics created",
    "audiences": "audiences created",
    "licences": "licences created",
}


def _progress_bar(*, quiet: bool) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
    return Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), disable=quiet)
