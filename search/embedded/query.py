"""From typed words to an FTS5 query. Tokens are letters, digits and our tag alone, so nothing typed is ever syntax."""

from collections.abc import Iterable
from dataclasses import dataclass

from search.embedded.analysis import Alternatives, question_alternatives
from search.languages import STRICT_WORDS, significant_words
from search.words import fold, question_words

MAX_WORDS = 32  # more in 300 characters is not a question


@dataclass(frozen=True, slots=True)
class Question:
    """The words of a question, each with what matches it; all must match, or any."""

    words: tuple[str, ...]
    alternatives: tuple[Alternatives, ...]
    all_words: bool

    @property
    def expression(self) -> str:
        """The query in the syntax of FTS5, never empty."""
        groups = [_any_of(word) for word in self.alternatives]
        return (" AND " if self.all_words else " OR ").join(groups)

    @property
    def tokens(self) -> frozenset[str]:
        """Every token that counts as a match, for highlighting."""
        return frozenset(token for word in self.alternatives for tokens in word for token in tokens)


def ask(q: str) -> Question | None:
    """Return what was typed as a question, ``None`` when there is no word in it."""
    words = _once(significant_words(question_words(q)))[:MAX_WORDS]
    if not words:
        return None
    return Question(tuple(words), tuple(map(question_alternatives, words)), all_words=len(words) <= STRICT_WORDS)


def relax(question: Question, similar: Iterable[tuple[str, ...]]) -> Question:
    """Return the question asked again with words similar to each of its own, any of which may match."""
    alternatives = tuple(
        tuple(dict.fromkeys((*own, *(tokens for word in words for tokens in question_alternatives(word)))))
        for own, words in zip(question.alternatives, similar, strict=True)
    )
    return Question(question.words, alternatives, all_words=False)


def _once(words: list[str]) -> list[str]:
    return list({fold(word): word for word in words}.values())


def _any_of(alternatives: Alternatives) -> str:
    return f"({' OR '.join(_all_of(tokens) for tokens in alternatives)})"


def _all_of(tokens: tuple[str, ...]) -> str:
    quoted = [f'"{token}"' for token in tokens]
    return quoted[0] if len(quoted) == 1 else f"({' AND '.join(quoted)})"
