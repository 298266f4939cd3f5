"""The two sides of the table: topics on one, countries (or larger regions) or languages on the other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language

from search.presentation.labels import Labels
from search.vocabulary.snapshot import Vocabulary

MOST = 60  # values on a side; the most countries that a region has is 53
By = Literal["region", "language"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the table is about: parts of a topic (of the whole tree: empty) in a region, by its parts or languages."""

    region: str
    topic: str = ""
    by: By = "region"

    def url(self) -> str:
        """Return the address of the table."""
        values = {"region": self.region, "topic": self.topic, "by": "" if self.by == "region" else self.by}
        return f"{reverse('report_coverage')}?{urlencode({name: value for name, value in values.items() if value})}"


@dataclass(frozen=True, slots=True)
class Value:
    """A topic, region or language on a side of the table; ``url`` leads to the table of its parts, if it has any."""

    facet: str
    code: str
    label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """One side; ``left_out`` is how many values there are beyond ``MOST``."""

    facet: str
    values: tuple[Value, ...]
    left_out: int = 0

    @property
    def codes(self) -> tuple[str, ...]:
        """The values as they stand in addresses."""
        return tuple(value.code for value in self.values)


def topic_axis(asked: Asked, vocabulary: Vocabulary) -> Axis:
    """Return the topics directly below the one asked for, or that topic alone."""
    return _tree_axis("topic", asked.topic or None, lambda code: replace(asked, topic=code), vocabulary)


def region_axis(asked: Asked, vocabulary: Vocabulary) -> Axis:
    """Return the parts of the region, or the region alone where it has none."""
    return _tree_axis("region", asked.region, lambda code: replace(asked, region=code), vocabulary)


def language_axis(codes: Iterable[str], vocabulary: Vocabulary) -> Axis:
    """Return languages by their names."""
    name = Labels(vocabulary, _reader()).namer("language")
    return _axis("language", [Value("language", code, name(code)) for code in codes])


def _tree_axis(facet: str, parent: str | None, narrowed: Callable[[str], Asked], vocabulary: Vocabulary) -> Axis:
    name = Labels(vocabulary, _reader()).namer(facet)
    parents = {term.parent for term in vocabulary.terms(facet).values()}
    codes = [term.code for term in vocabulary.children(facet, parent)] or ([parent] if parent else [])
    return _axis(
        facet,
        [
            Value(facet, code, name(code), narrowed(code).url() if code in parents and code != parent else "")
            for code in codes
        ],
    )


def _axis(facet: str, values: list[Value]) -> Axis:
    ordered = sorted(values, key=lambda value: value.label.casefold())
    return Axis(facet, tuple(ordered[:MOST]), max(0, len(ordered) - MOST))


def _reader() -> str:
    return get_language() or "en"
