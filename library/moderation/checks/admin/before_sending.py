"""What is said before somebody sends, and after it was sent back: findings and notes, each beside its field."""

from dataclasses import dataclass

from library.moderation.checks.models import Finding, Level
from library.moderation.checks.run import look_at
from library.moderation.checks.words_for import Note, note_of
from library.moderation.decisions import Decision, DecisionKind
from library.moderation.submissions import Stage, Submission
from library.resources.base import ResourcePage


@dataclass(frozen=True, slots=True)
class BeforeSending:
    """What is missing, and what is doubtful."""

    missing: tuple[Note, ...]
    doubtful: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class SentBack:
    """Why the last sending came back: the decision, the notes of the reviewer, the findings of the checks."""

    decision: Decision
    notes: tuple[Note, ...]


def before_sending(page: ResourcePage) -> BeforeSending:
    """Look at a page with the quick checks."""
    notes = [note_of(finding) for finding in look_at(page, only_quick=True)]
    return BeforeSending(
        missing=tuple(note for note in notes if note.level == Level.BLOCK),
        doubtful=tuple(note for note in notes if note.level != Level.BLOCK),
    )


def sent_back(page: ResourcePage) -> SentBack | None:
    """Return why a page came back, while its author has it; at most three SQL queries."""
    if page.pk is None:
        return None
    submission = Submission.objects.filter(page=page.pk, stage=Stage.SENT_BACK).first()
    if submission is None:
        return None
    asking = (DecisionKind.CHANGES, DecisionKind.CHECKS_BLOCK)
    decision = submission.decisions.filter(kind__in=asking).prefetch_related("reasons").last()
    if decision is None:
        return None
    if decision.kind == DecisionKind.CHECKS_BLOCK:
        found = Finding.objects.filter(submission=submission, level=Level.BLOCK)
        return SentBack(decision, tuple(note_of(finding) for finding in found))
    return SentBack(decision, tuple(_note_of_reviewer(field, words) for field, words in _notes_of(decision)))


def _notes_of(decision: Decision) -> list[tuple[str, str]]:
    notes = decision.field_notes if isinstance(decision.field_notes, dict) else {}
    return [(str(field), str(words)) for field, words in notes.items() if words]


def _note_of_reviewer(field: str, words: str) -> Note:
    from library.moderation.checks.places import field_label

    return Note("", "", Level.BLOCK, field, field_label(field), words, "")
