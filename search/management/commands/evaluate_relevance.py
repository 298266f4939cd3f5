"""Measure how well the site's own search answers judged questions."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import track

from search.engine import EngineError
from search.relevance.collection import Collection, CollectionError, find_collections, read_collection
from search.relevance.configuration import (
    ENGINES,
    Configuration,
    UnknownConfiguration,
    configuration_of,
    other_configuration,
)
from search.relevance.evaluation import evaluate
from search.relevance.report import Evaluated, as_json, table_of
from search.relevance.scratch import language_of

WIDE = 200  # columns, where the output is no terminal


class Command(BaseCommand):
    """Loads collections into a scratch index, asks their questions as the site does, and never touches the live one."""

    help = (
        "Measures nDCG@10, Recall@100 and MRR on judged collections, through the site's own documents, analysis and "
        "query builder. Times are of the question understood and 100 hits fetched, without facets and highlights."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take a folder, the engine, the language of texts and questions, and what to compare with."""
        parser.add_argument("directory", type=Path, help="A collection (see docs/search/relevance.md), or several.")
        parser.add_argument("--engine", choices=ENGINES, default="", help="By default the one in the settings.")
        parser.add_argument("--language", default="", help="Of texts and questions, as a code; by default guessed.")
        parser.add_argument("--compare", metavar="NAME", help="An engine, a ranking (plain), or engine:ranking.")
        parser.add_argument("--json", action="store_true", help="Print the figures as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Evaluate and print; exit 1 with file and line where a collection is odd."""
        try:
            configurations = _configurations(options["engine"], options["compare"])
            collections = [read_collection(folder) for folder in find_collections(options["directory"])]
            evaluated = list(_evaluated(collections, options["language"], configurations))
        except (CollectionError, EngineError, UnknownConfiguration) as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(as_json(evaluated, configurations), ensure_ascii=False, indent=2))
        else:
            console = Console(highlight=False, width=None if self.stdout.isatty() else WIDE)
            with console.capture() as printed:
                console.print(table_of(evaluated, configurations))
            self.stdout.write(printed.get())


def _configurations(engine: str, other: str | None) -> list[Configuration]:
    first = configuration_of(engine)
    return [first, other_configuration(other, first)] if other else [first]


def _evaluated(
    collections: Sequence[Collection], language: str, configurations: Sequence[Configuration]
) -> Iterator[Evaluated]:
    progress = Console(stderr=True)
    for each in track(collections, "Asking", console=progress, transient=True, disable=not progress.is_terminal):
        spoken = language or language_of(each)
        yield Evaluated(each.name, spoken, len(each.documents), evaluate(each, spoken, configurations))
