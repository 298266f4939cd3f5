"""One question, one answer: the engine's, or the database's when the engine does not answer."""

from collections.abc import Callable, Sequence

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

Answered = tuple[ResultPage, ...] | None
Searching = Callable[[Sequence[Ask]], Answered]

NEAR_TOPICS = 6  # of a question that finds nothing


def find(params: SearchParams, access: Access, vocabulary: Vocabulary | None = None) -> ResultPage:
    """Answer a question within a viewer's rights; never raises because of an engine.

    Who has the vocabulary at hand gives it, to save the query for its stamp.
    """
    known = vocabulary or (get_vocabulary() if params.q else NO_VOCABULARY)

    def search(asks: Sequence[Ask]) -> Answered:
        return from_engine(lambda engine: engine.search(asks, access))

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


def _near_topics(question: Question, vocabulary: Vocabulary, language: str) -> tuple[str, ...]:
    words = [word for words in question.scored for word in words.words]
    return tuple(term.code for term in near_terms(words, "topic", vocabulary, language, NEAR_TOPICS))


def _by_key(asks: Asks, search: Searching) -> Answers:
    """Return the answers by their keys, each different question asked once; none where the engine is gone by now."""
    different = list(dict.fromkeys(asks.values()))
    answers = (search(different) if different else None) or ()
    found = dict(zip(different, answers, strict=False))
    return {key: found[ask] for key, ask in asks.items() if ask in found}
