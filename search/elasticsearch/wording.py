"""What a question's words and conditions match."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from search.elasticsearch.bodies import Clause, all_of, any_of, best_of, none_of, terms, text_in
from search.elasticsearch.clauses import in_years
from search.elasticsearch.fields import (
    FACET_FIELDS,
    FILE_WORDS,
    GRAMS,
    LABELS_OF_ANY_LANGUAGE,
    TITLES,
    WORDS,
    text_fields,
)
from search.function_words import says_little
from search.question.ask import MAX_WORDS
from search.question.nodes import AllOf, AnyOf, Choice, InYears, NoneOf, Phrase, Question, Words
from search.ranking import SITE, Ranking
from search.words import fold, question_words

Languages = tuple[str, ...]

FILE_BOOST = 0.3  # a file says many things by the way; what a resource says of itself is what it is about
INSIDE_BOOST = 0.1  # of a word that is only a part of another, as krankenhaus of Universitätskrankenhaus
FUNCTION_WORD = 0.3  # of a question's how, what and should
LETTERS_INSIDE = 5  # of such a word; shorter ones are inside of anything
SHARE_INSIDE = "60%"  # of its pieces; endings change
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

    def __init__(self, question: Question, ranking: Ranking = SITE) -> None:
        """Begin with none of the words translated."""
        self._question = question
        self._ranking = ranking
        self._words_left = MAX_WORDS

    def matching(self) -> list[Clause]:
        """Return the clauses all of which must match: free words, and what is required."""
        free = list(self._parts(self._question.free, 0))
        if self._question.any_word and free:
            free = [any_of(list(map(self._weighed, self._question.free, free)))]
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
        fields = title_fields(self._question.languages) if words.title else anywhere(self._question.languages)
        meant = [_as_typed(words, fields)]
        meant += [_phrase(phrase, fields, boost=SYNONYM_BOOST) for phrase in words.synonyms[:MAX_SYNONYMS]]
        return best_of(meant)

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(map(fold, question_words(self._question.text)))

    def repeated(self) -> str:
        """Return the words that score, each as often as it was typed."""
        return " ".join(" ".join([word] * self._typed(word)) for word in scored_words(self._question))

    def _typed(self, word: str) -> int:
        """Return how often a word was typed; in a long question that says what it is about."""
        return max(1, self._times[fold(word)]) if self._question.any_word else 1

    def _weight(self, word: str) -> float:
        return self._typed(word) * (FUNCTION_WORD if says_little(word, self._question.languages) else 1)

    def _weighed(self, words: Words, clause: Clause) -> Clause:
        """Return a free word of many: also inside compounds, and weighed by how much it tells."""
        word = words.words[0]
        inside = [self._inside(word)] if self._ranking.grams and len(word) >= LETTERS_INSIDE else []
        return {"dis_max": {"queries": [clause, *inside], "boost": self._weight(word)}}

    def _inside(self, word: str) -> Clause:
        return {"match": {GRAMS: {"query": word, "minimum_should_match": SHARE_INSIDE, "boost": INSIDE_BOOST}}}


def scored_words(question: Question) -> list[str]:
    """Return the words that score."""
    return [word for words in question.scored for word in words.words][:MAX_WORDS]


def _as_typed(words: Words, fields: tuple[str, ...]) -> Clause:
    if words.phrase:
        return _phrase(words.words, fields)
    one_by_one = words.words[:MAX_WORDS]
    return all_of([text_in(fields, word, operator="and") for word in one_by_one])  # a Chinese word is several terms


def _phrase(words: Phrase, fields: tuple[str, ...], **options: object) -> Clause:
    kind = {"type": PHRASE} if len(words) > 1 else {"operator": "and"}
    return text_in(fields, " ".join(words[:MAX_WORDS]), **kind, **options)
