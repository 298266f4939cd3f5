"""One question, one answer: the engine's, or the database's when the engine does not answer."""

from collections.abc import Sequence

from django.utils.translation import get_language

from search.access import Access
from search.engine import Ask, ResultPage
from search.fallback import search_database
from search.params import SearchParams
from search.question.ask import ask
from search.question.nodes import Question
from search.reach import from_engine
from search.second_round import Answers, Asks, further_asks, guided
from search.vocabulary.matching import near_terms
from search.vocabulary.snapshot import NO_VOCABULARY, Vocabulary, get_vocabulary

NEAR_TOPICS = 6  # of a question that finds nothing


def find(params: SearchParams, access: Access, vocabulary: Vocabulary | None = None) -> ResultPage:
    """Answer a question within a viewer's rights; never raises because of an engine.

    One request to the engine; one more where nothing is found or a word looks mistyped. Who has the vocabulary at hand
    gives it, to save the query for its stamp.
    """
    language = get_language() or "en"
    known = vocabulary or (get_vocabulary() if params.q else NO_VOCABULARY)
    question = ask(params.q, language, known)
    answers = _answers([Ask(params, question)], access)
    if answers is None:
        return search_database(params, access)
    (first,) = answers
    mended = ask(first.correction, language, known) if first.correction else None
    asks = further_asks(first, question, mended)
    if first.total and not asks:
        return first
    near = () if first.total else _near_topics(question, known, language)
    return guided(first, asks, _second_answers(asks, access), near)


def _near_topics(question: Question, vocabulary: Vocabulary, language: str) -> tuple[str, ...]:
    words = [word for words in question.scored for word in words.words]
    return tuple(term.code for term in near_terms(words, "topic", vocabulary, language, NEAR_TOPICS))


def _second_answers(asks: Asks, access: Access) -> Answers:
    """Return the answers by their keys, each different question asked once; none where the engine is gone by now."""
    different = list(dict.fromkeys(asks.values()))
    answers = (_answers(different, access) if different else None) or ()
    found = dict(zip(different, answers, strict=False))
    return {key: found[ask] for key, ask in asks.items() if ask in found}


def _answers(asks: Sequence[Ask], access: Access) -> tuple[ResultPage, ...] | None:
    return from_engine(lambda engine: engine.search(asks, access))
