"""Mistyped titles, asked as the site asks: how many are mended, and how often a right query is called wrong."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from time import perf_counter
from typing import Literal

from numpy.random import Generator

from search.access import VISITOR
from search.engine import Ask, Engine
from search.params import SearchParams, clean_text
from search.question.ask import ask
from search.relevance.titles import Title
from search.relevance.typos import Typo, typos
from search.words import fold, split_words

Verdict = Literal["mended", "wrong", "missed"]


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of a mistyped query, and of the same query typed right.

    ``known`` says that the mistake made a word that finds something by itself. ``milliseconds`` are of both queries.
    """

    typo: Typo
    language: str
    verdict: Verdict
    offered: str
    false_alarm: str
    known: bool
    milliseconds: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spelling:
    """Counts of some trials; each is of two queries, a mistyped one (``queries``) and a right one."""

    queries: int
    mended: int
    wrong: int
    missed: int
    false_alarms: int
    known_words: int
    median: float
    mean: float


def trials(engine: Engine, titles: Sequence[Title], random: Generator) -> Iterator[Trial]:
    """Make two mistyped queries of each title and ask them, with a page of answers as the site does."""
    for title in titles:
        for typo in typos(clean_text(title.text), random):
            yield _trial(engine, typo, title.language)


def _trial(engine: Engine, typo: Typo, language: str) -> Trial:
    offered, wrong_ms = _correction(engine, typo.wrong, language)
    alarm, right_ms = _correction(engine, typo.right, language)
    word = clean_text(typo.wrong_word)
    (alone,) = engine.search([Ask(SearchParams(q=word), ask(word, language), "total")], VISITOR)
    return Trial(
        typo=typo,
        language=language,
        verdict=_verdict(offered, typo),
        offered=offered,
        false_alarm="" if _same(alarm, typo.right) else alarm,
        known=alone.total > 0,
        milliseconds=(wrong_ms, right_ms),
    )


def _correction(engine: Engine, text: str, language: str) -> tuple[str, float]:
    """Return the mended text of a query, empty where nothing is offered, and the milliseconds the page took."""
    params = SearchParams(q=clean_text(text))
    began = perf_counter()
    (page,) = engine.search([Ask(params, ask(params.q, language))], VISITOR)
    return page.correction, (perf_counter() - began) * 1000


def _verdict(offered: str, typo: Typo) -> Verdict:
    if not offered:
        return "missed"
    return "mended" if _same(offered, typo.right) else "wrong"


def _same(one: str, other: str) -> bool:
    """Whether two texts are the same words; an empty one is never wrong."""
    return not one or list(map(fold, split_words(one))) == list(map(fold, split_words(other)))


def spelling_of(found: Sequence[Trial]) -> Spelling:
    """Return the counts of trials, of which there must be some."""
    verdicts = Counter(trial.verdict for trial in found)
    times = [milliseconds for trial in found for milliseconds in trial.milliseconds]
    return Spelling(
        queries=len(found),
        mended=verdicts["mended"],
        wrong=verdicts["wrong"],
        missed=verdicts["missed"],
        false_alarms=sum(bool(trial.false_alarm) for trial in found),
        known_words=sum(trial.known for trial in found),
        median=median(times),
        mean=fmean(times),
    )
