"""Tokens: what was typed, cut into words, phrases, names of fields and signs. Every text can be cut."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from unicodedata import normalize

from search.languages import STOP_WORDS
from search.question.fields import FIELD_NAMES
from search.words import fold, question_words

MAX_CHARACTERS = 2000  # six times what an address may carry (``params.MAX_QUERY_CHARACTERS``)
MAX_WORDS = 32  # a question has fewer; what is pasted is cut, so that its price has a bound
MAX_DEPTH = 8  # groups in groups; brackets further in are read as if they were not there

# Opening quotation mark: what closes it. „German“, „Dutch”, “English”, «French», »German«, ”Swedish”, 「Japanese」.
QUOTES = {'"': '"', "„": '“”"', "“": '”"', "”": "”", "«": "»", "»": "«", "「": "」", "『": "』"}


class Sign(Enum):
    """What a token is."""

    WORDS = auto()
    PHRASE = auto()
    FIELD = auto()
    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    AND = auto()
    NOT = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: what was ``typed`` (a phrase: between the marks), its words, perhaps none, and of a field
    which it is.
    """

    sign: Sign
    typed: str = ""
    words: tuple[str, ...] = ()
    field: str = ""


OPERATORS = {"OR": Sign.OR, "AND": Sign.AND, "NOT": Sign.NOT}
_ALONE = {"(": Sign.OPEN, ")": Sign.CLOSE, "|": Sign.OR, "-": Sign.NOT}

_phrases = "|".join(
    f"{re.escape(opening)}(?P<p{n}>[^{re.escape(opening + closing)}]*)[{re.escape(closing)}]"
    for n, (opening, closing) in enumerate(QUOTES.items())
)
_names = "|".join(sorted(map(re.escape, FIELD_NAMES), key=len, reverse=True))
_TOKEN = re.compile(
    rf"""\s+
    | {_phrases}
    | (?P<sign> [()|] | (?<![^\s(|]) - (?=[^\s\-|)]) )
    | (?P<field> {_names} ) : (?=[^\s)|])
    | (?P<run> [^\s)|]+ )""",
    re.VERBOSE | re.IGNORECASE,
)


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text; brackets without a partner, or too deep, are left out."""
    return _paired(_bounded(_cut(normalize("NFC", text[:MAX_CHARACTERS]))))


def _bounded(tokens: Iterator[Token]) -> Iterator[Token]:
    """Stop after ``MAX_WORDS`` words that count."""
    left = MAX_WORDS
    for token in tokens:
        words = token.words if token.sign in (Sign.WORDS, Sign.PHRASE) else ()
        counted = [fold(word) not in STOP_WORDS for word in words]
        if sum(counted) > left:
            return
        left -= sum(counted)
        yield token


def _cut(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind is None:  # a space
            continue
        typed = match.group(kind)
        if kind == "sign":
            yield Token(_ALONE[typed])
        elif kind == "field":
            yield Token(Sign.FIELD, typed, (typed,), FIELD_NAMES[fold(typed)])
        elif kind == "run":
            yield Token(OPERATORS[typed], typed, (typed,)) if typed in OPERATORS else _with_words(Sign.WORDS, typed)
        else:
            yield _with_words(Sign.PHRASE, typed)


def _with_words(sign: Sign, typed: str) -> Token:
    return Token(sign, typed, tuple(question_words(typed)))


def _paired(tokens: Iterator[Token]) -> list[Token]:
    """Keep the brackets that have a partner and are not too deep."""
    kept: list[Token | None] = []
    opened: list[int] = []
    for token in tokens:
        if token.sign is Sign.OPEN:
            opened.append(len(kept))
        elif token.sign is Sign.CLOSE:
            at = opened.pop() if opened else None
            if at is None or len(opened) >= MAX_DEPTH:
                if at is not None:
                    kept[at] = None
                continue
        kept.append(token)
    for at in opened:
        kept[at] = None
    return [token for token in kept if token]
