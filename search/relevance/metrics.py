"""Measures of one ranked answer, as trec_eval (NIST) defines them; each is between 0 and 1.

``ranking`` is document ids, the best first, ``gains`` the judged ones; what was not judged counts as not relevant.
"""

from collections.abc import Sequence
from math import log2

from search.relevance.collection import Gains


def ndcg(ranking: Sequence[str], gains: Gains, depth: int = 10) -> float:
    """Return ``ndcg_cut``: gains discounted by rank, divided by those of the best order of everything judged.

    Gains are linear, the discount is log2(rank + 1) (Järvelin and Kekäläinen 2002, as in trec_eval's m_ndcg_cut.c).
    """
    best = _discounted(sorted(gains.values(), reverse=True)[:depth])
    return _discounted([gains.get(document, 0) for document in ranking[:depth]]) / best if best else 0.0


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, 1) if gain > 0)


def recall(ranking: Sequence[str], gains: Gains, depth: int = 100) -> float:
    """Return ``recall``: the share of all relevant documents that are among the first."""
    relevant = {document for document, gain in gains.items() if gain > 0}
    return len(relevant.intersection(ranking[:depth])) / len(relevant) if relevant else 0.0


def reciprocal_rank(ranking: Sequence[str], gains: Gains) -> float:
    """Return ``recip_rank``: 1 divided by the rank of the first relevant document, 0 without one."""
    return next((1 / rank for rank, document in enumerate(ranking, 1) if gains.get(document, 0) > 0), 0.0)
