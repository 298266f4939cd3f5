"""Synonyms: what else will do for the words of a question, as one value that is made once and never changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from search.languages import STOP_WORDS
from search.question.nodes import AllOf, AnyOf, Node, Phrase, Words
from search.words import fold, question_words

MAX_ALTERNATIVES = 20  # for the same words, of all sets together; each is one more thing to look for
EVERY_LANGUAGE = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """Where these words are asked for in a language, these phrases will do. Words are folded, without stop words."""

    language: str
    words: Phrase
    phrases: tuple[Phrase, ...]


class Synonyms:
    """The rules, by the words they are about. Words are compared without case and accents, and not by their stems."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        """Sort the rules."""
        self._rules: dict[Phrase, list[Rule]] = defaultdict(list)
        for rule in rules:
            self._rules[rule.words].append(rule)
        self._longest = max(map(len, self._rules), default=0)

    def expand(self, words: Sequence[str], languages: Sequence[str]) -> Iterator[Words]:
        """Yield words that stand beside each other, with their synonyms; the longest phrase that is known goes first.

        Phrases of the question are not its business: who puts words in quotation marks means these.
        """
        keys, at = [fold(word) for word in words], 0
        while at < len(words):
            for length in range(min(self._longest, len(words) - at), 0, -1):
                if phrases := self._phrases(tuple(keys[at : at + length]), languages):
                    break
            else:
                length, phrases = 1, ()
            yield Words(tuple(words[at : at + length]), synonyms=phrases)
            at += length

    def expand_in(self, node: Node, languages: Sequence[str]) -> Node:
        """Return a condition with the synonyms of the words in it; titles and phrases are left as they are."""
        match node:
            case Words(words, phrase=False, title=False):
                parts = tuple(self.expand(words, languages))
                return parts[0] if len(parts) == 1 else AllOf(parts)
            case AllOf(parts):
                return AllOf(tuple(self.expand_in(part, languages) for part in parts))
            case AnyOf(parts):
                return AnyOf(tuple(self.expand_in(part, languages) for part in parts))
        return node

    def _phrases(self, key: Phrase, languages: Sequence[str]) -> tuple[Phrase, ...]:
        rules = [rule for rule in self._rules.get(key, ()) if rule.language in (EVERY_LANGUAGE, *languages)]
        different = {tuple(map(fold, phrase)): phrase for rule in rules for phrase in rule.phrases}
        return tuple(different.values())[:MAX_ALTERNATIVES]


def rules_of(language: str, words: Iterable[str], stands_for: Iterable[str] = ()) -> Iterator[Rule]:
    """Yield the rules of one set: each of its words leads to the others, or all of them to what they stand for."""
    phrases = [tuple(question_words(phrase)) for phrase in words]
    targets = [tuple(question_words(phrase)) for phrase in stands_for]
    for phrase in phrases:
        key = tuple(folded for word in phrase if (folded := fold(word)) not in STOP_WORDS)
        others = tuple(other for other in targets or phrases if other and other != phrase)
        if key and others:
            yield Rule(language, key, others)
