"""From what was typed to a ``Question``."""

from dataclasses import replace
from unicodedata import normalize

from search.languages import STRICT_WORDS, significant_words
from search.question.languages import asked_languages
from search.question.nodes import Question, Words
from search.words import fold, question_words

MAX_WORDS = 32  # a question has fewer; what is pasted is cut, so that its price has a bound


def ask(text: str, language: str = "en") -> Question:
    """Return what a text asks for, read by somebody whose interface is in a language."""
    words = {fold(word): word for word in significant_words(question_words(normalize("NFC", text)))}
    free = tuple(Words((word,)) for word in list(words.values())[:MAX_WORDS])
    return Question(text, free, languages=asked_languages(text, language), any_word=len(free) > STRICT_WORDS)


def by_any_word(question: Question) -> Question:
    """Return the same question, answered by any of its free words."""
    return replace(question, any_word=True)
