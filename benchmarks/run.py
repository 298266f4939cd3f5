"""The measurements, in their order, on one site that grows from the first size to the last."""

import gc
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from benchmarks.crowd import measure_crowd
from benchmarks.embedded import measure_embedded
from benchmarks.freshness import measure_freshness
from benchmarks.pages import count_queries, measure_pages
from benchmarks.passages import attach_files
from benchmarks.questions import questions
from benchmarks.rebuild import compare_rebuild_with_bulk
from benchmarks.records import write_records
from benchmarks.report import Line
from benchmarks.stock import configure_stock, measure_stock
from benchmarks.suggestions import measure_suggestions
from benchmarks.timing import Times, milliseconds, p95
from search.engines import get_store
from search.index.predicate import indexable_resources
from search.index.rebuild import rebuild_index

GROWTH_GOAL = 3.0  # the 95th percentile of a page, with ten times as many resources
FLAT_GOAL = 1.25  # the memory of a rebuild; what is kept of each document is its fingerprint


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured: records to make others of, sizes, questions, seconds of a crowd."""

    records: Path
    sizes: tuple[int, ...]
    questions: int
    crowd: int


@dataclass(frozen=True, slots=True)
class Sized:
    """What is compared between sizes."""

    size: int
    pages: Times
    peak: float


def measure(plan: Plan) -> Iterator[Line]:
    """Fill a site, build its index and measure; what was made in Elasticsearch is removed at the end."""
    configure_stock()
    call_command("migrate", verbosity=0)
    call_command("set_up_site")
    call_command("load_regions")
    try:
        yield from _lines(plan)
    finally:
        store = get_store()
        for name in store.names():
            store.drop(name)


def _lines(plan: Plan) -> Iterator[Line]:
    asked = questions(plan.records, plan.questions)
    sized: list[Sized] = []
    for before, size in pairwise((0, *plan.sizes)):
        fill(plan.records, before, size)
        if not before:
            rebuild_index()  # warms the server
        sized.append((yield from measure_size(indexable_resources().count(), asked, plan.crowd)))
    if len(sized) > 1:
        yield from compare_sizes(sized[0], sized[-1])


def fill(records: Path, first: int, last: int) -> None:
    """Import resources number ``first`` to ``last`` and give a third of them a file."""
    file = write_records(records, Path(settings.VAR_DIR) / "records.jsonl", first, last)
    call_command("import_resources", str(file), verbosity=0)
    attach_files()


def measure_size(size: int, asked: list[str], crowd: int) -> Generator[Line, None, Sized]:
    """Measure everything at one size, on the index that the measured rebuild leaves."""
    rebuilt, peak = compare_rebuild_with_bulk(size)
    yield rebuilt
    gc.collect()
    gc.freeze()  # what filled the site is no part of what serves it, and is not to be looked through with every page
    lines, pages = measure_pages(size, asked)
    yield from lines
    yield from count_queries(size, asked)
    yield from measure_suggestions(size, asked)
    yield from measure_stock(size, asked)
    yield from measure_freshness(size)
    if crowd:
        yield from measure_crowd(size, asked, crowd)
    yield from measure_embedded(size, asked)
    return Sized(size, pages, peak)


def compare_sizes(small: Sized, large: Sized) -> list[Line]:
    """Compare what must not grow with the library, or little."""
    detail = f"{milliseconds(large.pages)} and {milliseconds(small.pages)}"
    name = f"at {large.size:,} ÷ at {small.size:,}"
    memory = f"{large.peak:.0f} and {small.peak:.0f} MiB"
    return [
        Line(f"result page p95 {name}", large.size, p95(large.pages) / p95(small.pages), GROWTH_GOAL, detail),
        Line(f"rebuild's peak memory {name}", large.size, large.peak / small.peak, FLAT_GOAL, memory),
    ]
