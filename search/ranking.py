"""Rankings: what the parts of a match weigh, as one value that each engine's query builder takes.

The site uses ``SITE``. Others exist to be measured beside it (``evaluate_relevance --compare``); what was tried, what
it gained and what was thrown out is in ``docs/search/relevance.md``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Ranking:
    """Factors of what is added to the score (BM25) of the whole text in its language's analysis.

    ``title`` and ``summary`` are of the same words in these fields, ``grams`` of four letters in a row, that reach into
    compounds. 0 leaves a part out of the query.
    """

    title: float = 0.7
    summary: float = 0.3
    grams: float = 0.2


SITE = Ranking()
RANKINGS: Mapping[str, Ranking] = MappingProxyType(
    {
        "site": SITE,
        "plain": Ranking(title=0, summary=0, grams=0),
    }
)
