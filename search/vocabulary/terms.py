"""Reading topics, regions, audiences and organisations from the database as terms."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from library.models import Audience, AudienceLabel, LabelKind, Topic, TopicLabel
from network.models import OrganisationPage, Region, RegionName


@dataclass(frozen=True, slots=True)
class Term:
    """A value of a facet: its code, the code above it, its names and other words for it, per language."""

    code: str
    parent: str | None
    names: Mapping[str, str]
    alternatives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kind: str = ""

    def name_in(self, language: str) -> str:
        """Return the name in a language (``nl``, ``nl-be``), else in English, else the code."""
        return self.names.get(language.partition("-")[0]) or self.names.get("en") or self.code

    def all_words(self) -> list[str]:
        """Return every name and alternative label of every language, once each."""
        words = [*self.names.values(), *(word for words in self.alternatives.values() for word in words)]
        return list(dict.fromkeys(words))


def topic_terms() -> dict[str, Term]:
    """Return every topic by slug, in the order of their English names. Two queries."""
    names: dict[int, dict[str, str]] = defaultdict(dict)
    alternatives: dict[int, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for topic_id, language, kind, label in TopicLabel.objects.values_list("topic_id", "language", "kind", "label"):
        if kind == LabelKind.PREFERRED:
            names[topic_id][language] = label
        else:
            alternatives[topic_id][language] = (*alternatives[topic_id].get(language, ()), label)
    rows = Topic.objects.order_by("name").values_list("pk", "slug", "parent__slug", "name")
    return {
        slug: Term(slug, parent, {"en": name, **names[pk]}, dict(alternatives[pk])) for pk, slug, parent, name in rows
    }


def region_terms() -> dict[str, Term]:
    """Return every region by code, in the order of their English names. Two queries."""
    names: dict[int, dict[str, str]] = defaultdict(dict)
    for region_id, language, name in RegionName.objects.values_list("region_id", "language", "name"):
        names[region_id][language] = name
    rows = Region.objects.order_by("name").values_list("pk", "code", "parent__code", "name", "kind")
    return {code: Term(code, parent, {"en": name, **names[pk]}, kind=kind) for pk, code, parent, name, kind in rows}


def audience_terms() -> dict[str, Term]:
    """Return every audience by slug, in the order of their English names. Two queries."""
    names: dict[int, dict[str, str]] = defaultdict(dict)
    for audience_id, language, label in AudienceLabel.objects.values_list("audience_id", "language", "label"):
        names[audience_id][language] = label
    rows = Audience.objects.order_by("name").values_list("pk", "slug", "name")
    return {slug: Term(slug, None, {"en": name, **names[pk]}) for pk, slug, name in rows}


def organisation_terms() -> dict[str, Term]:
    """Return every published organisation by slug, in the order of their titles. One query."""
    rows = OrganisationPage.objects.live().order_by("title").values_list("slug", "title")
    return {slug: Term(slug, None, {"en": title}) for slug, title in rows}
