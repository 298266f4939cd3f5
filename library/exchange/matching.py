"""Matching a record's words with what the library has: organisations, topics, audiences, licences."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from library.exchange.licensing import make_licence
from library.exchange.pages import Tags
from library.exchange.places import Places
from library.exchange.providers import Providers
from library.exchange.record import Note, Reason, Record
from library.exchange.reporting import Report
from library.exchange.terms import Terms, create_audiences, create_topics
from library.models import Licence


@dataclass(frozen=True, slots=True)
class Options:
    """How to import: ``strict`` creates nothing but resources, ``dry_run`` writes nothing at all."""

    strict: bool = False
    as_drafts: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Matcher:
    """The library's vocabulary, read once for an import and added to as it goes on."""

    options: Options
    places: Places
    providers: Providers
    topics: Terms
    audiences: Terms
    licences: dict[str, int]

    @classmethod
    def read(cls, options: Options) -> Self:
        """Read the vocabulary; it has a few thousand words, whatever the number of resources."""
        return cls(
            options=options,
            places=Places.read(),
            providers=Providers.read(),
            topics=Terms.topics(),
            audiences=Terms.audiences(),
            licences=dict(Licence.objects.values_list("spdx", "pk")),
        )

    def refusal(self, record: Record) -> Note | None:
        """Return why a record cannot go in under ``strict``: a word that would have to be created."""
        if not self.options.strict:
            return None
        missing = (
            (Reason.UNKNOWN_ORGANISATION, self.providers.missing([record.organisation])),
            (Reason.UNKNOWN_TOPIC, self.topics.missing([*record.topics, *record.keywords])),
            (Reason.UNKNOWN_AUDIENCE, self.audiences.missing(record.audiences)),
            (
                Reason.UNKNOWN_LICENCE,
                [record.licence] if record.licence and record.licence not in self.licences else [],
            ),
        )
        return next((Note(reason, "; ".join(words)) for reason, words in missing if words), None)

    def create_missing(self, records: Sequence[Record], report: Report) -> bool:
        """Create what the records need and the library lacks, in bulk; return whether something was created."""
        counts = report.counts
        licences = sorted({record.licence for record in records if record.licence} - set(self.licences))
        self.licences.update((row.spdx, row.pk) for row in Licence.objects.bulk_create(map(make_licence, licences)))
        organisations = self.providers.found_missing(record.organisation for record in records)
        topics = create_topics(self.topics, *_topics_and_keywords(records))
        audiences = create_audiences(self.audiences, (word for record in records for word in record.audiences))
        counts.licences += len(licences)
        counts.organisations += organisations
        counts.topics += topics
        counts.audiences += audiences
        return bool(organisations or topics or audiences)

    def count_missing(self, records: Sequence[Record], report: Report) -> None:
        """Count what ``create_missing`` would create, and take it for created."""
        counts = report.counts
        for title in self.providers.missing(record.organisation for record in records):
            self.providers.remember(title, pk=0)
            counts.organisations += 1
        topics, keywords = _topics_and_keywords(records)
        for terms, words, name in (
            (self.topics, [*topics, *keywords], "topics"),
            (self.audiences, [word for record in records for word in record.audiences], "audiences"),
        ):
            missing = terms.missing(words)
            terms.ids.update(dict.fromkeys(map(terms.key_of, missing), 0))
            setattr(counts, name, getattr(counts, name) + len(missing))
        licences = {record.licence for record in records if record.licence} - set(self.licences)
        self.licences.update(dict.fromkeys(licences, 0))
        counts.licences += len(licences)

    def organisation_of(self, record: Record) -> int:
        """Return the key of the organisation that a record goes under."""
        return self.providers.id_of(record.organisation)

    def tags_of(self, record: Record) -> Tags:
        """Return the keys of what a record is tagged with."""
        return Tags(
            topics=self.topics.ids_of([*record.topics, *record.keywords]),
            regions=[self.places.ids[code] for code in record.regions],
            audiences=self.audiences.ids_of(record.audiences),
            licence=self.licences.get(record.licence),
        )


def _topics_and_keywords(records: Sequence[Record]) -> tuple[list[str], list[str]]:
    return (
        [word for record in records for word in record.topics],
        [word for record in records for word in record.keywords],
    )
