"""What is near a resource: by the telling words of its texts, its topics and its regions."""

import json
from collections import Counter
from collections.abc import Iterator
from math import ceil, log

import numpy as np

from search.document import ResourceDocument
from search.embedded.analysis import BORDER, stemmed_text
from search.embedded.bitmaps import Numbers, flags_of
from search.embedded.catalogue import Catalogue
from search.embedded.lookup import Lookup
from search.embedded.relevance import Scores, best_first
from search.embedded.schema import TAG
from search.languages import STOP_WORDS

TAGS = {"topic": 4.0, "region": 2.0}  # a topic in common is worth a rare word; a region says less
MOST_WORDS = 25  # of the resource, its most telling ones
SHARE = 0.2  # of these words, that a resource has to have in common; one or two are chance
MOST_COUNTED = 300  # different words of a resource, those it has most often

TEXTS_WITH = "SELECT term, doc FROM text_words WHERE term IN (SELECT value FROM json_each(?))"
STORED = "SELECT stored FROM documents WHERE page_id = ? AND stored IS NOT NULL"


def related_numbers(page_id: int, lookup: Lookup, catalogue: Catalogue, visible: int, limit: int) -> list[int]:
    """Return document numbers, the nearest first, without the resource and what shares its origin."""
    row = lookup.connection.execute(STORED, [page_id]).fetchone()
    number = catalogue.numbers.get(page_id)
    if row is None or number is None:
        return []
    scores = _scores(ResourceDocument.from_dict(json.loads(row[0])), lookup, catalogue)
    origin = catalogue.entries[number].original
    nearest = _positive(best_first(scores, catalogue, visible & ~(1 << number)), scores)
    others = (other for other in nearest if catalogue.entries[other].original != origin)
    return [other for other, _place in zip(others, range(limit), strict=False)]


def _positive(numbers: Numbers, scores: Scores) -> list[int]:
    positive: list[int] = numbers[scores[numbers] > 0].tolist()
    return positive


def _scores(document: ResourceDocument, lookup: Lookup, catalogue: Catalogue) -> Scores:
    scores = _alike(document, lookup, catalogue)
    for facet, weight in TAGS.items():
        codes = document.topic_tags if facet == "topic" else document.region_tags
        for code in codes:
            members = catalogue.sets.get(facet, {}).get(code, 0)
            scores[flags_of(members, len(scores))] += weight * _rarity(members.bit_count(), len(catalogue.entries))
    return scores


def _alike(document: ResourceDocument, lookup: Lookup, catalogue: Catalogue) -> Scores:
    """Return the scores of texts that have enough of a document's telling words."""
    scores, shared = np.zeros(max(catalogue.size, 1)), np.zeros(max(catalogue.size, 1), dtype=np.int64)
    words = list(_telling(document, lookup, len(catalogue.entries)))
    for word in words:
        found = lookup.scored("texts", f'"{word}"')
        known = found[found["number"] < len(scores)]  # written since the catalogue was read
        scores[known["number"]] += known["score"]
        shared[known["number"]] += 1
    scores[shared < max(1, ceil(SHARE * len(words)))] = 0
    return scores


def _telling(document: ResourceDocument, lookup: Lookup, documents: int) -> Iterator[str]:
    """Yield the words that a document has often and few others have: the highest TF-IDF."""
    text = stemmed_text([document.title, document.summary, document.body], document.language)
    times = Counter(token for token in text.split() if _says_something(token))
    counted = dict(times.most_common(MOST_COUNTED))
    having = dict(lookup.connection.execute(TEXTS_WITH, [json.dumps(list(counted))]))
    weights = {word: counted[word] * _rarity(texts, documents) for word, texts in having.items() if texts > 1}
    yield from sorted(weights, key=lambda word: (-weights[word], word))[:MOST_WORDS]


def _says_something(token: str) -> bool:
    return token != BORDER and token.rpartition(TAG)[2] not in STOP_WORDS


def _rarity(having: int, documents: int) -> float:
    """Return the inverse document frequency, as in BM25."""
    return log(1 + (max(0, documents - having) + 0.5) / (having + 0.5))
