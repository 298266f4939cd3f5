"""The report of an evaluation: a row for each collection and configuration, the means, and JSON of the same."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich.table import Table

from search.relevance.comparison import Comparison, compare
from search.relevance.configuration import Configuration
from search.relevance.evaluation import Measures, Outcome, mean_of, measures_of


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One collection with the outcomes of one configuration, or of two."""

    collection: str
    language: str
    documents: int
    outcomes: tuple[tuple[Outcome, ...], ...]

    @property
    def measures(self) -> tuple[Measures, ...]:
        """The measures of each configuration."""
        return tuple(map(measures_of, self.outcomes))

    @property
    def differences(self) -> tuple[float, ...]:
        """How much better the second configuration answered each question, in nDCG."""
        first, second = self.outcomes
        return tuple(after.ndcg - before.ndcg for before, after in zip(first, second, strict=True))


def table_of(evaluated: Sequence[Evaluated], configurations: Sequence[Configuration]) -> Table:
    """Return what is printed."""
    table = Table(box=None)
    table.add_column("collection")
    table.add_column("language")
    table.add_column("asked")
    for title in ("queries", "nDCG@10", "Recall@100", "MRR", "ms median", "ms mean", "difference of nDCG@10"):
        table.add_column(title, justify="right")
    for each in evaluated:
        _add_rows(table, (each.collection, each.language), each.measures, configurations, _compared([each]))
    if len(evaluated) > 1:
        _add_rows(table, ("mean", ""), _means(evaluated), configurations, _compared(evaluated))
    return table


def _add_rows(
    table: Table,
    names: tuple[str, str],
    measures: Sequence[Measures],
    configurations: Sequence[Configuration],
    compared: Comparison | None,
) -> None:
    for place, (configuration, found) in enumerate(zip(configurations, measures, strict=True)):
        figures = [f"{value:.3f}" for value in (found.ndcg, found.recall, found.mrr)]
        times = [f"{value:.1f}" for value in (found.median, found.mean)]
        difference = _in_words(compared) if place and compared else ""
        table.add_row(*names, configuration.name, str(found.queries), *figures, *times, difference)


def _in_words(compared: Comparison) -> str:
    interval = f"{compared.difference:+.3f} [{compared.low:+.3f}, {compared.high:+.3f}]"
    return f"{interval}, {compared.better:.0%} better, {compared.worse:.0%} worse"


def _compared(evaluated: Sequence[Evaluated]) -> Comparison | None:
    if len(evaluated[0].outcomes) == 1:
        return None
    return compare([each.differences for each in evaluated])


def _means(evaluated: Sequence[Evaluated]) -> tuple[Measures, ...]:
    return tuple(map(mean_of, zip(*(each.measures for each in evaluated), strict=True)))


def as_json(evaluated: Sequence[Evaluated], configurations: Sequence[Configuration]) -> dict[str, Any]:
    """Return the measures of the first configuration, on the mean of the collections; each of these below."""
    collections = [
        {"collection": each.collection, "language": each.language, "documents": each.documents}
        | _figures(each.measures, configurations, _compared([each]))
        for each in evaluated
    ]
    if len(collections) == 1:
        return collections[0]
    whole = _figures(_means(evaluated), configurations, _compared(evaluated))
    return {"collection": "mean"} | whole | {"collections": collections}


def _figures(
    measures: Sequence[Measures], configurations: Sequence[Configuration], compared: Comparison | None
) -> dict[str, Any]:
    first, *others = ({"asked": c.name} | _named(found) for c, found in zip(configurations, measures, strict=True))
    return first | ({"compared": others[0] | asdict(compared)} if compared else {})


def _named(measures: Measures) -> dict[str, float]:
    return {
        "queries": measures.queries,
        "ndcg@10": round(measures.ndcg, 4),
        "recall@100": round(measures.recall, 4),
        "mrr": round(measures.mrr, 4),
        "ms_per_query": round(measures.median, 2),
        "ms_per_query_mean": round(measures.mean, 2),
    }
