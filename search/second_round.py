"""The second round: what is asked when a question found nothing or looks mistyped, and what follows from it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from search.engine import Ask, ResultPage
from search.guidance import Drop, Guidance
from search.params import COUNTED, SearchParams
from search.question.ask import by_any_word
from search.question.nodes import Question

MAX_DROPS = 8  # choices that are tried; each is one more search in the same request

CORRECTED, ANY_WORD, UNFILTERED, OTHER_LANGUAGES = "corrected", "any word", "unfiltered", "other languages"
Key = str | Drop  # a choice let go of is its own key, its total not yet known
Asks = dict[Key, Ask]
Answers = Mapping[Key, ResultPage]


def further_asks(first: ResultPage, question: Question, mended: Question | None) -> Asks:
    """Return everything to ask in one further request, by what it is for; nothing where the answer is good."""
    if first.total:
        return _would_it_find_more(first.params, mended)
    return _instead(first.params, question, mended) | _wider(first.params, question)


def guided(first: ResultPage, asks: Asks, answers: Answers, near_topics: tuple[str, ...]) -> ResultPage:
    """Return the page to show: the corrected one, a relaxed one or the first, with what leads on from it."""
    corrected = answers.get(CORRECTED)
    if first.total:
        return _did_you_mean(first, asks, corrected)
    guidance = replace(_ways_on(first, answers), near_topics=near_topics)
    if corrected:
        guidance = replace(guidance, correction=asks[CORRECTED].question.text, correction_total=corrected.total)
    shown = _shown_instead(first, answers)
    if shown.params.q != first.params.q:
        guidance = replace(guidance, correction=shown.params.q, corrected=True)
    return replace(shown, guidance=guidance)


def _would_it_find_more(params: SearchParams, mended: Question | None) -> Asks:
    if mended is None or params.exact or params.page > 1:
        return {}
    return {CORRECTED: Ask(replace(params, q=mended.text), mended, "total")}


def _instead(params: SearchParams, question: Question, mended: Question | None) -> Asks:
    """Ask for pages that could be shown; the words as typed are all that ``exact`` wants to see."""
    asks: Asks = {}
    if mended:
        asks[CORRECTED] = Ask(replace(params, q=mended.text), mended, "total" if params.exact else "page")
    loose = by_any_word(mended or question)
    if not params.exact and len(loose.free) > 1 and loose not in (question, mended):
        asks[ANY_WORD] = Ask(replace(params, q=loose.text), loose)
    return asks


def _wider(params: SearchParams, question: Question) -> Asks:
    if not params.filters:
        return {}
    wider: dict[Key, SearchParams] = {drop: _without(params, drop) for drop in list(_drops(params))[:MAX_DROPS]}
    wider[UNFILTERED] = params.unfiltered()
    if params.language:
        wider[OTHER_LANGUAGES] = params.without_facet("language")
    return {key: Ask(each, question, "total") for key, each in wider.items()}


def _drops(params: SearchParams) -> Iterator[Drop]:
    for facet in COUNTED:
        codes = params.chosen(facet)
        if facet in params.every:
            yield from (Drop(facet, (code,), 0) for code in codes)
        elif codes:
            yield Drop(facet, codes, 0)


def _without(params: SearchParams, drop: Drop) -> SearchParams:
    for code in drop.codes:
        params = params.without_value(drop.facet, code)
    return params


def _did_you_mean(first: ResultPage, asks: Asks, corrected: ResultPage | None) -> ResultPage:
    if corrected is None or corrected.total <= first.total:
        return first
    text = asks[CORRECTED].question.text
    return replace(first, guidance=Guidance(typed=first.params.q, correction=text, correction_total=corrected.total))


def _ways_on(first: ResultPage, answers: Answers) -> Guidance:
    drops = [replace(key, total=answer.total) for key, answer in answers.items() if isinstance(key, Drop)]
    return Guidance(
        typed=first.params.q,
        drops=tuple(sorted((drop for drop in drops if drop.total), key=lambda drop: -drop.total)),
        unfiltered=answers[UNFILTERED].total if UNFILTERED in answers else 0,
        other_languages=answers[OTHER_LANGUAGES].total if OTHER_LANGUAGES in answers else 0,
    )


def _shown_instead(first: ResultPage, answers: Answers) -> ResultPage:
    if first.params.exact:
        return first
    if CORRECTED in answers and answers[CORRECTED].total:
        return answers[CORRECTED]
    if ANY_WORD in answers and answers[ANY_WORD].total:
        return replace(answers[ANY_WORD], relaxed=True)
    return first
