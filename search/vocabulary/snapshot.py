"""Vocabulary: topics, regions, audiences, organisations and synonyms as one frozen snapshot, read once per change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock

from search.synonyms.reading import read_synonyms
from search.synonyms.rules import Synonyms
from search.vocabulary.labels import LabelTable
from search.vocabulary.models import VocabularyStamp
from search.vocabulary.terms import Term, audience_terms, organisation_terms, region_terms, topic_terms

Terms = Mapping[str, Term]


@dataclass(frozen=True)
class Vocabulary:
    """The terms behind the facets ``topic``, ``region``, ``audience`` and ``organisation``, by code; and synonyms."""

    stamp: int
    topics: Terms = field(default_factory=dict)
    regions: Terms = field(default_factory=dict)
    audiences: Terms = field(default_factory=dict)
    organisations: Terms = field(default_factory=dict)
    synonyms: Synonyms = field(default_factory=Synonyms)

    def terms(self, facet: str) -> Terms:
        """Return the terms of a facet; an empty mapping for facets without a vocabulary."""
        known = {
            "topic": self.topics,
            "region": self.regions,
            "audience": self.audiences,
            "organisation": self.organisations,
        }
        return known.get(facet, {})

    def labels(self, facet: str) -> LabelTable:
        """Return every label of a facet's terms, ready to be looked up; made once, by whoever asks first."""
        if facet not in self._label_tables:
            self._label_tables[facet] = LabelTable(self.terms(facet))
        return self._label_tables[facet]

    @cached_property
    def _label_tables(self) -> dict[str, LabelTable]:
        return {}

    def label(self, facet: str, code: str, language: str) -> str:
        """Return the label of a code in a language (``nl``, ``nl-be``), else in English, else the code itself."""
        term = self.terms(facet).get(code)
        return term.name_in(language) if term else code

    def children(self, facet: str, code: str | None) -> tuple[Term, ...]:
        """Return what stands directly below a code; the roots for ``None``."""
        return tuple(term for term in self.terms(facet).values() if term.parent == code)

    def ancestors(self, facet: str, code: str) -> tuple[str, ...]:
        """Return the code itself and what stands above it, up to the root; nothing for an unknown code."""
        terms = self.terms(facet)
        path: list[str] = []
        current: str | None = code
        while current and current in terms and current not in path:
            path.append(current)
            current = terms[current].parent
        return tuple(path)

    def with_ancestors(self, facet: str, codes: Iterable[str]) -> tuple[str, ...]:
        """Return codes and everything above them, once each, in alphabetical order."""
        return tuple(sorted({above for code in codes for above in self.ancestors(facet, code)}))


NO_VOCABULARY = Vocabulary(stamp=-1)


class _Memo:
    """The latest snapshot of this process; replaced as a whole, never changed."""

    def __init__(self) -> None:
        self.vocabulary = NO_VOCABULARY
        self.lock = Lock()

    def get(self) -> Vocabulary:
        stamp = VocabularyStamp.current()
        if self.vocabulary.stamp != stamp:
            with self.lock:
                if self.vocabulary.stamp != stamp:
                    self.vocabulary = read_vocabulary(stamp)
        return self.vocabulary

    def forget(self) -> None:
        self.vocabulary = NO_VOCABULARY


_memo = _Memo()


def get_vocabulary() -> Vocabulary:
    """Return the vocabulary as it is now. One small query; a few more after a change."""
    return _memo.get()


def forget_vocabulary() -> None:
    """Drop the snapshot of this process, where the database was replaced under it (tests, restored backups)."""
    _memo.forget()


def read_vocabulary(stamp: int) -> Vocabulary:
    """Read everything afresh; the stamp must have been read before, so that a later change is noticed."""
    return Vocabulary(
        stamp=stamp,
        topics=topic_terms(),
        regions=region_terms(),
        audiences=audience_terms(),
        organisations=organisation_terms(),
        synonyms=read_synonyms(),
    )
