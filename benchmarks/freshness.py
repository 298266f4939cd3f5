"""From publication to being found, with the worker in a process of its own, as deployed."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from time import perf_counter

from django.test import override_settings

from benchmarks.report import Line
from benchmarks.timing import milliseconds, p95
from library.models import ResourcePage
from search.access import VISITOR
from search.params import SearchParams
from search.service import find

REFRESH = 1.0  # seconds; the index's refresh interval
GOAL = REFRESH + 0.2
PUBLISHED = 30
PATIENCE = 120.0  # seconds before a publication counts as lost


def measure_freshness(size: int) -> list[Line]:
    """Publish pages under new titles one after the other, each as soon as the one before is found.

    The first one waits for the worker to start, and is not counted.
    """
    pages = ResourcePage.objects.order_by("pk")[: PUBLISHED + 1]
    with worker(), override_settings(SEARCH_DRAIN="worker"):
        _first, *times = [seconds_until_found(page.specific, number) for number, page in enumerate(pages)]
    return [Line("publish → findable, p95 in s ÷ (refresh + 0.2)", size, p95(times) / GOAL, 1.0, milliseconds(times))]


@contextmanager
def worker() -> Iterator[None]:
    """Run the worker meanwhile."""
    with subprocess.Popen([sys.executable, "-m", "benchmarks.peak", "run_worker"]) as process:
        try:
            yield
        finally:
            process.terminate()


def seconds_until_found(page: ResourcePage, number: int) -> float:
    """Publish under a title that nothing else has, and ask until it is found."""
    page.title = f"Freshwater{number} measured"
    start = perf_counter()
    page.save_revision().publish()
    patience(lambda: find(SearchParams(q=f"freshwater{number}"), VISITOR).total > 0)
    return perf_counter() - start


def patience(holds: Callable[[], bool]) -> None:
    """Ask every ten milliseconds until something holds; raises ``TimeoutError``."""
    pause, end = Event(), perf_counter() + PATIENCE
    while not holds():
        if perf_counter() > end:
            raise TimeoutError(f"Nothing came of it within {PATIENCE:.0f} seconds.")
        pause.wait(0.01)
