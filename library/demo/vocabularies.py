"""Topics, audiences and licences of the demo library."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from library.demo.texts import tables
from library.models import Audience, AudienceLabel, LabelKind, Licence, Topic, TopicLabel
from library.signals import vocabulary_changed
from network.models import Region


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """What resources are tagged with, by what the texts call it."""

    topics: Mapping[str, Topic]
    regions: Mapping[str, Region]
    audiences: Mapping[str, Audience]
    licences: Mapping[str, Licence]

    @classmethod
    def read(cls) -> Self:
        """Read them from the database."""
        return cls(
            topics={topic.slug: topic for topic in Topic.objects.all()},
            regions={region.code: region for region in Region.objects.all()},
            audiences={audience.slug: audience for audience in Audience.objects.all()},
            licences={licence.spdx: licence for licence in Licence.objects.all()},
        )


def load_vocabularies() -> None:
    """Create the topics, audiences and licences that do not exist yet; those that do are left as they are."""
    _load_topics(tables("topics"))
    _load_audiences(tables("audiences"))
    known = set(Licence.objects.values_list("spdx", flat=True))
    Licence.objects.bulk_create(Licence(**row) for row in tables("licences") if row["spdx"] not in known)
    vocabulary_changed.send(sender=Topic)


def _load_topics(rows: Iterable[Mapping[str, Any]]) -> None:
    """Write topics level by level in the order of the file, where a parent stands before its children."""
    topics = {topic.slug: topic for topic in Topic.objects.all()}
    labels = list[TopicLabel]()
    for row in rows:
        if row["slug"] in topics:
            continue
        topic = Topic(slug=row["slug"], name=row["pref"]["en"], description=row["description"])
        topic.parent = topics[row["parent"]] if "parent" in row else None
        # In bulk even for one: listeners hear of the whole vocabulary once, at the end.
        topics[topic.slug] = Topic.objects.bulk_create([topic])[0]
        labels.extend(_labels_of(topic, row))
    TopicLabel.objects.bulk_create(labels)


def _labels_of(topic: Topic, row: Mapping[str, Any]) -> Iterable[TopicLabel]:
    for language, label in row["pref"].items():
        yield TopicLabel(topic=topic, language=language, kind=LabelKind.PREFERRED, label=label)
    for language, words in row.get("alt", {}).items():
        for word in words:
            yield TopicLabel(topic=topic, language=language, kind=LabelKind.ALTERNATIVE, label=word)


def _load_audiences(rows: Iterable[Mapping[str, Any]]) -> None:
    known = set(Audience.objects.values_list("slug", flat=True))
    new = [row for row in rows if row["slug"] not in known]
    audiences = Audience.objects.bulk_create(Audience(slug=row["slug"], name=row["labels"]["en"]) for row in new)
    AudienceLabel.objects.bulk_create(
        AudienceLabel(audience=audience, language=language, label=label)
        for audience, row in zip(audiences, new, strict=True)
        for language, label in row["labels"].items()
        if language != "en"  # the name itself is English
    )
