"""Asking every question of a collection as the site asks, and measuring the answers."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import fmean, median
from time import perf_counter

from search.access import VISITOR
from search.engine import Ask, Engine
from search.engines import build_engine, get_store
from search.params import SearchParams, clean_text
from search.question.ask import ask, by_any_word
from search.relevance.collection import Collection, Text
from search.relevance.configuration import Configuration
from search.relevance.metrics import ndcg, recall, reciprocal_rank
from search.relevance.scratch import document_of, scratch_generation

DEPTH = 100  # hits that are asked for


@dataclass(frozen=True, slots=True)
class Outcome:
    """How well one question was answered, and in how many milliseconds."""

    ndcg: float
    recall: float
    reciprocal_rank: float
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures of a collection, or the means of several; ``median`` and ``mean`` are milliseconds a question."""

    queries: int
    ndcg: float
    recall: float
    mrr: float
    median: float
    mean: float


def evaluate(
    collection: Collection, language: str, configurations: Sequence[Configuration]
) -> tuple[tuple[Outcome, ...], ...]:
    """Return the outcomes of every question that counts, for each configuration in the same order.

    Configurations of one engine ask the same scratch generation. Raises ``EngineError``.
    """
    documents = [document_of(number, text, language) for number, text in enumerate(collection.documents, 1)]
    with ExitStack() as scratch:
        names = {
            engine: scratch.enter_context(scratch_generation(get_store(engine), documents))
            for engine in dict.fromkeys(configuration.engine for configuration in configurations)
        }
        engines = [build_engine(each.engine, names[each.engine], each.ranking) for each in configurations]
        return tuple(tuple(_outcomes(engine, collection, language)) for engine in engines)


def _outcomes(engine: Engine, collection: Collection, language: str) -> Iterator[Outcome]:
    _answer(engine, collection.answerable[0], language)  # what is loaded at the first question is not its price
    for query in collection.answerable:
        began = perf_counter()
        found = _answer(engine, query, language)
        milliseconds = (perf_counter() - began) * 1000
        ranking, gains = [collection.documents[number - 1].id for number in found], collection.judged[query.id]
        yield Outcome(ndcg(ranking, gains), recall(ranking, gains), reciprocal_rank(ranking, gains), milliseconds)


def _answer(engine: Engine, query: Text, language: str) -> list[int]:
    """Return the numbers of the documents found: the text is cut, understood and asked as one from the site's box.

    As there, what nothing matches in every word is asked again by any word.
    """
    params = SearchParams(q=clean_text(query.text))
    question = ask(params.q, language)
    for asked in dict.fromkeys((question, by_any_word(question))):
        (page,) = engine.search([Ask(params, asked, detail="hits", size=DEPTH)], VISITOR)
        if page.hits:
            return [hit.document.page_id for hit in page.hits]
    return []


def measures_of(found: Sequence[Outcome]) -> Measures:
    """Return the means over the questions of one collection."""
    return Measures(
        queries=len(found),
        ndcg=fmean(outcome.ndcg for outcome in found),
        recall=fmean(outcome.recall for outcome in found),
        mrr=fmean(outcome.reciprocal_rank for outcome in found),
        median=median(outcome.milliseconds for outcome in found),
        mean=fmean(outcome.milliseconds for outcome in found),
    )


def mean_of(collections: Sequence[Measures]) -> Measures:
    """Return the means over collections, each counting the same however many questions it has; questions add up."""
    return Measures(
        queries=sum(measures.queries for measures in collections),
        ndcg=fmean(measures.ndcg for measures in collections),
        recall=fmean(measures.recall for measures in collections),
        mrr=fmean(measures.mrr for measures in collections),
        median=fmean(measures.median for measures in collections),
        mean=fmean(measures.mean for measures in collections),
    )
