"""What the automatic checks found, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from library.moderation.checks.models import Finding, Level
from library.moderation.checks.words_for import note_of
from library.moderation.submissions import Submission

GRAVEST_FIRST = (Level.BLOCK, Level.WARN, Level.INFO)


@dataclass(frozen=True, slots=True)
class SaidFinding:
    """A finding with its sentences in the reader's language, and the field it speaks of as the form calls it."""

    finding: Finding
    message: str
    remedy: str
    field_label: str


def said_findings(submission: Submission) -> list[SaidFinding]:
    """Return what was found in the revision under review, gravest first. One SQL query."""
    return in_words(submission.findings.filter(revision=submission.revision_id))


def in_words(findings: Iterable[Finding]) -> list[SaidFinding]:
    """Put findings into words, the gravest first."""
    in_order = sorted(findings, key=lambda finding: GRAVEST_FIRST.index(Level(finding.level)))
    notes = ((finding, note_of(finding)) for finding in in_order)
    return [SaidFinding(finding, note.message, note.remedy, note.field_label) for finding, note in notes]
