"""The measurements, in their order, on one site that grows from the first size to the last."""

from collections.abc import Iterator
from dataclasses import dataclass
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


def measure(plan: Plan) -> list[Line]:
    """Fill a site, build its index and measure; what was made in Elasticsearch is removed at the end."""
    configure_stock()
    call_command("migrate", verbosity=0)
    call_command("set_up_site")
    call_command("load_regions")
    try:
        return list(_lines(plan))
    finally:
        store = get_store()
        for name in store.names():
            store.drop(name)


def _lines(plan: Plan) -> Iterator[Line]:
    asked: list[str] = []
    sized: list[Sized] = []
    for before, size in zip((0, *plan.sizes), plan.sizes, strict=False):
        fill(plan.records, before, size)
        asked = asked or questions(plan.records, plan.questions)
        lines, pages, peak = measure_size(plan, indexable_resources().count(), asked)
        yield from lines
        sized.append(Sized(size, pages, peak))
    if len(sized) > 1:
        yield from compare_sizes(sized[0], sized[-1])


def fill(records: Path, first: int, last: int) -> None:
    """Import resources number ``first`` to ``last`` and give a third of them a file."""
    file = write_records(records, Path(settings.VAR_DIR) / "records.jsonl", first, last)
    call_command("import_resources", str(file), verbosity=0)
    attach_files()


def measure_size(plan: Plan, size: int, asked: list[str]) -> tuple[list[Line], Times, float]:
    """Measure everything at one size."""
    rebuild_index()  # warms the server, makes the covers' sizes
    rebuilt, peak = compare_rebuild_with_bulk(size)
    lines, pages = measure_pages(size, asked)
    lines = [*lines, *count_queries(size, asked), *measure_stock(size, asked), rebuilt]
    lines += [*measure_suggestions(size, asked), *measure_freshness(size)]
    if plan.crowd:
        lines += measure_crowd(size, asked, plan.crowd)
    return [*lines, *measure_embedded(size, asked)], pages, peak


def compare_sizes(small: Sized, large: Sized) -> list[Line]:
    """Compare what must not grow with the library, or little."""
    detail = f"{milliseconds(large.pages)} and {milliseconds(small.pages)}"
    name = f"at {large.size:,} ÷ at {small.size:,}"
    memory = f"{large.peak:.0f} and {small.peak:.0f} MiB"
    return [
        Line(f"result page p95 {name}", large.size, p95(large.pages) / p95(small.pages), GROWTH_GOAL, detail),
        Line(f"rebuild's peak memory {name}", large.size, large.peak / small.peak, FLAT_GOAL, memory),
    ]
