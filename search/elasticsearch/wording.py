"""What a question's words and conditions match."""

from collections.abc import Iterator, Sequence
from functools import cache

from search.elasticsearch.bodies import Clause, all_of, any_of, best_of, none_of, terms, text_in
from search.elasticsearch.clauses import in_years
from search.elasticsearch.fields import (
    FACET_FIELDS,
    FILE_WORDS,
    LABELS_OF_ANY_LANGUAGE,
    TITLES,
    WORDS,
    text_fields,
)
from search.question.ask import MAX_WORDS
from search.question.nodes import AllOf, AnyOf, Choice, InYears, NoneOf, Phrase, Question, Words

Languages = tuple[str, ...]

FILE_BOOST = 0.3  # a file says many things by the way; what a resource says of itself is what it is about
SYNONYM_BOOST = 0.8  # somebody who types a word means that one first
MAX_SYNONYMS = 16  # of one word
MAX_DEPTH = 8  # groups in groups; the server refuses thirty
PHRASE = "phrase"


@cache
def anywhere(languages: Languages) -> tuple[str, ...]:
    """Return the fields that a word may be in: stemmed as in the languages of a question, unstemmed in all."""
    own = (*text_fields(languages, "all"), WORDS, LABELS_OF_ANY_LANGUAGE)
    files = (*text_fields(languages, "files"), FILE_WORDS)
    return (*own, *(f"{field}^{FILE_BOOST}" for field in files))


@cache
def title_fields(languages: Languages) -> tuple[str, ...]:
    """Return the fields of the title."""
    return (*text_fields(languages, "title"), TITLES)


class Wording:
    """Translates one question, and counts its words: what is beyond ``MAX_WORDS`` or too deep is left out."""

    def __init__(self, question: Question) -> None:
        """Begin with none of the words translated."""
        self._question = question
        self._languages = question.languages
        self._words_left = MAX_WORDS

    def matching(self) -> list[Clause]:
        """Return the clauses all of which must match: free words, and what is required."""
        free = list(self._parts(self._question.free, 0))
        if self._question.any_word and free:
            free = [any_of(free)]
        return [*free, *self._parts(self._question.required, 0)]

    def excluded(self) -> list[Clause]:
        """Return the clauses none of which may match."""
        return list(self._parts(self._question.excluded, 0))

    def _parts(self, nodes: Sequence[object], depth: int) -> Iterator[Clause]:
        if depth > MAX_DEPTH:
            return
        for node in nodes:
            clause = self._node(node, depth)
            if clause is not None:
                yield clause

    def _node(self, node: object, depth: int) -> Clause | None:
        match node:
            case Words():
                return self._words(node)
            case Choice():
                return terms(FACET_FIELDS[node.facet], node.codes)
            case InYears():
                return in_years(node.years)
            case AllOf() | AnyOf() | NoneOf():
                return self._group(node, depth + 1)
        return None

    def _group(self, group: AllOf | AnyOf | NoneOf, depth: int) -> Clause | None:
        clauses = list(self._parts(group.parts, depth))
        if not clauses:
            return None
        combine = {AllOf: all_of, AnyOf: any_of, NoneOf: none_of}[type(group)]
        return combine(clauses)

    def _words(self, words: Words) -> Clause | None:
        if self._words_left <= 0:
            return None
        self._words_left -= len(words.words)
        fields = title_fields(self._languages) if words.title else anywhere(self._languages)
        meant = [_as_typed(words, fields)]
        meant += [_phrase(phrase, fields, boost=SYNONYM_BOOST) for phrase in words.synonyms[:MAX_SYNONYMS]]
        return best_of(meant)


def _as_typed(words: Words, fields: tuple[str, ...]) -> Clause:
    if words.phrase:
        return _phrase(words.words, fields)
    one_by_one = words.words[:MAX_WORDS]
    return all_of([text_in(fields, word, operator="and") for word in one_by_one])  # a Chinese word is several terms


def _phrase(words: Phrase, fields: tuple[str, ...], **options: object) -> Clause:
    kind = {"type": PHRASE} if len(words) > 1 else {"operator": "and"}
    return text_in(fields, " ".join(words[:MAX_WORDS]), **kind, **options)
