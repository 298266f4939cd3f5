"""Fifty people at once for two minutes, against gunicorn as it is deployed."""

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

from benchmarks.freshness import patience
from benchmarks.report import Line

PEOPLE, DURATION = 50, 120
# As in deploy/Dockerfile.
PORT = 8769
GUNICORN = (
    "--worker-class",
    "gthread",
    "--workers",
    "2",
    "--threads",
    "8",
    "--keep-alive",
    "75",
    "--limit-request-line",
    "8190",
)


def measure_crowd(size: int, asked: Sequence[str], duration: int = DURATION) -> list[Line]:
    """Let people search, filter and read; every answer but a good one is an error."""
    questions = Path(settings.VAR_DIR) / "questions.json"
    questions.write_text(json.dumps(list(asked)))
    with served():
        stats = crowd(questions, duration)
    requests = sum(entry["num_requests"] for entry in stats)
    errors = sum(entry["num_failures"] for entry in stats)
    times = sorted((int(ms), count) for entry in stats for ms, count in entry["response_times"].items())
    detail = f"{requests:,} requests, {requests / duration:.0f} a second, p95 {percentile(times, requests, 0.95)} ms"
    return [Line(f"{PEOPLE} people for {duration} s, errors", size, errors, 0, detail)]


def percentile(times: list[tuple[int, int]], requests: int, share: float) -> int:
    """Return a percentile of a histogram of milliseconds."""
    seen = 0
    for milliseconds, count in times:
        seen += count
        if seen >= share * requests:
            return milliseconds
    return 0


@contextmanager
def served() -> Iterator[None]:
    """Serve the site meanwhile."""
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{PORT}", *GUNICORN]
    with subprocess.Popen(command, env=os.environ | {"LOG_LEVEL": "ERROR"}) as process:
        try:
            patience(answers)
            yield
        finally:
            process.terminate()


def answers() -> bool:
    """Tell whether the site answers."""
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health/", timeout=5).close()
    except (OSError, urllib.error.URLError):
        return False
    return True


def crowd(questions: Path, duration: int) -> list[dict[str, Any]]:
    """Return locust's statistics, an entry for each kind of page."""
    people = Path(__file__).with_name("people.py")
    command = [
        *(sys.executable, "-m", "locust", "--locustfile", str(people), "--headless", "--only-summary", "--json"),
        *("--users", str(PEOPLE), "--spawn-rate", "25", "--run-time", f"{duration}s"),
        *("--host", f"http://127.0.0.1:{PORT}", "--loglevel", "ERROR"),
    ]
    environment = os.environ | {"BENCH_QUESTIONS": str(questions)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    stats: list[dict[str, Any]] = json.loads(done.stdout)
    return stats
