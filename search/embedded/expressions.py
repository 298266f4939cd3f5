"""From words to FTS5's syntax. Tokens are letters, digits and our tag alone, so nothing typed is ever syntax.

The same expression is asked of every table: each holds the tokens of its own kind, tagged so that none is mistaken.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from search.embedded.analysis import folded_tokens, label_stems, stem_tokens
from search.function_words import says_little
from search.question.ask import MAX_WORDS
from search.question.nodes import Phrase, Question, Words
from search.words import fold, question_words, split_words

_QUOTED = re.compile('"([^"]+)"')

Languages = tuple[str, ...]
MOST_TIMES = 2  # a word that is typed again counts more (CISI: 0.356 → 0.393), but not without end
NOTHING = ""  # no expression: nothing was asked that could be in a text


@lru_cache(maxsize=5_000)
def word_expression(word: str, languages: Languages) -> str:
    """Return what matches a word: as typed without accents, or by its stem; of a Chinese one, the signs in a row."""
    lower = word.lower()
    folded = [token for part in split_words(lower) for token in folded_tokens(part)]
    stems = [token for language in languages for token in stem_tokens(lower, language)]
    return any_of([_phrase(folded), *map(_quoted, stems), *map(_quoted, label_stems(lower, languages))])


def phrase_expression(words: Phrase, languages: Languages) -> str:
    """Return what matches words in their order, as typed or by their stems."""
    parts = [part for word in words for part in split_words(word.lower())]
    if len(parts) < 2:
        return any_of(word_expression(part, languages) for part in parts)
    stemmed = ([(stem_tokens(part, language) or folded_tokens(part))[:1] for part in parts] for language in languages)
    in_order = [[token for tokens in places for token in tokens] for places in stemmed]
    return any_of([_phrase([token for part in parts for token in folded_tokens(part)]), *map(_phrase, in_order)])


def synonym_expressions(words: Words, languages: Languages) -> list[str]:
    """Return what will do instead of the words."""
    return [found for phrase in words.synonyms if (found := phrase_expression(phrase, languages))]


def expressions_of(words: Words, languages: Languages) -> list[str]:
    """Return expressions that must all match, wherever each does: a phrase is one, other words are one each."""
    if words.phrase:
        own = [phrase_expression(words.words, languages)]
    else:
        own = [word_expression(word, languages) for word in words.words]
    return [found for found in own if found]


def any_word_of(question: Question, asked: Sequence[Words]) -> str:
    """Return what matches any of these words of a question; one that was typed twice counts twice."""
    typed = Counter(map(fold, question_words(question.text)))
    found: list[str] = []
    for words in _telling(asked[:MAX_WORDS], question.languages):
        own, instead = expressions_of(words, question.languages), synonym_expressions(words, question.languages)
        meant = any_of([all_of(own), *instead])
        times = min((typed[fold(word)] for word in words.words), default=1)
        found += [meant] * max(1, min(times, MOST_TIMES)) if meant else []
    return " OR ".join(found)


def _telling(asked: Sequence[Words], languages: Languages) -> Sequence[Words]:
    """Return the words that tell what a question is about, if there are any: not its *what*, *how* and *should*."""
    telling = [words for words in asked if not all(says_little(word, languages) for word in words.words)]
    return telling or asked


def every_word_of(question: Question) -> str:
    """Return what matches all words that a question is ranked by."""
    meant = (
        any_of([all_of(expressions_of(words, question.languages)), *synonym_expressions(words, question.languages)])
        for words in question.scored[:MAX_WORDS]
    )
    return all_of(meant)


def all_of(expressions: Iterable[str]) -> str:
    """Return what matches all of these, ``NOTHING`` if there are none."""
    different = list(dict.fromkeys(filter(None, expressions)))
    return different[0] if len(different) == 1 else f"({' AND '.join(different)})" if different else NOTHING


def any_of(expressions: Iterable[str]) -> str:
    """Return what matches any of these, ``NOTHING`` if there are none."""
    different = list(dict.fromkeys(filter(None, expressions)))
    return different[0] if len(different) == 1 else f"({' OR '.join(different)})" if different else NOTHING


def without_places(expression: str) -> str:
    """Return an expression for a table that does not know where words stand: for a phrase, all of its words."""
    return _QUOTED.sub(lambda match: all_of(map(_quoted, match[1].split())), expression)


def _phrase(tokens: Sequence[str]) -> str:
    return _quoted(" ".join(tokens)) if tokens else NOTHING


def _quoted(token: str) -> str:
    return f'"{token}"'
