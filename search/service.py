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


def find(params: SearchParams, access: Access) -> ResultPage:
    """Answer a question within a viewer's rights; never raises because of an engine.

    One request to the engine; one more where nothing is found or a word looks mistyped.
    """
    language = get_language() or "en"
    question = ask(params.q, language)
    answers = _answers([Ask(params, question)], access)
    if answers is None:
        return search_database(params, access)
    (first,) = answers
    return _with_guidance(first, question, language, access)


def _with_guidance(first: ResultPage, question: Question, language: str, access: Access) -> ResultPage:
    mended = ask(first.correction, language) if first.correction else None
    asks = further_asks(first, question, mended)
    if first.total and not asks:
        return first
    return guided(first, asks, _second_answers(asks, access), near_topics=())


def _second_answers(asks: Asks, access: Access) -> Answers:
    """Return the answers by their keys, each different question asked once; none where the engine is gone by now."""
    different = list(dict.fromkeys(asks.values()))
    answers = (_answers(different, access) if different else None) or ()
    found = dict(zip(different, answers, strict=False))
    return {key: found[ask] for key, ask in asks.items() if ask in found}


def _answers(asks: Sequence[Ask], access: Access) -> tuple[ResultPage, ...] | None:
    return from_engine(lambda engine: engine.search(asks, access))
