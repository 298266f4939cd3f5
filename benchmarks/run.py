"""The measurements, in their order, on one filled site."""

from pathlib import Path

from django.core.management import call_command

from benchmarks.pages import compare_page_with_its_request, count_queries
from benchmarks.questions import questions
from benchmarks.rebuild import compare_rebuild_with_bulk
from benchmarks.report import Line
from search.engines import get_store
from search.index.predicate import indexable_resources


def measure(records: Path | None, count: int) -> list[Line]:
    """Fill a site, build its index and measure; what was made in Elasticsearch is removed at the end."""
    call_command("migrate", verbosity=0)
    fill(records)
    try:
        size = indexable_resources().count()
        asked = questions(count)
        return [
            *compare_rebuild_with_bulk(size),
            *compare_page_with_its_request(size, asked),
            *count_queries(size, asked),
        ]
    finally:
        store = get_store()
        for name in store.names():
            store.drop(name)


def fill(records: Path | None) -> None:
    """Import the records, or load the demo library where there are none."""
    if records is None:
        call_command("load_demo")
    else:
        call_command("set_up_site")
        call_command("load_regions")
        call_command("import_resources", str(records))
