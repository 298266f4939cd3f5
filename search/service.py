"""One question, one answer: the engine's, or the database's when the engine does not answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from django.utils.translation import get_language

from search.access import Access
from search.engine import MAX_FACET_VALUES, Ask, ResultPage, Values
from search.fallback import search_database
from search.params import FACETS, SearchParams
from search.question.ask import ask
from search.question.nodes import Question
from search.reach import from_engine
from search.second_round import Answers, Asks, further_asks, guided
from search.vocabulary.matching import near_terms
from search.vocabulary.snapshot import NO_VOCABULARY, Vocabulary, get_vocabulary

Answered = tuple[ResultPage, ...] | None
Searching = Callable[[Sequence[Ask]], Answered]

NEAR_TOPICS = 6  # of a question that finds nothing


def find(
    params: SearchParams, access: Access, vocabulary: Vocabulary | None = None, counted: Values = ()
) -> ResultPage:
    """Answer a question within a viewer's rights; never raises because of an engine.

    Who has the vocabulary at hand gives it, to save the query for its stamp. ``counted`` are values whose counts are
    needed, however few resources have them; so are those that are chosen, and what stands below them.
    """
    known = vocabulary or (get_vocabulary() if params.q else NO_VOCABULARY)
    needed = counted or _chosen_among_many(params, known)

    def search(asks: Sequence[Ask]) -> Answered:
        return from_engine(lambda engine: engine.search([replace(ask, counted=needed) for ask in asks], access))

    return answer(params, known, get_language() or "en", search) or search_database(params, access, known)


def answer(params: SearchParams, vocabulary: Vocabulary, language: str, search: Searching) -> ResultPage | None:
    """Return the page for a question, with guidance where it needs some; ``None`` where there is no answer.

    One request to the engine; one more where nothing is found or a word looks mistyped.
    """
    question = ask(params.q, language, vocabulary)
    answers = search([Ask(params, question)])
    if answers is None:
        return None
    (first,) = answers
    mended = ask(first.correction, language, vocabulary) if first.correction else None
    asks = further_asks(first, question, mended)
    if first.total and not asks:
        return first
    near = () if first.total else _near_topics(question, vocabulary, language)
    return guided(first, asks, _by_key(asks, search), near)


def _chosen_among_many(params: SearchParams, vocabulary: Vocabulary) -> Values:
    """Return what is chosen, and what stands below it, of facets with more values than an answer counts."""
    many = [facet for facet in FACETS if params.chosen(facet) and len(vocabulary.terms(facet)) > MAX_FACET_VALUES]
    return tuple((facet, tuple(_with_children(facet, params.chosen(facet), vocabulary))) for facet in many)


def _with_children(facet: str, codes: Sequence[str], vocabulary: Vocabulary) -> Iterator[str]:
    yield from codes
    yield from (term.code for term in vocabulary.terms(facet).values() if term.parent in codes)


def _near_topics(question: Question, vocabulary: Vocabulary, language: str) -> tuple[str, ...]:
    words = [word for words in question.scored for word in words.words]
    return tuple(term.code for term in near_terms(words, "topic", vocabulary, language, NEAR_TOPICS))


def _by_key(asks: Asks, search: Searching) -> Answers:
    """Return the answers by their keys, each different question asked once; none where the engine is gone by now."""
    different = list(dict.fromkeys(asks.values()))
    answers = (search(different) if different else None) or ()
    found = dict(zip(different, answers, strict=False))
    return {key: found[ask] for key, ask in asks.items() if ask in found}
