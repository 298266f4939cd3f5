"""What a question matches: each of its words is asked of the tables, and sets are combined as the question says."""

from functools import reduce
from operator import and_, or_

from search.embedded.catalogue import Catalogue
from search.embedded.expressions import any_of, any_word_of, expressions_of, synonym_expressions
from search.embedded.lookup import ANYWHERE, Lookup
from search.question.ask import MAX_WORDS
from search.question.nodes import AllOf, AnyOf, Choice, InYears, Node, NoneOf, Question, Words

MAX_DEPTH = 8  # groups in groups; what is deeper narrows nothing
IN_TITLES = ("titles",)


class Matching:
    """Finds what one question matches; words beyond ``MAX_WORDS`` narrow nothing."""

    def __init__(self, lookup: Lookup, catalogue: Catalogue, question: Question) -> None:
        """Take a question, and where to look its words up."""
        self._lookup = lookup
        self._catalogue = catalogue
        self._question = question
        self._languages = question.languages
        self._words_left = MAX_WORDS

    def documents(self) -> int:
        """Return the set of documents that the question matches; all of them for one that asks nothing."""
        question, everything = self._question, self._catalogue.everything
        if question.empty:
            return 0 if question.text.strip() else everything  # signs alone match nothing
        free = self._any_word() if question.any_word and question.free else reduce(and_, self._free(), everything)
        required = [found for node in question.required if (found := self._node(node)) is not None]
        excluded = [found for node in question.excluded if (found := self._node(node)) is not None]
        return reduce(and_, required, everything & free) & ~reduce(or_, excluded, 0)

    def _free(self) -> list[int]:
        return [found for words in self._question.free if (found := self._words(words)) is not None]

    def _any_word(self) -> int:
        """Return what matches any free word: one look into each table, which ranking needs as well."""
        self._words_left -= len(self._question.free)
        expression = any_word_of(self._question, self._question.free)
        return self._lookup.anywhere(ANYWHERE, expression) if expression else 0

    def _node(self, node: Node, depth: int = 0) -> int | None:
        """Return the set of a node, ``None`` for one that is left out."""
        match node:
            case Words():
                return self._words(node)
            case Choice():
                return self._catalogue.any_of(node.facet, node.codes)
            case InYears():
                return self._catalogue.in_years(node.years)
            case _:
                return self._group(node, depth + 1)

    def _group(self, group: AllOf | AnyOf | NoneOf, depth: int) -> int | None:
        if depth > MAX_DEPTH:
            return None
        parts = [found for part in group.parts if (found := self._node(part, depth)) is not None]
        if not parts:
            return None
        if isinstance(group, AllOf):
            return reduce(and_, parts)
        any_part = reduce(or_, parts)
        return self._catalogue.everything & ~any_part if isinstance(group, NoneOf) else any_part

    def _words(self, words: Words) -> int | None:
        if self._words_left <= 0:
            return None
        self._words_left -= max(1, len(words.words))
        tables = IN_TITLES if words.title else ANYWHERE
        parts = [self._lookup.anywhere(tables, part) for part in expressions_of(words, self._languages)]
        instead = any_of(synonym_expressions(words, self._languages))
        own = reduce(and_, parts) if parts else 0
        return own | self._lookup.anywhere(tables, instead) if instead else own
