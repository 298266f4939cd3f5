"""Reading a query: words, "phrases", -not, OR, field:value and (groups). No text is an error.

``OR`` joins the two things beside it, as in other search boxes: ``a b OR c`` is *a* and one of *b* and *c*. What cannot
be read (a sign that stands alone, a value that nobody knows) is words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from search.languages import says_nothing
from search.question.fields import condition
from search.question.nodes import AllOf, AnyOf, Node, NoneOf, Phrase, Words
from search.question.tokens import Sign, Token, tokens_of
from search.vocabulary.snapshot import Vocabulary


@dataclass(frozen=True, slots=True)
class Plain:
    """Words outside of every operator."""

    words: Phrase


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between brackets."""

    items: tuple["Item", ...]


Item = Plain | Group | Node


def parse(text: str, vocabulary: Vocabulary) -> tuple[Item, ...]:
    """Return what a query says, in its order: nodes, and words that no operator binds. Groups are taken apart."""
    return tuple(_Reader(tokens_of(text), vocabulary).items())


def as_nodes(items: Sequence[Item]) -> tuple[Node, ...]:
    """Return items as things that must match; words that say nothing are left out where others say something."""
    telling = [item for item in items if not (isinstance(item, Plain) and says_nothing(item.words))]
    return tuple(_as_node(item) for item in telling or items)


def _as_node(item: Item) -> Node:
    if isinstance(item, Group):
        nodes = as_nodes(item.items)
        return AllOf(nodes) if len(nodes) > 1 else nodes[0]
    return Words(item.words) if isinstance(item, Plain) else item


class _Reader:
    """Reads tokens from left to right, each once."""

    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary) -> None:
        self._tokens = tokens
        self._at = 0
        self._vocabulary = vocabulary

    def items(self, field: str = "") -> list[Item]:
        """Read up to the end or the closing bracket; an operator without its two sides is passed over."""
        items: list[Item] = []
        while self._here not in (None, Sign.CLOSE):
            both = self._takes(Sign.AND)
            item = self._alternatives(field)
            if both and item and items:
                items[-1:] = as_nodes([items[-1], item])
            elif item:
                items += item.items if isinstance(item, Group) else (item,)
        self._takes(Sign.CLOSE)
        return items

    def _alternatives(self, field: str) -> Item | None:
        units = [self._unit(field)]
        while self._takes(Sign.OR):
            units.append(self._unit(field))
        known = [unit for unit in units if unit]
        if len(known) < 2:
            return known[0] if known else None
        nodes = as_nodes(known)
        return AnyOf(nodes) if len(nodes) > 1 else nodes[0]

    def _unit(self, field: str) -> Item | None:
        negated = False
        while self._takes(Sign.NOT):
            negated = not negated
        unit = self._field_or_value(field)
        return _negation(unit) if negated and unit else unit

    def _field_or_value(self, field: str) -> Item | None:
        if self._here is not Sign.FIELD:
            return self._value(field)
        name = self._take()
        return self._value(name.field) or Plain(name.words)

    def _value(self, field: str) -> Item | None:
        if self._takes(Sign.OPEN):
            items = self.items(field)
            return Group(tuple(items)) if items else None
        return self._leaf(self._take(), field) if self._here in (Sign.WORDS, Sign.PHRASE) else None

    def _leaf(self, token: Token, field: str) -> Item | None:
        phrase = token.sign is Sign.PHRASE
        if field and (found := condition(field, token.typed, token.words, phrase, self._vocabulary)):
            return found
        if phrase and not field and not says_nothing(token.words):
            return Words(token.words, phrase=True)
        return Plain(token.words) if token.words else None

    @property
    def _here(self) -> Sign | None:
        return self._tokens[self._at].sign if self._at < len(self._tokens) else None

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _takes(self, sign: Sign) -> bool:
        found = self._here is sign
        self._at += found
        return found


def _negation(unit: Item) -> Item | None:
    """Return that something must not match: several words in their order, never one that says nothing."""
    if not isinstance(unit, Plain):
        return NoneOf((_as_node(unit),))
    return None if says_nothing(unit.words) else NoneOf((Words(unit.words, phrase=len(unit.words) > 1),))
