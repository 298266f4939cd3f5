"""The ``load_demo`` command."""

from argparse import ArgumentParser
from typing import IO, Any, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from home.demo.parts import is_loaded
from library.demo.people import ACCOUNTS, DEMO_PASSWORD
from network.models import User

CONSENT = "--with-public-passwords"


class Command(BaseCommand):
    """Loads the demo library once and names the accounts to look around with."""

    help = "Load the demo library (12 organisations and what they share) unless it was loaded before."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the consent that a site open to the world must give."""
        parser.add_argument(
            CONSENT,
            action="store_true",
            help="Load it outside development too, although everybody knows its passwords.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse, load or say that it is there; then print the accounts."""
        if not settings.DEBUG and not options["with_public_passwords"]:
            raise CommandError(f"The demo accounts have a public password: say {CONSENT} if you know what that means.")
        console = Console(file=cast("IO[str]", self.stdout))
        if is_loaded():
            console.print("The demo library was loaded before; nothing was changed.")
        else:
            self._load(console)
        console.print(_accounts())

    def _load(self, console: Console) -> None:
        # What writes the files takes most of a second to import, and is needed once in the life of a site.
        from home.demo.loading import load_demo_library

        columns = TextColumn("Demo library"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        with Progress(*columns, TextColumn("{task.description}"), console=console) as bar:
            task = bar.add_task("", total=None)
            try:
                load_demo_library(
                    lambda part, done, total: bar.update(task, description=part, completed=done, total=total)
                )
            except ValidationError as error:
                raise CommandError(f"Not everything was loaded: {' '.join(error.messages)}") from error


def _accounts() -> Table:
    table = Table(title="Accounts of the demo library", title_justify="left")
    for heading in ("Account", "Email address", "Password"):
        table.add_column(heading, no_wrap=True)
    existing = set(User.objects.filter(email__in=[a.email for a in ACCOUNTS]).values_list("email", flat=True))
    for account in ACCOUNTS:
        if account.email in existing:
            table.add_row(account.role, account.email, DEMO_PASSWORD)
    return table
