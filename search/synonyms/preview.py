"""What a query becomes: its words, each with what will do instead, and its conditions in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from search.presentation.labels import FACET_LEGENDS, Labels, years_label
from search.question.nodes import AllOf, AnyOf, Choice, InYears, Node, NoneOf, Phrase, Question, Words


@dataclass(frozen=True, slots=True)
class PreviewedWords:
    """Free words as they are asked, and the phrases that will do instead."""

    words: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """A question as its asker would read it."""

    words: tuple[PreviewedWords, ...]
    required: tuple[str, ...]
    excluded: tuple[str, ...]
    any_word: bool
    languages: tuple[str, ...]


def preview(question: Question, labels: Labels) -> Preview:
    """Return what a question asks for, in words."""
    return Preview(
        words=tuple(PreviewedWords(" ".join(free.words), _joined(free.synonyms)) for free in question.free),
        required=tuple(describe(node, labels) for node in question.required),
        excluded=tuple(describe(node, labels) for node in question.excluded),
        any_word=question.any_word,
        languages=tuple(labels.of("language", code) for code in question.languages),
    )


def describe(node: Node, labels: Labels) -> str:
    """Return one condition in words."""
    match node:
        case Words():
            return _describe_words(node)
        case Choice(facet, codes):
            names = _(" or ").join(labels.of(facet, code) for code in codes)
            return f"{FACET_LEGENDS[facet]}: {names}"
        case InYears(years):
            return f"{FACET_LEGENDS['year']}: {years_label(str(years))}"
        case AllOf(parts):
            return f"({_(' and ').join(describe(part, labels) for part in parts)})"
        case AnyOf(parts):
            return f"({_(' or ').join(describe(part, labels) for part in parts)})"
        case NoneOf(parts):
            return _("not %(what)s") % {"what": _(" or ").join(describe(part, labels) for part in parts)}


def _describe_words(node: Words) -> str:
    words = " ".join(node.words)
    quoted = f"“{words}”" if node.phrase else words
    meant = _(" or ").join([quoted, *_joined(node.synonyms)])
    return _("in the title: %(words)s") % {"words": meant} if node.title else meant


def _joined(phrases: tuple[Phrase, ...]) -> tuple[str, ...]:
    return tuple(" ".join(phrase) for phrase in phrases)
