"""Importing a file of records: read, clean, match, write, report; one transaction for each batch.

What is stopped half-way has whole batches in the database and is continued by running it again: a record is recognised
by its identifier, and left alone when its fingerprint is the same.
"""

import hashlib
from collections.abc import Iterator
from itertools import batched
from pathlib import Path
from typing import Any

from django.db import reset_queries, transaction
from django.utils import timezone

from library.exchange.cleaning import clean_row
from library.exchange.matching import Matcher, Options
from library.exchange.models import ImportedRecord
from library.exchange.pages import new_page
from library.exchange.places import Places
from library.exchange.providers import the_directory
from library.exchange.reading import Progress, read_rows
from library.exchange.record import Cleaned, Reason, Record, RecordRefusedError, Row
from library.exchange.reporting import Counts, Report
from library.exchange.slots import take_slots
from library.exchange.updating import update_imported
from library.exchange.writing import write_pages
from library.models import ResourcePage
from library.signals import resources_changed, vocabulary_changed
from network.models import OrganisationIndexPage

BATCH = 250  # records: some megabytes in memory, and a second or two that other writers wait


def import_file(path: Path, options: Options, report: Report, progress: Progress = lambda position: None) -> Counts:
    """Import the records of a file and return what was done; every record that lost something is in the report.

    Raises ``OSError`` where the file cannot be read and ``ValidationError`` where the site has no directory of
    organisations; never for what stands in the file.
    """
    the_directory()
    matcher = Matcher.read(options)
    rows = _readable(read_rows(path, progress), matcher.places, options, report)
    for batch in batched(rows, BATCH):
        _import_batch(batch, matcher, report)
        reset_queries()  # with DEBUG, Django keeps the text of the last 9,000 queries, and ours are long
    return report.counts


def _readable(rows: Iterator[Row], places: Places, options: Options, report: Report) -> Iterator[Cleaned]:
    """Yield the records that can go in; of several with one identifier in a file, the first."""
    seen = set[bytes]()  # eight bytes for each record instead of its identifier
    for row in rows:
        report.counts.read += 1
        try:
            cleaned = clean_row(row, places, strict=options.strict)
            digest = hashlib.blake2b(cleaned.record.identifier.encode(), digest_size=8).digest()
            if digest in seen:
                raise RecordRefusedError(Reason.REPEATED)
        except RecordRefusedError as refusal:
            report.refused(row.line, str(row.fields.get("id", "")), str(row.fields.get("title", "")), refusal.note)
            continue
        seen.add(digest)
        yield cleaned


def _import_batch(batch: tuple[Cleaned, ...], matcher: Matcher, report: Report) -> None:
    """Import records, all or none of them; in a dry run only count what would be done."""
    if matcher.options.dry_run:
        new, changed = _sort_out(_acceptable(batch, matcher, report), report)
        matcher.count_missing(_records(new, changed), report)
        report.counts.created += len(new)
        report.counts.updated += len(changed)
        return
    with transaction.atomic():
        # One import at a time, also on PostgreSQL: the other one waits here and then sees what this one has written.
        _lock_directory()
        new, changed = _sort_out(_acceptable(batch, matcher, report), report)
        if matcher.create_missing(_records(new, changed), report):
            vocabulary_changed.send(sender=ImportedRecord)
        if new:
            _create(new, matcher, report)
        for cleaned, known in changed:
            update_imported(known, cleaned, matcher, report)


def _lock_directory() -> None:
    """Lock the directory of organisations until the transaction ends."""
    OrganisationIndexPage.objects.select_for_update(of=("self",)).values_list("pk", flat=True).first()


def _acceptable(batch: tuple[Cleaned, ...], matcher: Matcher, report: Report) -> list[Cleaned]:
    """Return the records of which every word is known or may be created, and note what they lost."""
    accepted = []
    for cleaned in batch:
        record = cleaned.record
        if refusal := matcher.refusal(record):
            report.refused(cleaned.line, record.identifier, record.title, refusal)
            continue
        report.changed(cleaned.line, record.identifier, record.title, cleaned.notes)
        accepted.append(cleaned)
    return accepted


def _sort_out(batch: list[Cleaned], report: Report) -> tuple[list[Cleaned], list[tuple[Cleaned, ImportedRecord]]]:
    """Return the records that are new, and those that have changed with what is known of them."""
    identifiers = [cleaned.record.identifier for cleaned in batch]
    known = {row.identifier: row for row in ImportedRecord.objects.filter(identifier__in=identifiers)}
    new = [cleaned for cleaned in batch if cleaned.record.identifier not in known]
    changed = [
        (cleaned, known[cleaned.record.identifier])
        for cleaned in batch
        if cleaned.record.identifier in known
        and known[cleaned.record.identifier].fingerprint != cleaned.record.fingerprint
    ]
    report.counts.unchanged += len(batch) - len(new) - len(changed)
    return new, changed


def _records(new: list[Cleaned], changed: list[tuple[Cleaned, ImportedRecord]]) -> list[Record]:
    return [cleaned.record for cleaned in (*new, *(cleaned for cleaned, _known in changed))]


def _create(batch: list[Cleaned], matcher: Matcher, report: Report) -> None:
    now, live = timezone.now(), not matcher.options.as_drafts
    published: dict[str, Any] = {"live": live, "has_unpublished_changes": not live, "latest_revision_created_at": now}
    if live:
        published |= {"first_published_at": now, "last_published_at": now}
    slots = take_slots([(cleaned.record, matcher.organisation_of(cleaned.record)) for cleaned in batch])
    pages: list[ResourcePage] = [
        new_page(cleaned.record, matcher.tags_of(cleaned.record), **slot.as_fields(), **published)
        for cleaned, slot in zip(batch, slots, strict=True)
    ]
    write_pages(pages, now)
    ImportedRecord.objects.bulk_create(
        ImportedRecord(identifier=cleaned.record.identifier, page=page, fingerprint=cleaned.record.fingerprint)
        for cleaned, page in zip(batch, pages, strict=True)
    )
    report.counts.created += len(pages)
    resources_changed.send(sender=ResourcePage, page_ids=[page.pk for page in pages])
