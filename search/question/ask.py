"""From what was typed to a ``Question``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from search.languages import STOP_WORDS, STRICT_WORDS, significant_words
from search.question.languages import asked_languages
from search.question.nodes import AllOf, AnyOf, Node, NoneOf, Phrase, Question, Words
from search.question.parse import Item, Plain, as_nodes, parse
from search.question.tokens import MAX_WORDS, Sign, tokens_of
from search.vocabulary.snapshot import NO_VOCABULARY, Vocabulary
from search.words import fold

__all__ = ["MAX_WORDS", "ask", "by_any_word"]

Run = tuple[str, ...]  # words that stand beside each other


def ask(text: str, language: str = "en", vocabulary: Vocabulary = NO_VOCABULARY) -> Question:
    """Return what a text asks for, read by somebody whose interface is in a language.

    The vocabulary resolves ``topic:hygiene`` and has the synonyms. A text that only says what is not wanted is words.
    """
    items = parse(text, vocabulary)
    languages = asked_languages(text, language)
    runs = list(_runs(items))
    required = as_nodes([item for item in items if not isinstance(item, Plain | NoneOf)])
    excluded = tuple(part for item in items if isinstance(item, NoneOf) for part in item.parts)
    if not runs and not any(map(_positive, required)):
        runs, required, excluded = [_every_word(text)], (), ()
    synonyms = vocabulary.synonyms
    required = tuple(synonyms.expand_in(node, languages) for node in required)
    free = _once(words for run in runs for words in synonyms.expand(run, languages))[:MAX_WORDS]
    count = sum(len(words.words) for words in free)
    return Question(text, free, required, excluded, languages, any_word=count > STRICT_WORDS)


def by_any_word(question: Question) -> Question:
    """Return the same question, answered by any of its free words."""
    return replace(question, any_word=True)


def _runs(items: Sequence[Item]) -> Iterator[Run]:
    """Yield the free words that count, those beside each other together; the last thing typed counts in any case."""
    groups = [[item.words for item in group if isinstance(item, Plain)] for _, group in groupby(items, _is_plain)]
    for number, group in enumerate(groups):
        words = [word for words in group for word in words]
        last = number == len(groups) - 1
        counting = significant_words(words) if last else [word for word in words if fold(word) not in STOP_WORDS]
        if counting:
            yield tuple(counting)


def _is_plain(item: Item) -> bool:
    return isinstance(item, Plain)


def _every_word(text: str) -> Run:
    """Return all words of a text; operators and names of fields too, where there is nothing else."""
    tokens = tokens_of(text)
    words = [word for token in tokens if token.sign in (Sign.WORDS, Sign.PHRASE) for word in token.words]
    return tuple(significant_words(words or [word for token in tokens for word in token.words]))


def _positive(node: Node) -> bool:
    """Whether a node asks for something, not only for its absence."""
    if isinstance(node, AllOf | AnyOf):
        return any(map(_positive, node.parts))
    return not isinstance(node, NoneOf)


def _once(words: Iterator[Words]) -> tuple[Words, ...]:
    different: dict[Phrase, Words] = {}
    for each in words:
        different.setdefault(tuple(map(fold, each.words)), each)
    return tuple(different.values())
