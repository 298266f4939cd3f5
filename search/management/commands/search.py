"""Ask the library from the command line what a visitor would get."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.http import QueryDict
from rich.console import Console
from rich.table import Table

from search.access import VISITOR
from search.engine import EngineUnavailable, Highlighted, ResultPage
from search.engines import get_engine
from search.guidance import Guidance
from search.params import FACETS, SORTS, SearchParams
from search.service import answer
from search.vocabulary.snapshot import get_vocabulary


class Command(BaseCommand):
    """Prints hits and facets; ``--json`` prints everything."""

    help = "Searches as a visitor would and prints what is found."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the words, each facet as a repeatable option, sort, page and engine."""
        parser.add_argument("words", nargs="?", default="", help="What to look for; nothing finds everything.")
        for facet in (*FACETS, "year"):
            parser.add_argument(f"--{facet}", action="append", default=[], help=f"A value of the facet {facet}.")
        parser.add_argument("--sort", choices=SORTS, default="relevance")
        parser.add_argument("--page", type=int, default=1)
        parser.add_argument("--exact", action="store_true", help="Search as typed: nothing is mended or relaxed.")
        parser.add_argument("--reader", default="en", help="The language of the reader's interface, such as nl.")
        parser.add_argument("--engine", choices=("elasticsearch", "embedded"), default="")
        parser.add_argument("--json", action="store_true", help="Print hits, facets and totals as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Search and print; exit 1 when the engine does not answer."""
        try:
            page = _answer(_params(options), options)
        except EngineUnavailable as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(as_json(page), ensure_ascii=False, indent=2))
        else:
            print_page(page, Console(highlight=False))


def _answer(params: SearchParams, options: dict[str, Any]) -> ResultPage:
    engine = get_engine(options["engine"])
    page = answer(params, get_vocabulary(), options["reader"], lambda asks: engine.search(asks, VISITOR))
    if page is None:
        raise CommandError("There is no answer.")
    return page


def _params(options: dict[str, Any]) -> SearchParams:
    """Go through the same reading as an address does."""
    query = QueryDict(mutable=True)
    query.update({"q": options["words"], "sort": options["sort"], "page": str(options["page"])})
    query["exact"] = "yes" if options["exact"] else ""
    for facet in (*FACETS, "year"):
        query.setlist(facet, options[facet])
    return SearchParams.from_query(query)


def as_json(page: ResultPage) -> dict[str, Any]:
    """Return a result page as JSON-ready values."""
    return {
        "query": page.params.to_querystring(),
        "engine": page.engine,
        "total": page.total,
        "pages": page.pages,
        "relaxed": page.relaxed,
        "guidance": asdict(page.guidance) if page.guidance else None,
        "hits": [{**hit.document.to_dict(), "snippet": plain(hit.snippet), "score": hit.score} for hit in page.hits],
        "facets": {
            name: [{"code": code, "count": values[code]} for code in values] for name, values in page.facets.items()
        },
    }


def plain(text: Highlighted) -> str:
    """Return highlighted text without its marks."""
    return "".join(fragment.text for fragment in text)


def advice(guidance: Guidance) -> Iterator[str]:
    """Yield what leads on from an answer, one line each."""
    if guidance.corrected:
        yield f"mended: {guidance.correction} (--exact searches for: {guidance.typed})"
    elif guidance.correction:
        yield f"did you mean: {guidance.correction} ({guidance.correction_total})"
    for drop in guidance.drops:
        yield f"without {drop.facet} {', '.join(drop.codes)}: {drop.total}"
    if guidance.unfiltered:
        yield f"without any filter: {guidance.unfiltered}"
    if guidance.other_languages:
        yield f"in all languages: {guidance.other_languages}"
    if guidance.near_topics:
        yield f"near topics: {', '.join(guidance.near_topics)}"


def print_page(page: ResultPage, console: Console) -> None:
    """Print totals, a table of hits and the largest values of each facet."""
    note = " (nothing has all words; these have some of them)" if page.relaxed else ""
    console.print(f"{page.total} found by {page.engine}, page {page.params.page} of {page.pages}{note}")
    for line in advice(page.guidance) if page.guidance else ():
        console.print(line)
    table = Table("type", "title", "organisation", "year", "language", "address", box=None)
    for hit in page.hits:
        d = hit.document
        table.add_row(d.type, d.title, d.organisation_title, str(d.year or ""), d.language, d.url)
    console.print(table)
    for name, values in page.facets.items():
        if values:
            console.print(f"{name}: " + ", ".join(f"{code} {count}" for code, count in islice(values.items(), 10)))
