"""Why something came back to its author: what the reviewer asked for, or what the checks hold it up for."""

from dataclasses import dataclass

from library.moderation.checks.models import Finding, Level
from library.moderation.checks.places import field_label
from library.moderation.checks.words_for import note_of
from library.moderation.decisions import Decision, DecisionKind
from library.moderation.submissions import Stage, Submission
from library.resources.base import ResourcePage

ASKING = (DecisionKind.CHANGES, DecisionKind.CHECKS_BLOCK)


@dataclass(frozen=True, slots=True)
class FieldNote:
    """What is asked about a field; ``check`` names the check that asks, so that its note goes once it is mended."""

    field: str
    field_label: str
    words: str
    check: str = ""


@dataclass(frozen=True, slots=True)
class CameBack:
    """The decision, and what is asked about single fields."""

    submission: Submission
    decision: Decision
    notes: tuple[FieldNote, ...]

    @property
    def is_by_checks(self) -> bool:
        """Tell whether nobody has looked at it yet."""
        return self.decision.kind == DecisionKind.CHECKS_BLOCK


def came_back(page: ResourcePage) -> CameBack | None:
    """Return why a page came back, while its author has it; at most four SQL queries."""
    if page.pk is None:
        return None
    submission = Submission.objects.filter(page=page.pk, stage=Stage.SENT_BACK).order_by("pk").last()
    if submission is None:
        return None
    decision = submission.decisions.filter(kind__in=ASKING).prefetch_related("reasons").last()
    if decision is None:
        return None
    by_checks = decision.kind == DecisionKind.CHECKS_BLOCK
    return CameBack(submission, decision, _of_checks(submission) if by_checks else _of_reviewer(decision))


def _of_reviewer(decision: Decision) -> tuple[FieldNote, ...]:
    notes = decision.field_notes if isinstance(decision.field_notes, dict) else {}
    return tuple(FieldNote(str(name), field_label(str(name)), str(words)) for name, words in notes.items() if words)


def _of_checks(submission: Submission) -> tuple[FieldNote, ...]:
    notes = map(note_of, Finding.objects.filter(submission=submission, level=Level.BLOCK))
    return tuple(FieldNote(note.field, note.field_label, note.words, note.check_id) for note in notes)
