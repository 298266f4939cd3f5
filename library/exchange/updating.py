"""Bringing a page that was imported before up to date with its source."""

from django.core.exceptions import ValidationError
from django.db import transaction

from library.exchange.matching import Matcher
from library.exchange.models import ImportedRecord
from library.exchange.pages import Tags, content_of, hang_on
from library.exchange.record import Cleaned, Note, Reason, Record
from library.exchange.reporting import Report
from library.models import ResourcePage


def update_imported(known: ImportedRecord, cleaned: Cleaned, matcher: Matcher, report: Report) -> None:
    """Update the page of a record and remember its new fingerprint, or report why it cannot be."""
    record, page = cleaned.record, known.page.specific
    try:
        with transaction.atomic():
            same_type = update_page(page, record, matcher.tags_of(record), publish=not matcher.options.as_drafts)
    except ValidationError as error:
        note = Note(Reason.INVALID, "; ".join(error.messages))
        report.refused(cleaned.line, record.identifier, record.title, note)
        return
    if not same_type:
        report.changed(cleaned.line, record.identifier, record.title, [Note(Reason.TYPE_KEPT)])
    known.fingerprint = record.fingerprint
    known.save(update_fields=["fingerprint", "imported_at"])
    report.counts.updated += 1


def update_page(page: ResourcePage, record: Record, tags: Tags, *, publish: bool) -> bool:
    """Write a changed record as a new revision of its page; return whether the page has the record's type.

    What is live is published again; what a moderator has taken off the site, or never let on it, stays there as a
    draft. The page keeps its type, its address and its organisation. Raises ``ValidationError`` where it is not valid.
    """
    for name, value in content_of(record, page.type_key).items():
        setattr(page, name, value)
    hang_on(page, record, tags)
    revision = page.save_revision(log_action=True)
    if publish and page.live:
        revision.publish()
    return page.type_key == record.type_key
