"""The ``read_files`` command."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from library.files.trial import FileReport, read_directory


class Command(BaseCommand):
    """Reads files the way an upload does and says what came of each; keeps nothing."""

    help = "Read every file in a directory the way an upload is read, without saving anything."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the directory and the form of the answer."""
        parser.add_argument("directory", type=Path)
        parser.add_argument("--json", action="store_true", help="A list of objects instead of a table.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read file after file, in the order of their names."""
        if not options["directory"].is_dir():
            raise CommandError(f"{options['directory']} is no directory.")
        reports = read_directory(options["directory"])
        if options["json"]:
            self.stdout.write(json.dumps([asdict(report) for report in reports], ensure_ascii=False, indent=2))
        else:
            Console(file=cast("IO[str]", self.stdout)).print(_table(list(reports)))


def _table(reports: list[FileReport]) -> Table:
    table = Table("File", "State", "Message", title=f"{len(reports)} files", title_justify="left")
    for heading in ("Words", "Passages", "Seconds", "Peak MiB"):
        table.add_column(heading, justify="right")
    for report in reports:
        numbers = f"{report.words}", f"{report.passages}", f"{report.seconds:.2f}", f"{report.peak_mib:.0f}"
        table.add_row(escape(report.file), report.state, escape(report.message), *numbers)
    return table
