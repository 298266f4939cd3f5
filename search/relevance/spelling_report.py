"""The report of an evaluation of spelling: counts by kind of query, by edit and by language."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rich.table import Table

from search.relevance.spelling import Spelling, Trial, spelling_of

SHOWN = 20  # queries of each kind, as examples


def _groups(found: Sequence[Trial]) -> Mapping[str, Mapping[str, list[Trial]]]:
    by: dict[str, Callable[[Trial], str]] = {
        "by_kind": lambda trial: trial.typo.kind,
        "by_edit": lambda trial: trial.typo.edit,
        "by_language": lambda trial: trial.language,
    }
    groups: dict[str, dict[str, list[Trial]]] = {name: defaultdict(list) for name in by}
    for trial in found:
        for name, key in by.items():
            groups[name][key(trial)].append(trial)
    return {name: dict(sorted(group.items())) for name, group in groups.items()}


def as_json(found: Sequence[Trial]) -> dict[str, Any]:
    """Return the counts of all trials, and of those by kind of query, by edit and by language."""
    grouped = {
        name: {key: _figures(spelling_of(some)) for key, some in group.items()}
        for name, group in _groups(found).items()
    }
    return _figures(spelling_of(found)) | grouped


def _figures(spelling: Spelling) -> dict[str, float]:
    return {
        "queries": spelling.queries,
        "mended": spelling.mended,
        "wrong": spelling.wrong,
        "missed": spelling.missed,
        "false_alarms": spelling.false_alarms,
        "known_words": spelling.known_words,
        "mended_share": round(spelling.mended / spelling.queries, 4),
        "false_alarm_share": round(spelling.false_alarms / spelling.queries, 4),
        "ms_per_query": round(spelling.median, 2),
        "ms_per_query_mean": round(spelling.mean, 2),
    }


def table_of(found: Sequence[Trial]) -> Table:
    """Return the same figures to print."""
    table = Table("queries", box=None)
    for title in (
        "asked",
        "mended",
        "%",
        "wrong",
        "missed",
        "false alarms",
        "%",
        "other words",
        "ms median",
        "ms mean",
    ):
        table.add_column(title, justify="right")
    _add_row(table, "all", spelling_of(found))
    for group in _groups(found).values():
        for key, some in group.items():
            _add_row(table, key, spelling_of(some))
    return table


def _add_row(table: Table, name: str, found: Spelling) -> None:
    mended, alarms = (f"{100 * count / found.queries:.1f}" for count in (found.mended, found.false_alarms))
    counts = [found.queries, found.mended, mended, found.wrong, found.missed, found.false_alarms, alarms]
    times = [f"{value:.1f}" for value in (found.median, found.mean)]
    table.add_row(name, *map(str, [*counts, found.known_words]), *times)


def examples_of(found: Sequence[Trial]) -> Table:
    """Return some queries that were not mended, and some that were called wrong."""
    table = Table("what", "asked", "right", "offered", box=None)
    failed = [trial for trial in found if trial.verdict != "mended"]
    for trial in failed[:SHOWN]:
        table.add_row(trial.verdict, trial.typo.wrong, trial.typo.right, trial.offered)
    for trial in [trial for trial in found if trial.false_alarm][:SHOWN]:
        table.add_row("false alarm", trial.typo.right, trial.typo.right, trial.false_alarm)
    return table
