"""Measure how well mistyped words are mended."""

import json
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

import numpy as np
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.table import Table

from search.engine import EngineError
from search.engines import get_engine
from search.relevance.configuration import ENGINES, configuration_of
from search.relevance.spelling import Trial, trials
from search.relevance.spelling_report import as_json, examples_of, table_of
from search.relevance.titles import sample_titles

WIDE = 200  # columns, where the output is no terminal


class Command(BaseCommand):
    """Takes titles of the live index, makes one mistake in each, and looks at what is offered instead."""

    help = (
        "Makes one random mistake in a word of five letters or more of titles in the live index, asks the whole title "
        "and one to three of its words, and counts what is mended; the same queries without the mistake must not be."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the engine, how many titles, the seed, and the form of the report."""
        parser.add_argument("--engine", choices=ENGINES, default="", help="By default the one in the settings.")
        parser.add_argument("--sample", type=_positive, default=500, metavar="N", help="Titles; two queries of each.")
        parser.add_argument("--seed", type=int, default=1, metavar="S", help="The same seed makes the same mistakes.")
        parser.add_argument("--json", action="store_true", help="Print the figures as JSON.")
        parser.add_argument("--examples", action="store_true", help="Print some queries that were not mended.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask and report; exit 1 when the engine does not answer or has no titles."""
        try:
            found = _asked(configuration_of(options["engine"]).engine, options["sample"], abs(options["seed"]))
        except EngineError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            report = as_json(found) | {"seed": options["seed"]}
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
        else:
            self._print(table_of(found))
        if options["examples"]:
            self._print(examples_of(found))

    def _print(self, table: Table) -> None:
        console = Console(highlight=False, width=None if self.stdout.isatty() else WIDE)
        with console.capture() as printed:
            console.print(table)
        self.stdout.write(printed.get())


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise ArgumentTypeError("a number above 0 is expected")
    return int(text)


def _asked(name: str, sample: int, seed: int) -> list[Trial]:
    engine, random = get_engine(name), np.random.default_rng(seed)
    titles = sample_titles(engine, sample, random)
    if not titles:
        raise CommandError("No title of the live index has a word of five letters; is there an index?")
    return list(trials(engine, titles, random))
